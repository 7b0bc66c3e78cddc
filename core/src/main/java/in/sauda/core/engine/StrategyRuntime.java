package in.sauda.core.engine;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.ContractStrategy;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumType;
import in.sauda.core.strategy.OptionMoveType;
import in.sauda.core.strategy.ScalperType;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyContext;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.StrategyType;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.strategy.TimerStrategy;
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
    private static final long TIMER_MILLIS = 1_000L;
    private static final long TIMER_PAUSE_MILLIS = 5_000L;
    private static final long CONTRACTS_RETRY_MILLIS = 60_000L;

    private final SignalLog signals;
    private final Supervisor supervisor;
    private final Predicate<Instrument> universe;
    private final Consumer<UiEvent> tell;
    private final TimerStrategy.Market market;
    private final EventPressure events;
    private final List<StrategySlot> slots = new ArrayList<>();
    private EngineRecorder recorder = EngineRecorder.NONE;
    private @Nullable Finder finder;
    private @Nullable Streamer streamer;
    private volatile List<StrategyRow> rows = List.of();

    /// Looks for the options of an underlying; the answer is {@link #contracts}.
    interface Finder {
        void find(String strategy, String underlying);
    }

    /// Streams what an instance looks at.
    interface Streamer {
        void stream(String strategy, List<Instrument> come, List<Instrument> gone);
    }

    /// @param market what timer strategies may look at
    /// @param events announcements of the calendar
    StrategyRuntime(
            SignalLog signals,
            Supervisor supervisor,
            Predicate<Instrument> universe,
            TimerStrategy.Market market,
            EventPressure events,
            Consumer<UiEvent> tell) {
        this.events = events;
        this.signals = signals;
        this.supervisor = supervisor;
        this.universe = universe;
        this.market = market;
        this.tell = tell;
    }

    /// Lets strategies find and stream options; a replay has what was found in its journal.
    void serve(Finder options, Streamer prices) {
        finder = options;
        streamer = prices;
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
        for (StrategyType type : List.of(new OptionMoveType(), new ScalperType())) {
            StrategyProfile template = type.builtIn().getFirst();
            apply(new StrategySetup(template.name(), template, Lane.SHADOW, false));
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
            stream(slot, List.of());
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
            stream(slot, List.of());
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
            public EventPressure events() {
                return events;
            }

            @Override
            public void raise(Signal signal) {
                slot.raised(signal);
                signals.raise(signal, slot.lane());
            }

            @Override
            public void watch(Signal signal) {
                slot.restored(signal);
                signals.raise(signal, Lane.SHADOW);
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

    /// Lets timer strategies look, each once a second; one that fails is asked again after five.
    void onTime() {
        long now = signals.exchangeMillis();
        Finder live = finder;
        if (live != null) {
            look(live, now);
        }
        List<StrategySlot> due =
                slots.stream().filter(slot -> slot.timerDue(now)).toList();
        if (due.isEmpty()) {
            return;
        }
        recorder.timer();
        for (StrategySlot slot : due) {
            slot.timerNext(now + TIMER_MILLIS);
            if (slot.strategy() instanceof TimerStrategy timer) {
                try {
                    timer.onTimer(market);
                } catch (RuntimeException failure) {
                    slot.timerNext(now + TIMER_PAUSE_MILLIS);
                    slot.timerFailed(failure);
                    supervisor.failed("the timer of strategy " + timer.name(), failure);
                }
            }
            if (slot.strategy() instanceof ContractStrategy contracts) {
                stream(slot, contracts.needs());
            }
        }
    }

    private void look(Finder live, long now) {
        for (StrategySlot slot : slots) {
            if (slot.wantsContracts(now, CONTRACTS_RETRY_MILLIS)
                    && slot.strategy() instanceof ContractStrategy contracts) {
                slot.contractsAsked(now);
                live.find(slot.id(), contracts.underlying());
            }
        }
    }

    /// Tells an instance the options it asked for, and records them: they decide signals.
    void contracts(String id, Instrument spot, List<Instrument> options) {
        StrategySlot slot = find(id);
        if (slot != null && slot.strategy() instanceof ContractStrategy contracts) {
            recorder.contracts(
                    id, market.index(spot), options.stream().map(market::index).toList());
            slot.contractsFound();
            contracts.onContracts(spot, options);
            stream(slot, contracts.needs());
        }
    }

    private void stream(StrategySlot slot, List<Instrument> wanted) {
        List<Instrument> before = slot.watched();
        Streamer live = streamer;
        if (live == null || wanted.equals(before)) {
            return;
        }
        slot.watched(List.copyOf(wanted));
        live.stream(
                slot.id(),
                wanted.stream()
                        .filter(instrument -> !before.contains(instrument))
                        .toList(),
                before.stream()
                        .filter(instrument -> !wanted.contains(instrument))
                        .toList());
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
