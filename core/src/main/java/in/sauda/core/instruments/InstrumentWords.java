package in.sauda.core.instruments;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OptionType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says which contract an instrument is, in words a person can check before an order leaves.
public final class InstrumentWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private InstrumentWords() {}

    /// {@code NIFTY 25 Sep 2026 25,000 Call}, {@code BANKNIFTY 29 Sep 2026 Future}, {@code RELIANCE}.
    public static String full(Instrument instrument) {
        return describe(instrument, DAY, true);
    }

    /// Short enough for a table: {@code NIFTY 25 Sep 25,000 CE}, {@code BANKNIFTY 29 Sep FUT}, {@code RELIANCE}.
    public static String brief(Instrument instrument) {
        return describe(instrument, SHORT_DAY, false);
    }

    private static String describe(Instrument instrument, DateTimeFormatter day, boolean words) {
        LocalDate expiry = instrument.expiry();
        if (expiry == null) {
            return cash(instrument);
        }
        StringBuilder text = new StringBuilder(name(instrument)).append(' ').append(day.format(expiry));
        OptionType option = instrument.optionType();
        if (option != null) {
            text.append(' ')
                    .append(IndianNumbers.strike(instrument.strike(), instrument.segment()))
                    .append(' ')
                    .append(words ? option.words() : option.name());
        } else {
            text.append(words ? " Future" : " FUT");
        }
        return text.toString();
    }

    /// Cash symbols carry their series, {@code RELIANCE-EQ}; only the ordinary one goes without saying.
    private static String cash(Instrument instrument) {
        String symbol = instrument.symbol();
        return symbol.endsWith("-EQ") ? symbol.substring(0, symbol.length() - 3) : symbol;
    }

    private static String name(Instrument instrument) {
        return instrument.name().isBlank() ? instrument.symbol() : instrument.name();
    }
}
