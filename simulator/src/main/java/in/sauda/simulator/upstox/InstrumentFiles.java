package in.sauda.simulator.upstox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.master.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/// The instrument files: compressed arrays, keys left out where there is nothing to say (protocol 3). Each is
/// rendered when first asked for.
final class InstrumentFiles {
    static final String ROOT = "/market-quote/instruments/exchange/";
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final WireKeys keys;
    private final Map<String, byte[]> rendered = new HashMap<>();

    InstrumentFiles(WireKeys keys) {
        this.keys = keys;
    }

    /// The file, or empty when there is none of that name.
    synchronized Optional<byte[]> file(String name) {
        Predicate<Contract> wanted = switch (name) {
            case "complete.json.gz" -> contract -> true;
            case "NSE.json.gz", "BSE.json.gz", "MCX.json.gz" ->
                contract -> contract.segment().exchange().equals(name.substring(0, 3));
            case "NSE_MIS.json.gz", "MTF.json.gz" ->
                contract -> contract.kind() == Contract.Kind.CASH
                        && contract.closingAuction()
                        && WireKeys.segment(contract).equals("NSE_EQ");
            default -> contract -> false;
        };
        byte[] file = rendered.computeIfAbsent(name, key -> render(wanted, name));
        return file.length == 0 ? Optional.empty() : Optional.of(file);
    }

    private byte[] render(Predicate<Contract> wanted, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        boolean some = false;
        try (JsonGenerator json = new JsonFactory().createGenerator(new GZIPOutputStream(bytes))) {
            json.writeStartArray();
            for (Map.Entry<String, Contract> entry : keys.all().entrySet()) {
                if (wanted.test(entry.getValue())) {
                    some = true;
                    row(json, entry.getKey(), entry.getValue(), name);
                }
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory cannot fail", impossible);
        }
        return some ? bytes.toByteArray() : new byte[0];
    }

    private static void row(JsonGenerator json, String key, Contract contract, String file) throws IOException {
        json.writeStartObject();
        json.writeStringField("segment", WireKeys.segment(contract));
        json.writeStringField("name", contract.kind() == Contract.Kind.INDEX ? contract.symbol() : contract.name());
        json.writeStringField("exchange", contract.segment().exchange());
        json.writeStringField("instrument_type", WireKeys.type(contract));
        json.writeStringField("instrument_key", key);
        json.writeStringField("exchange_token", WireKeys.exchangeToken(contract));
        json.writeStringField("trading_symbol", WireKeys.symbol(contract));
        if (contract.kind() != Contract.Kind.INDEX) {
            json.writeNumberField("lot_size", contract.lotSize());
            json.writeNumberField("freeze_quantity", freeze(contract));
            json.writeNumberField("tick_size", contract.toRupees(contract.tick()) * 100);
            json.writeNumberField("qty_multiplier", 1.0);
        }
        if (WireKeys.segment(contract).endsWith("_EQ")) {
            json.writeStringField("isin", WireKeys.isin(contract));
            json.writeStringField("security_type", "NORMAL");
        }
        if (contract.closingAuction()) {
            json.writeBooleanField("cas_eligible", true);
        }
        LocalDate expiry = contract.expiry();
        if (expiry != null) {
            json.writeNumberField("expiry", IndiaTime.epochMillis(expiry, LAST_SECOND));
            json.writeBooleanField("weekly", false);
            json.writeNumberField("strike_price", contract.toRupees(contract.strike()));
            json.writeNumberField("minimum_lot", contract.lotSize());
            json.writeStringField("underlying_symbol", contract.name());
            json.writeStringField("asset_symbol", contract.name());
        }
        if (file.startsWith("NSE_MIS")) {
            json.writeNumberField("intraday_margin", 20.0);
            json.writeNumberField("intraday_leverage", 5.0);
        } else if (file.startsWith("MTF")) {
            json.writeBooleanField("mtf_enabled", true);
            json.writeNumberField("mtf_bracket", 26.5);
        }
        json.writeEndObject();
    }

    /// Lots at MCX, units elsewhere.
    private static double freeze(Contract contract) {
        double units = contract.freezeQuantity() == 0 ? 100_000 : contract.freezeQuantity();
        return contract.segment() == in.sauda.core.domain.Segment.MCX ? Math.floor(units / contract.lotSize()) : units;
    }
}
