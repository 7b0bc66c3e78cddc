package in.sauda.simulator.master;

import in.sauda.core.domain.Segment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/// Writes contracts in the layout of the Angel One master: compact JSON, all eleven fields, strike and tick in
/// hundredths, currency strikes in ten-millionths (protocol 3.2).
final class MasterRows {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("ddMMMuuuu", Locale.ENGLISH);

    private final Map<LocalDate, String> expiryTexts = new HashMap<>();

    byte[] json(Iterable<Contract> contracts, int expectedRows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expectedRows * 240 + 2);
        StringBuilder row = new StringBuilder(300);
        bytes.write('[');
        Iterator<Contract> rows = contracts.iterator();
        while (rows.hasNext()) {
            row.setLength(0);
            append(row, rows.next());
            if (rows.hasNext()) {
                row.append(',');
            }
            bytes.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(']');
        return bytes.toByteArray();
    }

    private void append(StringBuilder row, Contract contract) {
        row.append("{\"token\":\"").append(contract.token());
        row.append("\",\"symbol\":\"").append(contract.symbol());
        row.append("\",\"name\":\"").append(contract.name());
        row.append("\",\"expiry\":\"").append(expiry(contract));
        row.append("\",\"strike\":\"").append(strike(contract));
        row.append("\",\"lotsize\":\"").append(contract.lotSize());
        row.append("\",\"instrumenttype\":\"").append(contract.type());
        row.append("\",\"exch_seg\":\"").append(contract.segment().name());
        row.append("\",\"tick_size\":\"").append(tick(contract));
        row.append("\",\"freeze_qty\":\"").append(contract.freezeQuantity());
        row.append("\",\"is_cas_enabled\":").append(contract.closingAuction()).append('}');
    }

    private String expiry(Contract contract) {
        LocalDate expiry = contract.expiry();
        return expiry == null
                ? ""
                : expiryTexts.computeIfAbsent(
                        expiry, date -> EXPIRY.format(date).toUpperCase(Locale.ENGLISH));
    }

    private static String strike(Contract contract) {
        return switch (contract.kind()) {
            case INDEX -> "0.000000";
            case CASH -> "-1.000000";
            case FUTURE -> contract.segment() == Segment.MCX ? "0.000000" : "-1.000000";
            case OPTION -> contract.strike() + ".000000";
        };
    }

    private static String tick(Contract contract) {
        if (contract.kind() == Contract.Kind.INDEX) {
            return "0.000000";
        }
        return contract.segment().currency()
                ? String.format(Locale.ENGLISH, "%.6f", contract.tick() / 100_000.0)
                : contract.tick() + ".000000";
    }
}
