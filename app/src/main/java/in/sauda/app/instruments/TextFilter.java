package in.sauda.app.instruments;

import in.sauda.core.instruments.Instrument;
import java.util.Locale;

/// What a user typed to find a row: part of a symbol or a name, or the beginning of a token. Nothing passes all.
public record TextFilter(String text) {
    public static final TextFilter ALL = new TextFilter("");

    public TextFilter {
        text = text.strip().toUpperCase(Locale.ROOT);
    }

    public boolean passes(Instrument instrument) {
        return text.isEmpty()
                || instrument.symbol().toUpperCase(Locale.ROOT).contains(text)
                || instrument.name().toUpperCase(Locale.ROOT).contains(text)
                || instrument.token().startsWith(text);
    }
}
