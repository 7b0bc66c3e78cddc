package in.sauda.app.search;

import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentWords;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One search result in words.
public record SearchHit(Instrument instrument) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

    public String title() {
        return InstrumentWords.brief(instrument);
    }

    public String tag() {
        return instrument.segment().name();
    }

    public String symbol() {
        return instrument.symbol();
    }

    public String category() {
        return words(instrument.category());
    }

    public String expiry() {
        return instrument.expiry() == null ? "" : DAY.format(instrument.expiry());
    }

    public String strike() {
        return instrument.strike() == 0 ? "" : IndianNumbers.strike(instrument.strike(), instrument.segment());
    }

    public String lot() {
        return instrument.segment().derivative() ? "lot " + IndianNumbers.units(instrument.lotSize()) : "";
    }

    /// Name of a category for people.
    public static String words(InstrumentCategory category) {
        return switch (category) {
            case EQUITY -> "Equity";
            case OPTIONS -> "Options";
            case FUTURES -> "Futures";
            case COMMODITY -> "Commodity";
            case CURRENCY -> "Currency";
            case INDEX -> "Index";
            case OTHER -> "Other";
        };
    }
}
