package in.sauda.app.testkit;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A directory over a short list: every word of the query must occur.
public record ListDirectory(List<Instrument> instruments) implements InstrumentDirectory {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Override
    public List<Instrument> search(SearchQuery query) {
        return instruments.stream()
                .filter(instrument -> matches(instrument, query))
                .limit(query.limit())
                .toList();
    }

    private static boolean matches(Instrument instrument, SearchQuery query) {
        String text = (instrument.symbol() + " " + instrument.name()).toLowerCase(Locale.ROOT);
        boolean words =
                BLANKS.splitAsStream(query.text().toLowerCase(Locale.ROOT)).allMatch(text::contains);
        boolean category = query.categories().isEmpty() || query.categories().contains(instrument.category());
        boolean exchange = query.exchanges().isEmpty()
                || query.exchanges().contains(instrument.segment().name())
                || query.exchanges().contains(instrument.segment().exchange());
        return words && category && exchange;
    }

    @Override
    public Optional<Instrument> find(InstrumentKey key) {
        return instruments.stream()
                .filter(instrument -> instrument.key().equals(key))
                .findFirst();
    }

    @Override
    public int size() {
        return instruments.size();
    }
}
