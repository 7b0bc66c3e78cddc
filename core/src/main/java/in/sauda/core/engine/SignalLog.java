package in.sauda.core.engine;

import in.sauda.core.orders.ExecutionEngine;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.strategy.StrategyContext;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Signals of today: numbered, shown, saved, and offered to the trade they may begin. Engine thread only.
final class SignalLog implements StrategyContext {
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
    void restore(List<Signal> stored, long lastStoredId) {
        lastId = lastStoredId;
        for (Signal signal : stored) {
            today.put(signal.id(), signal);
            events.add(new UiEvent.SignalRaised(signal));
        }
        raised = stored.size();
    }

    @Override
    public long nextSignalId() {
        return ++lastId;
    }

    @Override
    public long exchangeMillis() {
        return clock.now();
    }

    @Override
    public boolean warm(int instrumentIndex) {
        return backfill.warm(instrumentIndex);
    }

    @Override
    public void raise(Signal signal) {
        raised++;
        today.put(signal.id(), signal);
        storage.save(signal);
        events.add(new UiEvent.SignalRaised(signal));
        if (execution != null) {
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
