package in.sauda.core.engine;

import in.sauda.core.orders.ExecutionEngine;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.strategy.Lane;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Signals of today: numbered, shown, saved, and offered to the trade they may begin. Engine thread only.
final class SignalLog {
    private final ExchangeClock clock;
    private final Backfill backfill;
    private final StorageWriter storage;
    private final UiEvents events;
    private final Map<Long, Signal> today = new HashMap<>();
    private @Nullable ExecutionEngine execution;
    private long lastId;
    private long raised;

    SignalLog(ExchangeClock clock, Backfill backfill, StorageWriter storage, UiEvents events) {
        this.clock = clock;
        this.backfill = backfill;
        this.storage = storage;
        this.events = events;
    }

    /// Trades begin with signals, but the execution engine needs this log first.
    void connect(ExecutionEngine engine) {
        execution = engine;
    }

    /// Shows signals of an earlier run of the same day and continues their numbers.
    ///
    /// @param lanes what the signals of a strategy lead to now
    void restore(List<Signal> stored, long lastStoredId, Function<String, Lane> lanes) {
        lastId = lastStoredId;
        for (Signal signal : stored) {
            today.put(signal.id(), signal);
            events.add(new UiEvent.SignalRaised(signal, lanes.apply(signal.strategy())));
        }
        raised = stored.size();
    }

    /// Unique and increasing within the database.
    long nextSignalId() {
        return ++lastId;
    }

    long exchangeMillis() {
        return clock.now();
    }

    /// False while an instrument's history is on its way.
    boolean warm(int instrumentIndex) {
        return backfill.warm(instrumentIndex);
    }

    /// @param lane what the signal leads to
    void raise(Signal signal, Lane lane) {
        raised++;
        today.put(signal.id(), signal);
        storage.save(signal);
        events.add(new UiEvent.SignalRaised(signal, lane));
        if (execution != null && lane == Lane.CONFIRM) {
            execution.onSignal(signal);
        }
    }

    @Nullable
    Signal find(long id) {
        return today.get(id);
    }

    /// Signals of today.
    long count() {
        return raised;
    }
}
