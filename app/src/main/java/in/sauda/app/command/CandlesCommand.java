package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.InstrumentKind;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandleGaps;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

/// {@code sauda candles}: stored one-minute candles to and from files, and what is missing among them.
@Command(
        name = "candles",
        mixinStandardHelpOptions = true,
        description = "Stored one-minute candles: to files, from files, and which are missing.",
        subcommands = {CandlesCommand.Export.class, CandlesCommand.Import.class, CandlesCommand.Gaps.class})
final class CandlesCommand {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CandlesCommand() {}

    /// Which candles are meant.
    static final class Choice {
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

        private LocalDate first() {
            return from == null ? IndiaTime.date(new SystemTime().wallMillis()) : from;
        }

        private LocalDate last() {
            LocalDate chosen = to == null ? first() : to;
            if (chosen.isBefore(first())) {
                throw new CommandFailure("--to lies before --from.");
            }
            return chosen;
        }

        private long fromMillis() {
            return IndiaTime.epochMillis(first(), LocalTime.MIN);
        }

        private long toMillis() {
            return IndiaTime.epochMillis(last().plusDays(1), LocalTime.MIN);
        }

        /// Instruments with candles in the range that are wanted, by symbol.
        private List<Instrument> instruments(Shelf shelf) {
            List<Instrument> found = new ArrayList<>();
            for (InstrumentKey key : shelf.candles.stored(Timeframe.M1, fromMillis(), toMillis())) {
                shelf.directory
                        .find(key)
                        .filter(one -> symbols.isEmpty() || symbols.stream().anyMatch(name -> named(one, name)))
                        .ifPresent(found::add);
            }
            found.sort(Comparator.comparing(Instrument::symbol));
            return found;
        }
    }

    private static boolean named(Instrument instrument, String name) {
        return instrument.symbol().equalsIgnoreCase(name) || instrument.symbol().equalsIgnoreCase(name + "-EQ");
    }

    /// The candle store of a home and the instruments it knows.
    private record Shelf(CandleStore candles, InstrumentDirectory directory) {}

    /// Work with an open shelf.
    private interface Work<T> {
        T on(Shelf shelf) throws IOException;
    }

    private static <T> T open(HomeOption home, Work<T> work) {
        Path folder = home.prepare();
        try (Database database = Database.open(folder);
                InstrumentService service =
                        InstrumentService.open(database, folder, InstrumentsCommand.sources(), new SystemTime())) {
            return work.on(
                    new Shelf(JdbiStores.of(database, new InstrumentRegistry()).candles(), service.directory()));
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    /// Candles to a CSV file with the fixed columns.
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes candles as CSV: symbol,exchange,timestamp,open,high,low,close,volume; "
                    + "the timestamp is the candle's start with +05:30, the volume is empty where it is not known.")
    static final class Export implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path out;

        @Mixin
        private Choice choice = new Choice();

        @Override
        public Integer call() {
            long rows = open(choice.home, shelf -> write(choice.instruments(shelf), shelf));
            PrintWriter to = spec.commandLine().getOut();
            to.println(rows + " candles written to " + out + ".");
            to.flush();
            return rows > 0 ? ExitCode.OK : ExitCode.FAILED;
        }

        private long write(List<Instrument> instruments, Shelf shelf) throws IOException {
            long rows = 0;
            Path whole = out.toAbsolutePath();
            Path folder = whole.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // An earlier export stays until this one is whole.
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(part))) {
                to.print("symbol,exchange,timestamp,open,high,low,close,volume\n");
                for (Instrument instrument : instruments) {
                    List<Candle> candles =
                            shelf.candles.load(instrument.key(), Timeframe.M1, choice.fromMillis(), choice.toMillis());
                    candles.forEach(candle -> to.print(row(instrument, candle)));
                    rows += candles.size();
                }
                if (to.checkError()) {
                    throw new IOException("The file " + out + " could not be written.");
                }
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        }

        private static String row(Instrument instrument, Candle candle) {
            int decimals = instrument.priceDecimals();
            return String.join(
                            ",",
                            instrument.symbol(),
                            instrument.segment().exchange(),
                            stamp(candle.startMillis()),
                            FixedPoint.toRupees(candle.open(), decimals).toPlainString(),
                            FixedPoint.toRupees(candle.high(), decimals).toPlainString(),
                            FixedPoint.toRupees(candle.low(), decimals).toPlainString(),
                            FixedPoint.toRupees(candle.close(), decimals).toPlainString(),
                            candle.volume() < 0 ? "" : Long.toString(candle.volume()))
                    + "\n";
        }
    }

    private static String stamp(long millis) {
        return IndiaTime.date(millis) + "T" + IndiaTime.time(millis).format(SECONDS) + "+05:30";
    }

    /// Candle files into the store.
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Reads candle files of the known dialects, plain or gzip, into the store. "
                    + "Symbols are looked up among the imported instruments; dirt is counted and left out.")
    static final class Import implements Callable<Integer> {
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
                            TradingCalendar.bundled(),
                            new CandleFiles.Options(columns, BarLabel.AUTO, InstrumentKind.AUTO, Set.of()))
                    .read(files);
            ObjectNode json = Json.MAPPER.createObjectNode();
            ObjectNode symbols = json.putObject("candles");
            List<String> unknown = new ArrayList<>();
            open(home, shelf -> {
                for (SymbolCandles symbol : content.symbols()) {
                    Optional<Instrument> instrument = find(shelf.directory, symbol.instrument());
                    if (instrument.isPresent()) {
                        shelf.candles.save(entries(instrument.get().key(), symbol.candles()));
                        symbols.put(instrument.get().symbol(), symbol.candles().size());
                    } else {
                        unknown.add(symbol.instrument().symbol());
                    }
                }
                return true;
            });
            unknown.forEach(json.putArray("unknown_symbols")::add);
            ObjectNode dirt = json.putObject("dirt");
            content.dirt()
                    .counts()
                    .forEach((kind, count) -> dirt.put(kind.name().toLowerCase(Locale.ROOT), count));
            PrintWriter to = spec.commandLine().getOut();
            to.println(json.toPrettyString());
            to.flush();
            return symbols.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
        }

        private static Optional<Instrument> find(InstrumentDirectory directory, Instrument guessed) {
            return directory.search(new SearchQuery(guessed.symbol(), Set.of(), Set.of(), 50)).stream()
                    .filter(known -> named(known, guessed.symbol()))
                    .findFirst();
        }

        private static List<CandleStore.Entry> entries(InstrumentKey key, CandleArray candles) {
            List<CandleStore.Entry> entries = new ArrayList<>();
            for (int i = 0; i < candles.size(); i++) {
                Candle candle = new Candle(
                        candles.startMillis(i),
                        candles.open(i),
                        candles.high(i),
                        candles.low(i),
                        candles.close(i),
                        candles.volume(i),
                        Candle.HISTORY);
                entries.add(new CandleStore.Entry(key, Timeframe.M1, candle));
            }
            return entries;
        }
    }

    /// Missing minutes.
    @Command(
            name = "gaps",
            mixinStandardHelpOptions = true,
            description = "Lists minutes of continuous trading without a candle, by symbol and day. A minute in which "
                    + "nothing was traded looks the same as one that was missed.")
    static final class Gaps implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--json", description = "Prints one JSON object a gap.")
        private boolean json;

        @Mixin
        private Choice choice = new Choice();

        @Override
        public Integer call() {
            PrintWriter to = spec.commandLine().getOut();
            int missing = open(choice.home, shelf -> {
                int minutes = 0;
                List<Instrument> instruments = choice.instruments(shelf);
                if (instruments.isEmpty()) {
                    throw new CommandFailure("No candles of such instruments are stored, so none can be missing."
                            + " A session stores them, or 'sauda candles import'.");
                }
                for (Instrument instrument : instruments) {
                    for (CandleGaps.Gap gap : gaps(shelf, instrument)) {
                        minutes += gap.minutes();
                        print(to, instrument, gap);
                    }
                }
                return minutes;
            });
            if (!json) {
                to.println(missing + " minutes are missing.");
            }
            to.flush();
            return ExitCode.OK;
        }

        private List<CandleGaps.Gap> gaps(Shelf shelf, Instrument instrument) {
            return CandleGaps.of(
                    TradingCalendar.bundled(),
                    SessionClass.of(instrument),
                    shelf.candles.load(instrument.key(), Timeframe.M1, choice.fromMillis(), choice.toMillis()),
                    choice.first(),
                    choice.last(),
                    new SystemTime().wallMillis());
        }

        private void print(PrintWriter to, Instrument instrument, CandleGaps.Gap gap) {
            if (json) {
                ObjectNode line = Json.MAPPER.createObjectNode();
                line.put("symbol", instrument.symbol());
                line.put("date", gap.date().toString());
                line.put("from", stamp(gap.fromMillis()));
                line.put("minutes", gap.minutes());
                to.println(line);
            } else {
                to.printf(
                        "%-28s %s  %s  %4d min%n",
                        instrument.symbol(),
                        gap.date(),
                        IndiaTime.time(gap.fromMillis()).format(SECONDS),
                        gap.minutes());
            }
        }
    }
}
