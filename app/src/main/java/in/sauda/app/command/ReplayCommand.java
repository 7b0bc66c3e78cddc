package in.sauda.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFileException;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.replay.JournalReplay;
import in.sauda.core.replay.RecordedTick;
import in.sauda.core.replay.TickFiles;
import in.sauda.core.replay.TickReplay;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda replay}: recorded ticks, or a journal, through the live engine.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Plays recorded ticks through the live engine with the recording's own time and shows the candles and "
                        + "signals it makes of them. The same ticks give the same bytes.")
final class ReplayCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BEFORE_MILLIS = 60_000L;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// What is replayed: one of the two.
    private static final class Source {
        @Option(
                names = "--ticks",
                paramLabel = "FILE",
                arity = "1..*",
                description =
                        "CSV files of ticks, plain or gzip: timestamp, price and cumulative volume; several are merged by time.")
        private List<Path> ticks = List.of();

        @Option(
                names = "--journal",
                paramLabel = "DIR",
                description = "A journal of the terminal: every input again, in its order and at its time.")
        private @Nullable Path journal;
    }

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description = "N times the recording's speed, silences over a minute shortened; 0 is as fast as possible. "
                    + "Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes candles.csv, signals.csv and a review of every day with signals there.")
    private @Nullable Path out;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ReplayPeriod period = new ReplayPeriod();

    @Option(names = "--json", description = "Prints one JSON object instead of a summary.")
    private boolean json;

    private final TimeSource time = new SystemTime();

    @Override
    public Integer call() {
        if (speed < 0) {
            throw new CommandFailure("--speed must not be negative; 0 is as fast as possible.");
        }
        period.check();
        try {
            TradingCalendar calendar = Calendars.of(home.folder());
            if (source.journal == null) {
                ticks(calendar);
            } else {
                journal(source.journal, calendar);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    private void ticks(TradingCalendar calendar) throws IOException {
        try (TickFiles files = new TickFiles(source.ticks)) {
            RecordedTick first = files.peek();
            if (first == null) {
                throw new CandleFileException("There are no ticks that can be read in the files: " + files.dirt());
            }
            try (TickReplay replay =
                    new TickReplay(calendar, first.millis() - BEFORE_MILLIS, ReplayPace.of(speed, time))) {
                for (RecordedTick tick = files.next();
                        tick != null && !period.over(tick.millis());
                        tick = files.next()) {
                    replay.onTick(tick);
                }
                replay.finish();
                write(new ReplayOutput(
                        replay.instruments(),
                        instrument -> candles(replay, instrument),
                        period.signals(replay.signals())));
                print(summary(files, replay));
            }
        }
    }

    private void journal(Path folder, TradingCalendar calendar) throws IOException {
        JournalFolder segments = new JournalFolder(folder);
        if (segments.segments().isEmpty()) {
            throw new CommandFailure("There is no journal in " + folder + ".");
        }
        JournalDecoder decoder = new JournalDecoder();
        try (JournalReader reader = new JournalReader(segments, 0);
                JournalReplay replay = new JournalReplay(calendar, ReplayPace.of(speed, time))) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                decoder.play(record, replay);
            }
            replay.finish();
            List<Signal> signals = period.signals(replay.signals());
            write(new ReplayOutput(
                    replay.instruments(), instrument -> period.candles(replay.candles(instrument)), signals));
            ObjectNode summary = JSON.createObjectNode();
            summary.put("label", "HISTORICAL_REPLAY");
            summary.put("date", period.words().isEmpty() ? "all" : period.words());
            summary.put("events", replay.events());
            summary.put("missing_records", replay.missing());
            reader.damage().forEach(summary.putArray("damage")::add);
            summary.put("signals", signals.size());
            ObjectNode symbols = summary.putObject("symbols");
            replay.instruments()
                    .forEach(instrument -> symbols.put(
                            instrument.symbol(),
                            period.candles(replay.candles(instrument)).size()));
            print(summary);
        }
    }

    private void write(ReplayOutput output) throws IOException {
        if (out != null) {
            output.write(out, period.days());
        }
    }

    private List<Candle> candles(TickReplay replay, Instrument instrument) {
        LiveBarSeries series = replay.candles(instrument.symbol());
        return period.candles(
                IntStream.range(0, series.size()).mapToObj(series::candle).toList());
    }

    private void print(ObjectNode summary) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(summary.toPrettyString());
        } else {
            summary.properties()
                    .forEach(entry ->
                            to.printf("%-24s %s%n", entry.getKey().replace('_', ' '), words(entry.getValue())));
        }
        to.flush();
    }

    private static String words(JsonNode value) {
        if (value.isNumber()) {
            return IndianNumbers.units(value.asLong());
        }
        if (value.isArray()) {
            return value.isEmpty() ? "none" : value.toString();
        }
        if (!value.isObject()) {
            return value.asText();
        }
        List<String> parts = value.properties().stream()
                .map(part -> part.getValue().isObject()
                        ? words(part.getValue().path("count")) + " "
                                + part.getKey().replace('_', ' ') + " ("
                                + part.getValue().path("meaning").asText() + ")"
                        : part.getKey() + " " + words(part.getValue()))
                .toList();
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private ObjectNode summary(TickFiles files, TickReplay replay) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("label", "HISTORICAL_REPLAY");
        summary.put("date", period.words().isEmpty() ? "all" : period.words());
        summary.put("rows", files.rows());
        summary.put("ticks", replay.ticks());
        ObjectNode dirt = summary.putObject("dirt");
        files.dirt()
                .forEach((kind, count) -> dirt.putObject(kind.name().toLowerCase(Locale.ROOT))
                        .put("count", count)
                        .put("meaning", kind.sentence()));
        summary.put("duplicates", replay.counters().duplicates());
        summary.put("out_of_order", replay.counters().outOfOrder());
        summary.put("volume_corrections", replay.counters().corrections());
        summary.put("implausible_times", replay.counters().implausibleTimes());
        summary.put("revised_candles", replay.counters().revised());
        summary.put("too_late", replay.counters().tooLate());
        summary.put("candles", replay.counters().closed());
        summary.put("signals", period.signals(replay.signals()).size());
        ObjectNode symbols = summary.putObject("symbols");
        for (Instrument instrument : replay.instruments()) {
            symbols.put(instrument.symbol(), candles(replay, instrument).size());
        }
        return summary;
    }
}
