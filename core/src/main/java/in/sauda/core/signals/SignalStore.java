package in.sauda.core.signals;

import java.util.List;

/// Signals on disk, append only. Calls block; never on the engine or UI thread.
public interface SignalStore {
    void save(List<Signal> signals);

    /// Signals whose candle starts in {@code [fromMillis, toMillis)}, by id.
    List<Signal> load(long fromMillis, long toMillis);

    /// The highest id ever given, 0 in an empty store.
    long lastId();
}
