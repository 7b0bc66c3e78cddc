package in.sauda.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.backtest.BacktestParameters;
import in.sauda.core.backtest.BacktestResult;
import in.sauda.core.backtest.BacktestSummary;
import in.sauda.core.backtest.Performance;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.Dirt;
import in.sauda.core.candlefile.InstrumentKind;
import in.sauda.core.domain.IndianNumbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "CSV files of one-minute candles, plain or gzip. Known headers are recognised.")
    private List<Path> candles = List.of();

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
            CandleFiles.Content content = new CandleFiles(
                            TradingCalendar.bundled(),
                            new CandleFiles.Options(columns, label, kind, new LinkedHashSet<>(symbols)))
                    .read(candles);
            BacktestResult result = new Backtest(content.symbols(), chosen.profile(), chosen.plan()).run();
            BacktestSummary summary = new BacktestSummary(chosen, content, result);
            List<String> written = out == null ? List.of() : new BacktestFiles(out).write(chosen, summary, result);
            print(summary, content, result, written);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
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
