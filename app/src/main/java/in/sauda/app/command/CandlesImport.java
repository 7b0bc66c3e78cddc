package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.InstrumentKind;
import in.sauda.core.candlefile.StoredCandles;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Candle files into the store.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads candle files of the known dialects, plain or gzip, into the store. "
                + "Symbols are looked up among the imported instruments; dirt is counted and left out.")
final class CandlesImport implements Callable<Integer> {
    /// As long as a session may still change its candles.
    private static final long UNPACKED_MILLIS = 14 * 86_400_000L;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files.")
    private List<Path> files = List.of();

    @Option(names = "--columns", description = "Maps columns, as in 'sauda backtest --help'.")
    private @Nullable String columns;

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException {
        CandleFiles.Content content = new CandleFiles(
                        Calendars.of(home.prepare()),
                        new CandleFiles.Options(columns, BarLabel.AUTO, InstrumentKind.AUTO, Set.of()))
                .read(files);
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode symbols = json.putObject("candles");
        List<String> unknown = new ArrayList<>();
        long packedUntil = IndiaTime.startOfDay(new SystemTime().wallMillis() - UNPACKED_MILLIS);
        CandleShelf.open(home, shelf -> {
            for (SymbolCandles symbol : content.symbols()) {
                Optional<Instrument> instrument = find(shelf.directory(), symbol.instrument());
                if (instrument.isPresent()) {
                    keep(shelf.candles(), instrument.get().key(), symbol.candles(), packedUntil);
                    symbols.put(instrument.get().symbol(), symbol.candles().size());
                } else {
                    unknown.add(symbol.instrument().symbol());
                }
            }
            return true;
        });
        unknown.forEach(json.putArray("unknown_symbols")::add);
        ObjectNode dirt = json.putObject("dirt");
        content.dirt().counts().forEach((kind, count) -> dirt.put(kind.name().toLowerCase(Locale.ROOT), count));
        PrintWriter to = spec.commandLine().getOut();
        to.println(json.toPrettyString());
        to.flush();
        return symbols.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private static Optional<Instrument> find(InstrumentDirectory directory, Instrument guessed) {
        return directory.search(new SearchQuery(guessed.symbol(), Set.of(), Set.of(), 50)).stream()
                .filter(known -> StoredCandles.wanted(Set.of(guessed.symbol()), known.symbol()))
                .findFirst();
    }

    /// Days that are long over are packed at once, which is quicker by far.
    private static void keep(CandleStore store, InstrumentKey key, CandleArray candles, long packedUntil) {
        List<Candle> old = new ArrayList<>();
        List<CandleStore.Entry> young = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.candle(i, Candle.HISTORY);
            if (candle.startMillis() < packedUntil) {
                old.add(candle);
            } else {
                young.add(new CandleStore.Entry(key, Timeframe.M1, candle));
            }
        }
        store.archive(key, old);
        if (!young.isEmpty()) {
            store.save(young);
        }
    }
}
