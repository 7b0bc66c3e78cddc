package in.sauda.broker.upstox.master;

import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.DecimalText;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// One row of an Upstox instrument file to one instrument, or to the reason why not.
///
/// Ticks come in paise (0.25 in currency), strikes in rupees, expiries as the last second of the day in India. A
/// contract is named by its underlying's symbol, as option chains group by it; cash keeps the company's name.
final class UpstoxMasterMapper {
    static final String BROKER = "upstox";

    private static final Map<String, Segment> SEGMENTS = Map.ofEntries(
            Map.entry("NSE_EQ", Segment.NSE),
            Map.entry("NSE_INDEX", Segment.NSE),
            Map.entry("BSE_EQ", Segment.BSE),
            Map.entry("BSE_INDEX", Segment.BSE),
            Map.entry("NSE_FO", Segment.NFO),
            Map.entry("BSE_FO", Segment.BFO),
            Map.entry("NCD_FO", Segment.CDS),
            Map.entry("BCD_FO", Segment.BCD),
            Map.entry("MCX_FO", Segment.MCX),
            Map.entry("MCX_INDEX", Segment.MCX),
            Map.entry("NSE_COM", Segment.NCO));

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, LocalDate> expiries = new HashMap<>();

    void map(UpstoxMasterRow row, MasterSink sink) {
        try {
            sink.accept(instrument(row));
        } catch (RejectedRow rejected) {
            sink.reject(rejected.reason);
        }
    }

    private Instrument instrument(UpstoxMasterRow row) throws RejectedRow {
        Segment segment = segment(row);
        require(!row.exchangeToken.isEmpty(), "missing token");
        require(!row.tradingSymbol.isEmpty(), "missing symbol");
        require(!row.tradingSymbol.contains("NSETEST"), "exchange test contract");
        InstrumentCategory category = category(row);
        boolean contract = category == InstrumentCategory.OPTIONS || category == InstrumentCategory.FUTURES;
        boolean index = category == InstrumentCategory.INDEX;
        int lotSize = index ? 1 : lotSize(row);
        return new Instrument(
                BROKER,
                new InstrumentKey(segment, row.exchangeToken),
                row.tradingSymbol,
                text(name(row, contract)),
                text(row.instrumentType),
                category,
                contract ? expiry(row) : null,
                strike(row, segment, category),
                category == InstrumentCategory.OPTIONS ? OptionType.valueOf(row.instrumentType) : null,
                lotSize,
                row.tickSize.isEmpty() ? 0 : number(row.tickSize, segment.priceDecimals() - 2, "bad tick size"),
                freezeQuantity(row, segment, lotSize),
                row.closingAuction.equals("true"),
                row.isin);
    }

    private static Segment segment(UpstoxMasterRow row) throws RejectedRow {
        Segment segment = SEGMENTS.get(row.segment);
        if (segment == null) {
            String shown = row.segment.matches("[A-Za-z0-9_]{1,16}") ? row.segment : "(unreadable)";
            throw new RejectedRow(row.segment.isEmpty() ? "missing segment" : "unknown segment " + shown);
        }
        return segment;
    }

    private static InstrumentCategory category(UpstoxMasterRow row) {
        if (row.segment.endsWith("_EQ")) {
            // The type is the series here: EQ, BE, SG, and in Mumbai A, B, X, F.
            return InstrumentCategory.EQUITY;
        }
        return switch (row.instrumentType) {
            case "INDEX" -> InstrumentCategory.INDEX;
            case "FUT" -> InstrumentCategory.FUTURES;
            case "CE", "PE" -> InstrumentCategory.OPTIONS;
            case "COM" -> InstrumentCategory.COMMODITY;
            case "CUR", "IRD" -> InstrumentCategory.CURRENCY;
            default -> InstrumentCategory.OTHER;
        };
    }

    private static String name(UpstoxMasterRow row, boolean contract) {
        if (contract && !row.underlyingSymbol.isEmpty()) {
            return row.underlyingSymbol;
        }
        return row.name.isEmpty() ? row.tradingSymbol : row.name;
    }

    private LocalDate expiry(UpstoxMasterRow row) throws RejectedRow {
        require(!row.expiry.isEmpty(), "missing expiry");
        LocalDate known = expiries.get(row.expiry);
        if (known != null) {
            return known;
        }
        long millis = number(row.expiry, 0, "bad expiry");
        // Between the founding of the exchange and the year 2100; anything else is another unit.
        require(millis > 700_000_000_000L && millis < 4_100_000_000_000L, "bad expiry");
        LocalDate date = IndiaTime.date(millis);
        expiries.put(row.expiry, date);
        return date;
    }

    private static long strike(UpstoxMasterRow row, Segment segment, InstrumentCategory category) throws RejectedRow {
        if (category != InstrumentCategory.OPTIONS) {
            return 0;
        }
        long strike = number(row.strikePrice, segment.priceDecimals(), "bad strike");
        require(strike > 0, "bad strike");
        return strike;
    }

    private static int lotSize(UpstoxMasterRow row) throws RejectedRow {
        long lot = number(row.lotSize, 0, "bad lot size");
        require(lot >= 1 && lot <= Integer.MAX_VALUE, "bad lot size");
        return (int) lot;
    }

    /// Units everywhere but at MCX, which counts lots. Only a hint for splitting orders: unreadable means
    /// unknown.
    private static long freezeQuantity(UpstoxMasterRow row, Segment segment, int lotSize) {
        try {
            long quantity = row.freezeQuantity.isEmpty() ? 0 : DecimalText.fixedPoint(row.freezeQuantity, 0);
            return Math.max(0, segment == Segment.MCX ? Math.multiplyExact(quantity, lotSize) : quantity);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return 0;
        }
    }

    private static long number(String text, int shift, String reason) throws RejectedRow {
        try {
            return DecimalText.fixedPoint(text, shift);
        } catch (NumberFormatException unreadable) {
            throw new RejectedRow(reason);
        }
    }

    private static void require(boolean condition, String reason) throws RejectedRow {
        if (!condition) {
            throw new RejectedRow(reason);
        }
    }

    private String text(String value) {
        String known = texts.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    /// Control flow inside this class only, therefore without a stack trace.
    private static final class RejectedRow extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        RejectedRow(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
