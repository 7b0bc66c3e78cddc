package in.sauda.app.backtest;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.backtest.SweepFiles;
import in.sauda.core.backtest.SweepRun;
import in.sauda.core.domain.IndianNumbers;

/// One combination in the table of a sweep.
final class SweepLine {
    final CellValue number;
    final CellValue values;
    final CellValue trades;
    final CellValue wins;
    final CellValue net = new CellValue();
    final CellValue first = new CellValue();
    final CellValue second = new CellValue();
    final CellValue factor;
    final CellValue drawdown;
    private final SweepRun run;

    SweepLine(SweepRun run, boolean best) {
        this.run = run;
        number = new CellValue((best ? "★ " : "") + run.number());
        values = new CellValue(SweepFiles.words(run));
        trades = new CellValue(IndianNumbers.units(run.whole().trades()));
        wins = new CellValue(
                run.whole().trades() == 0
                        ? IndianNumbers.UNKNOWN
                        : RunLine.percent(run.whole().winPercent()));
        money(net, run.whole().netPaise());
        money(first, run.firstHalf().netPaise());
        money(second, run.secondHalf().netPaise());
        factor = new CellValue(RunLine.factor(run.whole()));
        drawdown = new CellValue(IndianNumbers.rupees(run.whole().drawdownPaise()));
    }

    SweepRun run() {
        return run;
    }

    private static void money(CellValue cell, long paise) {
        cell.show(IndianNumbers.signedRupees(paise), Tone.ofSign(paise));
    }
}
