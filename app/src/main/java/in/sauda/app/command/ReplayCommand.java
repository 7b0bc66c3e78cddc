package in.sauda.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFileException;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.replay.RecordedTick;
import in.sauda.core.replay.ReplayFiles;
import in.sauda.core.replay.TickFiles;
import in.sauda.core.replay.TickReplay;
import in.sauda.core.review.ReviewFiles;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda replay}: recorded ticks through the live engine.
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

    @Option(
            names = "--ticks",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description =
                    "CSV files of ticks, plain or gzip: timestamp, price and cumulative volume; several are merged by time.")
    private List<Path> ticks = List.of();

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

    @Option(names = "--json", description = "Prints one JSON object instead of a summary.")
    private boolean json;

    private final TimeSource time = new SystemTime();

    @Override
    public Integer call() {
        if (speed < 0) {
            throw new CommandFailure("--speed must not be negative; 0 is as fast as possible.");
        }
        try (TickFiles files = new TickFiles(ticks)) {
            RecordedTick first = files.peek();
            if (first == null) {
                throw new CandleFileException("There are no ticks that can be read in the files: " + files.dirt());
            }
            LongConsumer pace = speed == 0 ? _ -> {} : new Pace(first.millis(), speed, time);
            try (TickReplay replay = new TickReplay(TradingCalendar.bundled(), first.millis() - BEFORE_MILLIS, pace)) {
                for (RecordedTick tick = files.next(); tick != null; tick = files.next()) {
                    replay.onTick(tick);
                }
                replay.finish();
                write(replay);
                print(files, replay);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    /// Lets real time pass as the recording's does.
    private static final class Pace implements LongConsumer {
        private static final long LONGEST_SILENCE_MILLIS = 60_000L;

        private final double speed;
        private final TimeSource time;
        private long lastMillis;
        private long dueNanos;

        private Pace(long startMillis, double speed, TimeSource time) {
            this.speed = speed;
            this.time = time;
            this.lastMillis = startMillis;
            this.dueNanos = time.nanos();
        }

        @Override
        public void accept(long recordedMillis) {
            long passed = Math.clamp(recordedMillis - lastMillis, 0, LONGEST_SILENCE_MILLIS);
            lastMillis = recordedMillis;
            dueNanos += (long) (passed * 1_000_000.0 / speed);
            long ahead = dueNanos - time.nanos();
            if (ahead > 1_000_000L) {
                try {
                    Thread.sleep(ahead / 1_000_000L);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new CommandFailure("The replay was interrupted.", interrupted);
                }
            }
        }
    }

    private void write(TickReplay replay) throws IOException {
        if (out != null) {
            Files.createDirectories(out);
            Files.writeString(out.resolve("candles.csv"), ReplayFiles.candles(replay));
            Files.writeString(out.resolve("signals.csv"), BacktestFiles.signals(replay.signals()));
            ReviewFiles reviews = new ReviewFiles(out);
            Set<LocalDate> dates = new TreeSet<>();
            replay.signals().forEach(signal -> dates.add(IndiaTime.date(signal.candleMillis())));
            for (LocalDate date : dates) {
                reviews.write(date, replay.signals(), instrument -> candles(replay, instrument));
            }
        }
    }

    private static List<Candle> candles(TickReplay replay, Instrument instrument) {
        LiveBarSeries series = replay.candles(instrument.symbol());
        return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
    }

    private void print(TickFiles files, TickReplay replay) {
        PrintWriter to = spec.commandLine().getOut();
        ObjectNode summary = summary(files, replay);
        if (json) {
            to.println(summary.toPrettyString());
        } else {
            summary.properties()
                    .forEach(entry -> to.printf(
                            "%-24s %s%n",
                            entry.getKey().replace('_', ' '),
                            entry.getValue().isNumber()
                                    ? IndianNumbers.units(entry.getValue().asLong())
                                    : entry.getValue().isTextual()
                                            ? entry.getValue().asText()
                                            : entry.getValue().toString()));
        }
        to.flush();
    }

    private static ObjectNode summary(TickFiles files, TickReplay replay) {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("label", "HISTORICAL_REPLAY");
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
        summary.put("signals", replay.signals().size());
        ObjectNode symbols = summary.putObject("symbols");
        for (Instrument instrument : replay.instruments()) {
            LiveBarSeries series = replay.candles(instrument.symbol());
            symbols.put(instrument.symbol(), series.size());
        }
        return summary;
    }
}
