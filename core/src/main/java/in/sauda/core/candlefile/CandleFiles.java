package in.sauda.core.candlefile;

import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads candle files of any known dialect into clean candles by symbol. Not thread safe; one use.
public final class CandleFiles {
    /// What to read and how.
    ///
    /// @param columns the user's mapping of columns, or null to recognise the header
    /// @param symbols symbols wanted, empty for all; the only one names a file that has no symbol column
    public record Options(@Nullable String columns, BarLabel label, InstrumentKind kind, Set<String> symbols) {}

    /// What became of one file.
    ///
    /// @param label how its candles were stamped
    public record FileNote(String name, long rows, BarLabel label) {}

    /// Everything read.
    ///
    /// @param symbols in order of name
    /// @param unknownYears years for which the calendar has no holidays
    public record Content(
            List<SymbolCandles> symbols, DirtReport dirt, List<FileNote> files, Set<Integer> unknownYears) {
        public long candles() {
            return symbols.stream().mapToLong(symbol -> symbol.candles().size()).sum();
        }
    }

    private final TradingCalendar calendar;
    private final Options options;
    private final DirtReport dirt = new DirtReport();
    private final Map<String, RawSymbol> merged = new TreeMap<>();
    private final List<FileNote> notes = new ArrayList<>();
    private final Map<SessionClass, SessionHours> hours = new LinkedHashMap<>();

    public CandleFiles(TradingCalendar calendar, Options options) {
        this.calendar = calendar;
        this.options = options;
    }

    /// @throws CandleFileException when a file holds no candles one can use
    /// @throws IOException when a file cannot be read
    public Content read(List<Path> files) throws IOException {
        for (Path file : files) {
            read(file);
        }
        Set<String> known = new TreeSet<>(merged.keySet());
        if (!options.symbols().isEmpty()) {
            merged.keySet().removeIf(symbol -> !wanted(symbol));
        }
        if (merged.isEmpty()) {
            throw new CandleFileException("There are no candles"
                    + (known.isEmpty()
                            ? " that can be read in the files: " + dirt.counts()
                            : " of " + String.join(", ", options.symbols()) + "; the files have: "
                                    + String.join(", ", known)));
        }
        List<SymbolCandles> clean = new ArrayList<>();
        for (RawSymbol raw : merged.values()) {
            Instrument instrument = InstrumentGuess.of(raw.symbol, raw.key, options.kind(), raw.rows);
            CandleArray candles = new CandleCleaner(raw.symbol, hours(instrument), dirt).clean(raw.rows);
            clean.add(new SymbolCandles(instrument, candles));
        }
        return new Content(clean, dirt, notes, unknownYears(clean));
    }

    private boolean wanted(String symbol) {
        return options.symbols().stream().anyMatch(symbol::equalsIgnoreCase);
    }

    private void read(Path file) throws IOException {
        String only =
                options.symbols().size() == 1 ? options.symbols().iterator().next() : null;
        CandleFileReader reader = new CandleFileReader(file, options.columns(), only, dirt);
        Map<String, RawSymbol> symbols = reader.read();
        BarLabel label = options.label() != BarLabel.AUTO
                ? options.label()
                : BarLabels.detect(symbols.values(), hours(SessionClass.CASH));
        for (RawSymbol raw : symbols.values()) {
            RawSymbol target = merged.computeIfAbsent(raw.symbol, symbol -> new RawSymbol(symbol, raw.key));
            for (int i = 0; i < raw.rows.size(); i++) {
                target.rows.add(raw.rows, i, BarLabels.start(raw.rows.startMillis(i), label));
            }
        }
        notes.add(new FileNote(String.valueOf(file.getFileName()), reader.rows(), label));
    }

    private SessionHours hours(Instrument instrument) {
        return hours(SessionClass.of(instrument));
    }

    private SessionHours hours(SessionClass sessionClass) {
        return hours.computeIfAbsent(sessionClass, wanted -> new SessionHours(calendar, wanted));
    }

    private Set<Integer> unknownYears(List<SymbolCandles> symbols) {
        Set<Integer> years = new TreeSet<>();
        for (SymbolCandles symbol : symbols) {
            CandleArray candles = symbol.candles();
            long day = Long.MIN_VALUE;
            for (int i = 0; i < candles.size(); i++) {
                if (candles.startMillis(i) >= day) {
                    day = IndiaTime.nextMidnight(candles.startMillis(i));
                    years.add(IndiaTime.date(candles.startMillis(i)).getYear());
                }
            }
        }
        years.removeIf(calendar::knowsYear);
        return years;
    }
}
