package in.sauda.app.backtest;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.backtest.Performance;
import in.sauda.core.domain.IndianNumbers;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One run in the table that sets runs side by side.
public final class RunLine {
    final CellValue number = new CellValue();
    final CellValue strategy = new CellValue();
    final CellValue changed = new CellValue();
    final CellValue signals = new CellValue();
    final CellValue trades = new CellValue();
    final CellValue wins = new CellValue();
    final CellValue net = new CellValue();
    final CellValue factor = new CellValue();
    final CellValue drawdown = new CellValue();
    private final BacktestRun run;

    RunLine(BacktestRun run) {
        this.run = run;
        Performance figures = run.performance();
        number.show(Integer.toString(run.number()), Tone.MUTED);
        strategy.show(run.request().strategy());
        changed.show(changes(run), Tone.MUTED);
        signals.show(IndianNumbers.units(run.result().signals().size()));
        trades.show(IndianNumbers.units(figures.trades()));
        wins.show(figures.trades() == 0 ? IndianNumbers.UNKNOWN : percent(figures.winPercent()));
        net.show(IndianNumbers.signedRupees(figures.netPaise()), Tone.ofSign(figures.netPaise()));
        factor.show(factor(figures));
        drawdown.show(IndianNumbers.rupees(figures.drawdownPaise()));
    }

    public BacktestRun run() {
        return run;
    }

    static String factor(Performance figures) {
        Double factor = figures.profitFactor();
        return factor == null ? IndianNumbers.UNKNOWN : String.format(Locale.ROOT, "%.2f", factor);
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f%%", value);
    }

    private static String changes(BacktestRun run) {
        String changed = new TreeMap<>(run.request().parameters())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "its own parameters" : changed;
    }
}
