package in.sauda.core.engine;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumType;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyContext;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All strategies, each an instance with a state of its own (rules 12.1). One that fails is stopped and said so; the
/// others go on. Engine thread only, but for {@link #rows()}.
final class StrategyRuntime {
    private final SignalLog signals;
    private final Supervisor supervisor;
    private final Predicate<Instrument> universe;
    private final Consumer<UiEvent> tell;
    private final List<StrategySlot> slots = new ArrayList<>();
    private EngineRecorder recorder = EngineRecorder.NONE;
    private volatile List<StrategyRow> rows = List.of();

    StrategyRuntime(SignalLog signals, Supervisor supervisor, Predicate<Instrument> universe, Consumer<UiEvent> tell) {
        this.signals = signals;
        this.supervisor = supervisor;
        this.universe = universe;
        this.tell = tell;
    }

    void record(EngineRecorder with) {
        recorder = with;
    }

    /// Lists the strategies that come with the program: momentum runs, its locked ancestor waits in the shadow.
    void addUsual(MomentumProfile momentum) {
        StrategyProfile usual = MomentumType.profile(momentum, 1);
        apply(new StrategySetup(usual.name(), usual, Lane.CONFIRM, true));
        MomentumProfile locked = MomentumProfile.note002();
        if (!locked.name().equals(usual.name())) {
            apply(new StrategySetup(locked.name(), MomentumType.profile(locked, 0), Lane.SHADOW, false));
        }
    }

    /// Adds an instance that only this program knows how to make; nobody can change it.
    void add(Function<StrategyContext, Strategy> factory) {
        StrategySlot slot = new StrategySlot(null, Lane.CONFIRM);
        slot.begin(factory.apply(context(slot)));
        slots.add(slot);
    }

    /// Does what a user wants of an instance, and records it: strategies decide signals.
    void set(StrategySetup setup) {
        recorder.strategy(setup);
        apply(setup);
    }

    /// Takes an instance off the list.
    void remove(String id) {
        StrategySlot slot = find(id);
        if (slot != null && slot.setup() != null) {
            recorder.strategyRemoved(id);
            slots.remove(slot);
        }
    }

    private void apply(StrategySetup setup) {
        String taken = taken(setup);
        if (taken != null) {
            say(UiEvent.Level.WARNING, "STRATEGY-TWICE", taken, "Edit one of them, which makes another version.");
            return;
        }
        StrategySlot slot = find(setup.id());
        if (slot == null) {
            slot = new StrategySlot(setup, setup.lane());
            slots.add(slot);
        }
        StrategySetup before = slot.setup();
        boolean same = slot.running() && setup.profile().equals(before == null ? null : before.profile());
        slot.setup(setup);
        if (!setup.running()) {
            slot.end();
        } else if (!same) {
            start(slot, setup);
        }
    }

    /// Two instances of one profile would answer for the same trades.
    private @Nullable String taken(StrategySetup setup) {
        boolean twice = slots.stream()
                .map(StrategySlot::setup)
                .anyMatch(other -> other != null
                        && !other.id().equals(setup.id())
                        && other.profile().name().equals(setup.profile().name()));
        return twice ? "The profile " + setup.profile().name() + " is already in use." : null;
    }

    private void start(StrategySlot slot, StrategySetup setup) {
        try {
            slot.begin(
                    StrategyTypes.named(setup.profile().strategy()).create(setup.profile(), universe, context(slot)));
        } catch (IllegalArgumentException wrong) {
            slot.fail(String.valueOf(wrong.getMessage()));
            say(
                    UiEvent.Level.WARNING,
                    "STRATEGY-PROFILE",
                    "Strategy " + setup.profile().name() + " was not started: " + wrong.getMessage(),
                    "Edit its parameters.");
        }
    }

    private @Nullable StrategySlot find(String id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst().orElse(null);
    }

    private StrategyContext context(StrategySlot slot) {
        return new StrategyContext() {
            @Override
            public long nextSignalId() {
                return signals.nextSignalId();
            }

            @Override
            public long exchangeMillis() {
                return signals.exchangeMillis();
            }

            @Override
            public boolean warm(int instrumentIndex) {
                return signals.warm(instrumentIndex);
            }

            @Override
            public void raise(Signal signal) {
                slot.raised(signal);
                signals.raise(signal, slot.lane());
            }
        };
    }

    /// Shows all candles of one closed minute to every running instance, in the order of the list.
    void onCandles(CandleBatch batch) {
        for (StrategySlot slot : slots) {
            Strategy strategy = slot.strategy();
            slot.paper().onCandles(batch);
            if (strategy != null) {
                try {
                    strategy.onCandles(batch);
                } catch (RuntimeException failure) {
                    failed(slot, strategy.name(), failure);
                }
            }
        }
    }

    private void failed(StrategySlot slot, String name, RuntimeException failure) {
        slot.fail(
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage()));
        supervisor.failed("strategy " + name, failure);
        say(
                UiEvent.Level.ERROR,
                "STRATEGY-STOPPED",
                "Strategy " + name + " failed and was stopped; the others go on.",
                "Start it again on the Strategies page, and report it with the log file if it happens again.");
    }

    private void say(UiEvent.Level level, String code, String sentence, String nextStep) {
        tell.accept(new UiEvent.Notice(level, code, sentence, nextStep));
    }

    /// Counts a signal that an earlier run of the day raised.
    void restored(Signal signal) {
        slots.stream().filter(slot -> slot.name().equals(signal.strategy())).forEach(slot -> slot.restored(signal));
    }

    /// What the signals of a strategy lead to; those of a strategy nobody runs any more, to nothing.
    Lane lane(String strategy) {
        return slots.stream()
                .filter(slot -> slot.name().equals(strategy))
                .map(StrategySlot::lane)
                .findFirst()
                .orElse(Lane.SHADOW);
    }

    /// Publishes the rows.
    ///
    /// @param judged watched instruments of the universe
    /// @param warm of those, with enough history
    void publish(int judged, int warm) {
        rows = slots.stream().map(slot -> slot.row(judged, warm)).toList();
    }

    /// Rows of the last publication, in the order of the list. Any thread.
    List<StrategyRow> rows() {
        return rows;
    }
}
