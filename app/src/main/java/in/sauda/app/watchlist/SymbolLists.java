package in.sauda.app.watchlist;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Brings symbols from a file into the shown watchlist and back, and says which of them nobody knows. FX thread only.
public final class SymbolLists {
    private static final int NAMED = 12;

    private final WatchlistViewModel watchlist;
    private final InstrumentDirectory directory;

    public SymbolLists(WatchlistViewModel watchlist, InstrumentDirectory directory) {
        this.watchlist = watchlist;
        this.directory = directory;
    }

    /// By symbol, by symbol without its series, or as {@code NSE:2885}.
    public static Optional<Instrument> find(InstrumentDirectory directory, String wanted) {
        Optional<Instrument> byKey = key(wanted).flatMap(directory::find);
        return byKey.isPresent()
                ? byKey
                : directory.search(SearchQuery.of(wanted)).stream()
                        .filter(instrument -> instrument.symbol().equalsIgnoreCase(wanted)
                                || instrument.symbol().equalsIgnoreCase(wanted + "-EQ")
                                || (instrument.index() && instrument.name().equalsIgnoreCase(wanted)))
                        .findFirst();
    }

    private static Optional<InstrumentKey> key(String wanted) {
        int colon = wanted.indexOf(':');
        if (colon < 0 || colon == wanted.length() - 1) {
            return Optional.empty();
        }
        try {
            Segment segment = Segment.valueOf(wanted.substring(0, colon).toUpperCase(Locale.ROOT));
            return Optional.of(new InstrumentKey(segment, wanted.substring(colon + 1)));
        } catch (IllegalArgumentException noSegment) {
            return Optional.empty();
        }
    }

    /// Adds every enabled symbol that is known.
    ///
    /// @return what became of the lines, in plain words
    public String take(String text) {
        List<SymbolFile.Entry> entries = SymbolFile.read(text);
        List<Instrument> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int off = 0;
        for (SymbolFile.Entry entry : entries) {
            if (!entry.enabled()) {
                off++;
            } else {
                find(directory, entry.symbol()).ifPresentOrElse(found::add, () -> unknown.add(entry.symbol()));
            }
        }
        int before = watchlist.rows().size();
        watchlist.addAll(found.stream().distinct().toList());
        int added = watchlist.rows().size() - before;
        return entries.isEmpty()
                ? "The file names no symbol. Expected lines such as RELIANCE,true."
                : words(added, found.size() - added, off, unknown);
    }

    private static String words(int added, int present, int off, List<String> unknown) {
        StringBuilder words = new StringBuilder(added + (added == 1 ? " symbol" : " symbols") + " added");
        words.append(present == 0 ? "" : ", " + present + " already there");
        words.append(off == 0 ? "" : ", " + off + " switched off in the file");
        words.append('.');
        if (!unknown.isEmpty()) {
            words.append(" In no master: ")
                    .append(String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))))
                    .append(unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more." : ".");
        }
        return words.toString();
    }

    /// The shown watchlist as such a file.
    public String give() {
        return SymbolFile.write(watchlist.rows().stream()
                .map(row -> new SymbolFile.Entry(row.instrument().symbol(), true))
                .toList());
    }
}
