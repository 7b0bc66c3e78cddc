package in.sauda.core.engine;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.paper.PaperSignals;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.ContractStrategy;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategyRow.State;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.TimerStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instance of a strategy with what became of it today. Engine thread only.
final class StrategySlot {
    private final PaperSignals paper = new PaperSignals();
    private @Nullable StrategySetup setup;
    private @Nullable Strategy strategy;
    private Lane lane;
    private String problem = "";
    private long timerDueMillis = Long.MIN_VALUE;
    private int timerFailures;
    private List<Instrument> watched = List.of();
    private long contractsAskedMillis = Long.MIN_VALUE;
    private boolean contractsFound;
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
        timerDueMillis = Long.MIN_VALUE;
        timerFailures = 0;
        contractsAskedMillis = Long.MIN_VALUE;
        contractsFound = false;
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

    /// True when a timer strategy is to look.
    boolean timerDue(long now) {
        return strategy instanceof TimerStrategy && now >= timerDueMillis;
    }

    void timerNext(long millis) {
        timerDueMillis = millis;
    }

    /// A look failed; the strategy goes on.
    void timerFailed(RuntimeException failure) {
        timerFailures++;
        problem = "failed " + (timerFailures == 1 ? "once" : timerFailures + " times") + " and goes on, last with "
                + failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }

    /// True when options are to be looked for: at the start, and every minute while none are found.
    boolean wantsContracts(long now, long retryMillis) {
        boolean due = contractsAskedMillis == Long.MIN_VALUE || now - contractsAskedMillis >= retryMillis;
        return strategy instanceof ContractStrategy && !contractsFound && due;
    }

    void contractsAsked(long now) {
        contractsAskedMillis = now;
    }

    void contractsFound() {
        contractsFound = true;
    }

    /// What this instance has the engine stream.
    List<Instrument> watched() {
        return watched;
    }

    void watched(List<Instrument> now) {
        watched = now;
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
        if (strategy == null) {
            return problem.isEmpty() ? State.STOPPED : State.FAILED;
        }
        return warm < judged ? State.WARMING_UP : State.RUNNING;
    }
}
