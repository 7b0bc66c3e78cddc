package in.sauda.broker.angelone.master;

import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.DecimalText;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One master row to one instrument, or to the reason why not.
///
/// Strike and tick come in hundredths of a rupee, which is our unit for every segment but currency; there the strike
/// comes in 10^-7 rupees, our unit again, and only the tick has to be scaled. Keeps equal texts once, because 2,000
/// contracts share one name.
final class AngelOneMasterMapper {
    static final String BROKER = "angelone";

    private static final DateTimeFormatter EXPIRY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("ddMMMuuuu")
            .toFormatter(Locale.ENGLISH);
    /// NCDEX puts the type in the middle, {@code DHANIYA09OCT26CE11300FOCT26}; all others end with it.
    private static final Pattern OPTION_TYPE = Pattern.compile("(CE|PE)$|\\d(CE|PE)\\d");

    private final Map<String, Segment> segments = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, LocalDate> expiries = new HashMap<>();

    AngelOneMasterMapper() {
        for (Segment segment : Segment.values()) {
            segments.put(segment.name(), segment);
        }
    }

    void map(AngelOneMasterRow row, MasterSink sink) {
        try {
            sink.accept(instrument(row));
        } catch (RejectedRow rejected) {
            sink.reject(rejected.reason);
        }
    }

    private Instrument instrument(AngelOneMasterRow row) throws RejectedRow {
        Segment segment = segment(row);
        require(!row.token.isEmpty(), "missing token");
        require(!row.symbol.isEmpty(), "missing symbol");
        require(!row.symbol.contains("NSETEST"), "exchange test contract");
        InstrumentCategory category = AngelOneMasterCategories.of(row.instrumentType);
        boolean contract = category == InstrumentCategory.OPTIONS || category == InstrumentCategory.FUTURES;
        return new Instrument(
                BROKER,
                new InstrumentKey(segment, row.token),
                row.symbol,
                text(row.name.isEmpty() ? row.symbol : row.name),
                text(row.instrumentType),
                category,
                expiry(row, contract),
                strike(row, category),
                optionType(row, category),
                lotSize(row, contract),
                tickSize(row, segment),
                freezeQuantity(row),
                row.closingAuction.equalsIgnoreCase("true"));
    }

    private Segment segment(AngelOneMasterRow row) throws RejectedRow {
        Segment segment = segments.get(row.exchangeSegment);
        if (segment == null) {
            throw new RejectedRow(
                    row.exchangeSegment.isEmpty() ? "missing segment" : "unknown segment " + shortened(row));
        }
        return segment;
    }

    /// Reasons are counted by their text, so a garbled file must not make one of every row.
    private static String shortened(AngelOneMasterRow row) {
        return row.exchangeSegment.matches("[A-Za-z0-9_]{1,12}") ? row.exchangeSegment : "(unreadable)";
    }

    private @Nullable LocalDate expiry(AngelOneMasterRow row, boolean contract) throws RejectedRow {
        if (row.expiry.isEmpty()) {
            require(!contract, "missing expiry");
            return null;
        }
        LocalDate known = expiries.get(row.expiry);
        if (known != null) {
            return known;
        }
        try {
            LocalDate date = LocalDate.parse(row.expiry, EXPIRY);
            expiries.put(row.expiry, date);
            return date;
        } catch (DateTimeException unreadable) {
            throw new RejectedRow("bad expiry");
        }
    }

    /// Cash and NSE futures carry -1, indices and MCX futures 0: both mean none.
    private static long strike(AngelOneMasterRow row, InstrumentCategory category) throws RejectedRow {
        if (category != InstrumentCategory.OPTIONS) {
            return 0;
        }
        long strike = number(row.strike, 0, "bad strike");
        require(strike > 0, "bad strike");
        return strike;
    }

    private static @Nullable OptionType optionType(AngelOneMasterRow row, InstrumentCategory category)
            throws RejectedRow {
        if (category != InstrumentCategory.OPTIONS) {
            return null;
        }
        Matcher matcher = OPTION_TYPE.matcher(row.symbol);
        require(matcher.find(), "option without CE or PE");
        return OptionType.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private static int lotSize(AngelOneMasterRow row, boolean contract) throws RejectedRow {
        if (row.lotSize.isEmpty() && !contract) {
            return 1;
        }
        long lot = number(row.lotSize, 0, "bad lot size");
        require(lot >= 1 && lot <= Integer.MAX_VALUE, "bad lot size");
        return (int) lot;
    }

    private static long tickSize(AngelOneMasterRow row, Segment segment) throws RejectedRow {
        return row.tickSize.isEmpty()
                ? 0
                : Math.max(0, number(row.tickSize, segment.priceDecimals() - 2, "bad tick size"));
    }

    /// The file holds the exchange's limit plus one (1801 for NIFTY, where 1800 is the largest order). Only a hint for
    /// splitting orders, so an unreadable value degrades to unknown.
    private static long freezeQuantity(AngelOneMasterRow row) {
        try {
            return row.freezeQuantity.isEmpty() ? 0 : Math.max(0, DecimalText.fixedPoint(row.freezeQuantity, 0) - 1);
        } catch (NumberFormatException unreadable) {
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
