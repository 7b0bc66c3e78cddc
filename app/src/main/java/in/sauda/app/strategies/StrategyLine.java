package in.sauda.app.strategies;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One instance of a strategy and what its cells show.
public final class StrategyLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    final CellValue name = new CellValue();
    final CellValue state = new CellValue();
    final CellValue lane = new CellValue();
    final CellValue warm = new CellValue();
    final CellValue signals = new CellValue();
    final CellValue suppressed = new CellValue();
    final CellValue last = new CellValue();
    final CellValue paper = new CellValue();
    final CellValue problem = new CellValue();
    private StrategyRow row;

    StrategyLine(StrategyRow row) {
        this.row = row;
        show(row);
    }

    void show(StrategyRow now) {
        row = now;
        name.show(now.name());
        state.show(words(now.state()), tone(now.state()));
        lane.show(now.lane().title());
        warm.show(now.warm() + " of " + now.judged(), now.warm() < now.judged() ? Tone.WARNING : Tone.NEUTRAL);
        signals.show(IndianNumbers.units(now.signals()));
        suppressed.show(IndianNumbers.units(now.suppressed()), Tone.MUTED);
        last.show(
                now.lastSignalMillis() == 0
                        ? IndianNumbers.UNKNOWN
                        : TIME.format(IndiaTime.time(now.lastSignalMillis())));
        paper.show(paper(now), Tone.ofSign(Math.round(now.paperPercent() * 1_000)));
        problem.show(now.problem(), Tone.DANGER);
    }

    private static String paper(StrategyRow row) {
        if (row.paperTrades() == 0 && row.paperOpen() == 0) {
            return IndianNumbers.UNKNOWN;
        }
        return String.format(
                Locale.ROOT, "%+.2f %%  (%d, %d open)", row.paperPercent(), row.paperTrades(), row.paperOpen());
    }

    static String words(StrategyRow.State state) {
        return switch (state) {
            case STOPPED -> "Stopped";
            case WARMING_UP -> "Warming up";
            case RUNNING -> "Running";
            case FAILED -> "Failed";
        };
    }

    private static Tone tone(StrategyRow.State state) {
        return switch (state) {
            case STOPPED -> Tone.MUTED;
            case WARMING_UP -> Tone.WARNING;
            case RUNNING -> Tone.GOOD;
            case FAILED -> Tone.DANGER;
        };
    }

    StrategyRow row() {
        return row;
    }
}
