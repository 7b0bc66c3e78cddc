package in.sauda.core.engine;

import in.sauda.core.paper.PaperSignals;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategyRow.State;
import in.sauda.core.strategy.StrategySetup;
import org.jspecify.annotations.Nullable;

/// One instance of a strategy with what became of it today. Engine thread only.
final class StrategySlot {
    private final PaperSignals paper = new PaperSignals();
    private @Nullable StrategySetup setup;
    private @Nullable Strategy strategy;
    private Lane lane;
    private String problem = "";
    private String lastName = "";
    private long signals;
    private long suppressedBefore;
    private long lastSignalMillis;

    /// @param setup null for an instance nobody can change
    StrategySlot(@Nullable StrategySetup setup, Lane lane) {
        this.setup = setup;
        this.lane = lane;
    }

    @Nullable
    StrategySetup setup() {
        return setup;
    }

    void setup(StrategySetup wanted) {
        setup = wanted;
        lane = wanted.lane();
        problem = "";
    }

    String id() {
        return setup == null ? lastName : setup.id();
    }

    /// Name of the profile, as signals carry it.
    String name() {
        return setup == null ? lastName : setup.profile().name();
    }

    Lane lane() {
        return lane;
    }

    boolean running() {
        return strategy != null;
    }

    @Nullable
    Strategy strategy() {
        return strategy;
    }

    PaperSignals paper() {
        return paper;
    }

    void begin(Strategy fresh) {
        end();
        strategy = fresh;
        lastName = fresh.name();
        problem = "";
    }

    void end() {
        if (strategy != null) {
            suppressedBefore += strategy.suppressed();
        }
        strategy = null;
    }

    void fail(String why) {
        end();
        problem = why;
    }

    void raised(Signal signal) {
        restored(signal);
        if (lane == Lane.PAPER) {
            paper.onSignal(signal);
        }
    }

    void restored(Signal signal) {
        signals++;
        lastSignalMillis = Math.max(lastSignalMillis, signal.raisedMillis());
    }

    StrategyRow row(int judged, int warm) {
        Strategy running = strategy;
        return new StrategyRow(
                setup,
                id(),
                name(),
                state(judged, warm),
                lane,
                judged,
                warm,
                signals,
                suppressedBefore + (running == null ? 0 : running.suppressed()),
                lastSignalMillis,
                paper.closed(),
                paper.open(),
                paper.percent(),
                problem);
    }

    private State state(int judged, int warm) {
        if (!problem.isEmpty()) {
            return State.FAILED;
        }
        if (strategy == null) {
            return State.STOPPED;
        }
        return warm < judged ? State.WARMING_UP : State.RUNNING;
    }
}
