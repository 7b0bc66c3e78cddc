package in.sauda.core.instruments.search;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.LinkedHashSet;
import java.util.Set;

/// What can be matched of one document, in one string: {@code |RELIANCE|RELIANCEEQ| RELIANCE INDUSTRIES LTD }.
///
/// Between bars stand the compact names, after the last one the words. One {@code contains} with a bar or a blank in
/// front then tells exact from prefix from word from substring.
final class DocumentText {
    private DocumentText() {}

    /// For an instrument that stands for itself: cash, index, underlying.
    static String of(Instrument instrument) {
        return of(stem(instrument), instrument.symbol(), instrument.name());
    }

    /// For all contracts of one underlying.
    static String ofUnderlying(String name) {
        return of(name, name, name);
    }

    private static String of(String stem, String symbol, String name) {
        Set<String> compact = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (String text : new String[] {stem, symbol, name}) {
            compact.add(SearchText.compact(text));
            words.add(SearchText.words(text));
        }
        return "|" + String.join("|", compact) + "| " + String.join(" ", words) + " ";
    }

    /// The symbol without the series of the cash market: {@code RELIANCE-EQ} is {@code RELIANCE}.
    static String stem(Instrument instrument) {
        int dash = dash(instrument);
        return dash < 0 ? instrument.symbol() : instrument.symbol().substring(0, dash);
    }

    /// Series of a cash instrument: {@code EQ}, {@code SG}; where the symbol has none, the master's type.
    static String series(Instrument instrument) {
        int dash = dash(instrument);
        return dash < 0 ? instrument.type() : instrument.symbol().substring(dash + 1);
    }

    private static int dash(Instrument instrument) {
        String symbol = instrument.symbol();
        int dash = symbol.lastIndexOf('-');
        boolean series = instrument.category() == InstrumentCategory.EQUITY && dash > 0 && symbol.length() - dash <= 3;
        return series && symbol.length() - dash > 1 ? dash : -1;
    }
}
