package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.backtest.BacktestParameters;
import in.sauda.core.backtest.BacktestResult;
import in.sauda.core.backtest.BacktestSummary;
import in.sauda.core.backtest.ParameterSweep;
import in.sauda.core.backtest.Performance;
import in.sauda.core.backtest.SweepFiles;
import in.sauda.core.backtest.SweepRange;
import in.sauda.core.backtest.SweepRun;
import in.sauda.core.backtest.SweepVerdict;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.Dirt;
import in.sauda.core.candlefile.InstrumentKind;
import in.sauda.core.candlefile.StoredCandles;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code sauda backtest}: the live strategies over stored candles.
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Runs a strategy over one-minute candles exactly as the terminal would have run it, trades its signals "
                        + "at the next open with slippage and Indian charges, and says what was wrong with the data.")
final class BacktestCommand implements Callable<Integer> {
    private static final int SHOWN = 15;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV files of one-minute candles, plain or gzip. Known headers are recognised.")
    private List<Path> candles = List.of();

    @Option(
            names = "--stored",
            description = "Uses the candles of the data folder instead of files, from --from to --to.")
    private boolean stored;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "First day of stored candles.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "Last day of stored candles. Default: today.")
    private @Nullable LocalDate until;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "momentum",
            description =
                    "momentum, or momentum-v0: the locked rule of note 002 on every candle, without repeat rule and hours. "
                            + "Default: ${DEFAULT-VALUE}.")
    private String strategy = "momentum";

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description =
                    "Changes one parameter, e.g. volMultiplier=2.5, holdMinutes=10, targetPct=1. May be given often; "
                            + "an unknown key lists the known ones.")
    private List<String> parameters = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "KEY=FROM..TO:STEP",
            description =
                    "Tries many values of a parameter, e.g. volMultiplier=1.5..3:0.5, noSignalBefore=09:15..09:45:15 or "
                            + "short=true,false. May be given often; every combination is run, on all cores.")
    private List<String> sweeps = List.of();

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Only these symbols; names the candles of a file without a symbol column.")
    private List<String> symbols = List.of();

    @Option(
            names = "--columns",
            paramLabel = "MAPPING",
            description = "Which column is what: symbol,date,time,open,high,low,close,volume,- in the file's order, or "
                    + "timestamp=dt,open=o,… by name or number.")
    private @Nullable String columns;

    @Option(
            names = "--bar-label",
            paramLabel = "start|end|auto",
            defaultValue = "auto",
            description =
                    "Whether candles are stamped with the start or the end of their minute. Default: ${DEFAULT-VALUE}.")
    private BarLabel label = BarLabel.AUTO;

    @Option(
            names = "--kind",
            paramLabel = "equity|future|option|index|auto",
            defaultValue = "auto",
            description = "What the symbols are; decides hours and charges. Default: ${DEFAULT-VALUE}.")
    private InstrumentKind kind = InstrumentKind.AUTO;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes signals.csv, trades.csv, equity.csv and report.html there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints one JSON object instead of a summary.")
    private boolean json;

    @Override
    public Integer call() {
        BacktestParameters chosen = new BacktestParameters(strategy);
        parameters.forEach(chosen::set);
        try {
            CandleFiles.Content content = content();
            if (!sweeps.isEmpty()) {
                sweep(content);
                return ExitCode.OK;
            }
            BacktestResult result = new Backtest(
                            content.symbols(),
                            chosen.profile(),
                            chosen.plan(),
                            EventPressure.of(Calendars.of(home.folder()).announcements()))
                    .run();
            BacktestSummary summary = new BacktestSummary(chosen, content, result);
            List<String> written = out == null ? List.of() : new BacktestFiles(out).write(chosen, summary, result);
            print(summary, content, result, written);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }

    private CandleFiles.Content content() throws IOException {
        if (stored != candles.isEmpty()) {
            throw new CommandFailure("Give either --candles FILE or --stored.");
        }
        if (!stored) {
            return new CandleFiles(
                            Calendars.of(home.folder()),
                            new CandleFiles.Options(columns, label, kind, new LinkedHashSet<>(symbols)))
                    .read(candles);
        }
        LocalDate today = IndiaTime.date(new SystemTime().wallMillis());
        LocalDate last = until == null ? today : until;
        LocalDate first = from;
        if (first == null || last.isBefore(first)) {
            throw new CommandFailure("Stored candles need --from YYYY-MM-DD, not after --to.");
        }
        return CandleShelf.open(home, shelf -> {
            List<Instrument> instruments = StoredCandles.instruments(
                    shelf.candles(), shelf.directory(), new LinkedHashSet<>(symbols), first, last);
            return StoredCandles.read(shelf.candles(), shelf.calendar(), instruments, first, last);
        });
    }

    private void sweep(CandleFiles.Content content) throws IOException {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int sign = parameter.indexOf('=');
            fixed.put(parameter.substring(0, Math.max(0, sign)), parameter.substring(sign + 1));
        }
        ParameterSweep sweep = new ParameterSweep(
                strategy, fixed, sweeps.stream().map(SweepRange::parse).toList());
        ParameterSweep.Result result = sweep.run(content.symbols(), _ -> {});
        if (out != null) {
            SweepFiles.write(out, result);
        }
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(SweepFiles.json(result).toPrettyString());
        } else {
            table(printer, result);
        }
        printer.flush();
    }

    private void table(PrintWriter printer, ParameterSweep.Result result) {
        printer.printf(
                "%s runs, the best by net first; halves split at %s%n",
                IndianNumbers.units(result.runs().size()), IndiaTime.date(result.middleMillis()));
        result.runs().stream()
                .sorted(Comparator.comparingLong((SweepRun run) -> -run.whole().netPaise())
                        .thenComparingInt(SweepRun::number))
                .limit(SHOWN)
                .forEach(run -> printer.printf(
                        "%5d  %16s  %5d trades  halves %16s %16s  %s%n",
                        run.number(),
                        IndianNumbers.signedRupees(run.whole().netPaise()),
                        run.whole().trades(),
                        IndianNumbers.signedRupees(run.firstHalf().netPaise()),
                        IndianNumbers.signedRupees(run.secondHalf().netPaise()),
                        SweepFiles.words(run)));
        SweepVerdict verdict = result.verdict();
        if (verdict.chosen() > 0) {
            printer.println("Best of the first half: run " + verdict.chosen() + ", rank " + verdict.rankSecond()
                    + " on the second half.");
        }
        verdict.warnings().forEach(warning -> printer.println("Over-fitting: " + warning));
        if (out != null) {
            printer.println("Written to " + out + ": sweep.csv");
        }
    }

    private void print(
            BacktestSummary summary, CandleFiles.Content content, BacktestResult result, List<String> written) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = summary.json();
            written.forEach(object.putArray("files_written")::add);
            to.println(object.toPrettyString());
        } else {
            text(to, summary, content, result, written);
        }
        to.flush();
    }

    private void text(
            PrintWriter to,
            BacktestSummary summary,
            CandleFiles.Content content,
            BacktestResult result,
            List<String> written) {
        Performance all = Performance.of(result.trades());
        to.printf(
                "%s candles of %d symbols%n",
                IndianNumbers.units(content.candles()), content.symbols().size());
        for (Dirt dirt : content.dirt().counts().keySet()) {
            to.printf(
                    "  %10s  %s: %s%n",
                    IndianNumbers.units(content.dirt().count(dirt)),
                    dirt.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    dirt.sentence());
        }
        to.printf(
                "%s signals, %s suppressed%n",
                IndianNumbers.units(result.signals().size()), IndianNumbers.units(result.suppressed()));
        to.printf(
                Locale.ROOT,
                "%s trades, %.1f %% won, gross %s, charges %s, net %s, largest drawdown %s%n",
                IndianNumbers.units(all.trades()),
                all.winPercent(),
                IndianNumbers.signedRupees(all.grossPaise()),
                IndianNumbers.rupees(all.chargesPaise()),
                IndianNumbers.signedRupees(all.netPaise()),
                IndianNumbers.rupees(all.drawdownPaise()));
        summary.warnings().forEach(warning -> to.println("Note: " + warning));
        if (out != null) {
            to.println("Written to " + out + ": " + String.join(", ", written));
        }
    }
}
