package in.sauda.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda journal …}: what the terminal recorded of its inputs.
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description =
                "Looks into the journal, the record of every input of the engine in the order of its consumption.",
        subcommands = {JournalCommand.Summary.class, JournalCommand.Range.class, JournalCommand.Verify.class})
final class JournalCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalCommand() {}

    /// Where the journal is.
    static final class Place {
        @Option(
                names = "--journal",
                paramLabel = "DIR",
                description = "Folder of the journal. Default: journal in the data folder.")
        private @Nullable Path journal;

        @Mixin
        private HomeOption home = new HomeOption();

        JournalFolder folder() throws IOException {
            Path folder = journal == null ? home.prepare().resolve("journal") : journal;
            JournalFolder found = new JournalFolder(folder);
            if (found.segments().isEmpty()) {
                throw new CommandFailure("There is no journal in " + folder + ".");
            }
            return found;
        }
    }

    private static void each(JournalReader reader, Consumer<JournalRecord> use) throws IOException {
        for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
            use.accept(record);
        }
    }

    private static String stamp(long millis) {
        return IndiaTime.date(millis) + "T" + IndiaTime.time(millis) + "+05:30";
    }

    /// Counts.
    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            description = "Prints one JSON object: segments, bytes, records by kind, first and last time, damage.")
    static final class Summary implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        @Option(
                names = "--symbols",
                description = "Also prints the log of every symbol: its length, its first and its last update.")
        private boolean symbols;

        @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Also prints the log of this symbol.")
        private String symbol = "";

        private final SymbolLogs logs = new SymbolLogs();
        private final JournalDecoder decoder = new JournalDecoder();
        private long records;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private final Map<String, Long> kinds = new TreeMap<>();

        @Override
        public Integer call() {
            try {
                JournalFolder folder = place.folder();
                long bytes = 0;
                List<Path> segments = folder.segments();
                for (Path segment : segments) {
                    bytes += Files.size(segment);
                }
                try (JournalReader reader = new JournalReader(folder, 0)) {
                    each(reader, this::take);
                    if (!symbol.isEmpty() && !logs.knows(symbol)) {
                        throw new CommandFailure("The journal holds no update of " + symbol + ".");
                    }
                    ObjectNode json = JSON.createObjectNode();
                    json.put("segments", segments.size());
                    json.put("bytes", bytes);
                    json.put("records", records);
                    kinds.forEach(json.putObject("kinds")::put);
                    json.put("first", records == 0 ? null : stamp(first));
                    json.put("last", records == 0 ? null : stamp(last));
                    if (symbols || !symbol.isEmpty()) {
                        logs.write(json.putObject("symbols"), symbol, JournalCommand::stamp);
                    }
                    reader.damage().forEach(json.putArray("damage")::add);
                    PrintWriter out = spec.commandLine().getOut();
                    out.println(json.toPrettyString());
                    out.flush();
                }
                return ExitCode.OK;
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }

        private void take(JournalRecord record) {
            if (symbols || !symbol.isEmpty()) {
                decoder.play(record, logs);
            }
            records++;
            kinds.merge(JournalDecoder.kind(record).toLowerCase(Locale.ROOT), 1L, Long::sum);
            if (record.millis() > 0) {
                first = Math.min(first, record.millis());
                last = Math.max(last, record.millis());
            }
        }
    }

    /// Market events as JSON lines.
    @Command(
            name = "range",
            mixinStandardHelpOptions = true,
            description = "Prints market updates of a time range, one JSON object a line.")
    static final class Range implements Callable<Integer>, JournalDecoder.Listener {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        @Option(names = "--from", paramLabel = "TIME", description = "From this India time on, e.g. 2026-11-20T09:15.")
        private @Nullable LocalDateTime from;

        @Option(names = "--to", paramLabel = "TIME", description = "Before this India time.")
        private @Nullable LocalDateTime to;

        @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only this symbol.")
        private @Nullable String symbol;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "1000",
                description = "Most lines. Default: ${DEFAULT-VALUE}.")
        private long limit = 1_000;

        private final Map<Integer, Instrument> instruments = new HashMap<>();
        private long printed;

        @Override
        public Integer call() {
            JournalDecoder decoder = new JournalDecoder();
            try (JournalReader reader = new JournalReader(place.folder(), 0)) {
                for (JournalRecord record = reader.next(); record != null && printed < limit; record = reader.next()) {
                    decoder.play(record, this);
                }
                spec.commandLine().getOut().flush();
                return ExitCode.OK;
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }

        @Override
        public void start() {
            instruments.clear();
        }

        @Override
        public void instrument(int index, Instrument instrument) {
            instruments.put(index, instrument);
        }

        @Override
        public void gap(long records) {
            spec.commandLine().getOut().println("{\"missing_records\":" + records + "}");
        }

        @Override
        public void market(MarketEvent event) {
            Instrument instrument = instruments.get(event.instrument);
            long millis = event.exchangeMillis > 0 ? event.exchangeMillis : event.receivedMillis;
            boolean early =
                    from != null && millis < from.toInstant(IndiaTime.OFFSET).toEpochMilli();
            boolean late =
                    to != null && millis >= to.toInstant(IndiaTime.OFFSET).toEpochMilli();
            if (instrument == null
                    || early
                    || late
                    || (symbol != null && !instrument.symbol().equalsIgnoreCase(symbol))) {
                return;
            }
            printed++;
            spec.commandLine().getOut().println(line(event, instrument, millis));
        }

        private static ObjectNode line(MarketEvent event, Instrument instrument, long millis) {
            ObjectNode json = JSON.createObjectNode();
            json.put("symbol", instrument.symbol());
            json.put("token", instrument.token());
            json.put("exchange_timestamp", stamp(millis));
            json.put("timestamp", stamp(event.receivedMillis));
            price(json, "ltp", event.lastPrice, instrument);
            price(json, "open", event.open, instrument);
            price(json, "high", event.high, instrument);
            price(json, "low", event.low, instrument);
            price(json, "close", event.previousClose, instrument);
            if (event.previousClose > 0) {
                json.put("change", instrument.rupees(event.lastPrice - event.previousClose));
                json.put(
                        "change_percent",
                        Math.round(10_000.0 * (event.lastPrice - event.previousClose) / event.previousClose) / 100.0);
            }
            if (event.volume >= 0) {
                json.put("volume", event.volume);
            }
            if (event.hasDepth) {
                price(json, "bid", event.bidPrice[0], instrument);
                price(json, "ask", event.askPrice[0], instrument);
            }
            return json;
        }

        /// What an update does not carry is left out.
        private static void price(ObjectNode json, String name, long price, Instrument instrument) {
            if (price > 0) {
                json.put(name, FixedPoint.toRupees(price, instrument.priceDecimals()));
            }
        }
    }

    /// Reads everything and compares checksums.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Reads every record and compares its checksum. Exit code 0 when all is whole, 1 when not.")
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        private long records;

        @Override
        public Integer call() {
            try (JournalReader reader = new JournalReader(place.folder(), 0)) {
                each(reader, _ -> records++);
                PrintWriter out = spec.commandLine().getOut();
                reader.damage().forEach(out::println);
                out.println(records + " records are whole.");
                out.flush();
                return reader.damage().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }
    }
}
