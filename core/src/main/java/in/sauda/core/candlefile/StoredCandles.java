package in.sauda.core.candlefile;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Candles of our own store in the form candle files are read into, so that whatever takes files takes the store as
/// well. Stored candles are clean: only continuous trading is ever saved.
public final class StoredCandles {
    private StoredCandles() {}

    /// Instruments with stored minutes in these days, by symbol.
    ///
    /// @param symbols those wanted, with or without the exchange's ending; none for all
    public static List<Instrument> instruments(
            CandleStore store, InstrumentDirectory directory, Set<String> symbols, LocalDate from, LocalDate to) {
        List<Instrument> found = new ArrayList<>();
        for (InstrumentKey key : store.stored(Timeframe.M1, start(from), start(to.plusDays(1)))) {
            directory.find(key).filter(one -> wanted(symbols, one.symbol())).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Instrument::symbol));
        return found;
    }

    /// True when the symbol is meant by one of the names, with or without the ending of a share; none means all.
    public static boolean wanted(Set<String> names, String symbol) {
        return names.isEmpty()
                || names.stream()
                        .anyMatch(name -> symbol.equalsIgnoreCase(name) || symbol.equalsIgnoreCase(name + "-EQ"));
    }

    private static long start(LocalDate day) {
        return IndiaTime.epochMillis(day, LocalTime.MIN);
    }

    /// Reads whole days, several instruments at a time. Blocks on the disk.
    ///
    /// @param instruments those wanted
    /// @throws CandleFileException when none of them has a candle there
    public static CandleFiles.Content read(
            CandleStore store, TradingCalendar calendar, List<Instrument> instruments, LocalDate from, LocalDate to) {
        long first = start(from);
        long last = start(to.plusDays(1));
        List<SymbolCandles> symbols = instruments.parallelStream()
                .map(instrument -> new SymbolCandles(instrument, store.columns(instrument.key(), first, last)))
                .filter(symbol -> symbol.candles().size() > 0)
                .sorted(Comparator.comparing(symbol -> symbol.instrument().symbol()))
                .toList();
        if (symbols.isEmpty()) {
            throw new CandleFileException("No candles of these instruments are stored from " + from + " to " + to
                    + "; a session stores them, or 'sauda candles import'.");
        }
        long rows =
                symbols.stream().mapToLong(symbol -> symbol.candles().size()).sum();
        Set<Integer> years = new TreeSet<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!calendar.knowsYear(year)) {
                years.add(year);
            }
        }
        return new CandleFiles.Content(
                symbols,
                new DirtReport(),
                List.of(new CandleFiles.FileNote("candle store", rows, BarLabel.START)),
                years);
    }
}
