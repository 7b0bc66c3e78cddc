package in.sauda.core.strategy;

import in.sauda.core.signals.Signal;

/// What a strategy may ask of its engine.
public interface StrategyContext {
    /// Unique and increasing within the database.
    long nextSignalId();

    /// The exchange's time, epoch milliseconds.
    long exchangeMillis();

    /// False while an instrument's history is still on its way (state WARMUP).
    boolean warm(int instrumentIndex);

    /// Announcements of the calendar.
    EventPressure events();

    void raise(Signal signal);

    /// Writes a signal into the log that is not to be acted on, whatever the lane.
    void watch(Signal signal);
}
