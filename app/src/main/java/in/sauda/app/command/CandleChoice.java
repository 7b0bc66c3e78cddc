package in.sauda.app.command;

import in.sauda.core.candlefile.StoredCandles;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which stored candles are meant.
final class CandleChoice {
    @Option(
            names = "--symbol",
            split = ",",
            paramLabel = "SYMBOL",
            description = "Only these symbols. Default: all with candles.")
    private Set<String> symbols = new HashSet<>();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "First day. Default: today in India.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "Last day. Default: the first day.")
    private @Nullable LocalDate to;

    @Mixin
    private HomeOption home = new HomeOption();

    HomeOption home() {
        return home;
    }

    LocalDate first() {
        return from == null ? IndiaTime.date(new SystemTime().wallMillis()) : from;
    }

    LocalDate last() {
        LocalDate chosen = to == null ? first() : to;
        if (chosen.isBefore(first())) {
            throw new CommandFailure("--to lies before --from.");
        }
        return chosen;
    }

    long fromMillis() {
        return IndiaTime.epochMillis(first(), LocalTime.MIN);
    }

    long toMillis() {
        return IndiaTime.epochMillis(last().plusDays(1), LocalTime.MIN);
    }

    /// True when the symbol is among those wanted.
    boolean wants(String symbol) {
        return StoredCandles.wanted(symbols, symbol);
    }

    /// Instruments with candles in the range that are wanted, by symbol.
    List<Instrument> instruments(CandleShelf shelf) {
        return StoredCandles.instruments(shelf.candles(), shelf.directory(), symbols, first(), last());
    }
}
