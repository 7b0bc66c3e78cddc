package in.sauda.core.feed;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Gives every instrument in use a small dense index, so that the hot path works with arrays instead of maps.
///
/// Safe from any thread. An index is never taken back while the application runs.
public final class InstrumentRegistry {
    private final ConcurrentHashMap<InstrumentKey, Integer> indexes = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Instrument> instruments = new CopyOnWriteArrayList<>();

    /// Returns the instrument's index, giving it one if it has none.
    public int index(Instrument instrument) {
        Integer known = indexes.get(instrument.key());
        return known != null ? known : register(instrument);
    }

    private synchronized int register(Instrument instrument) {
        return indexes.computeIfAbsent(instrument.key(), key -> {
            instruments.add(instrument);
            return instruments.size() - 1;
        });
    }

    /// @throws IndexOutOfBoundsException when nobody has that index
    public Instrument instrument(int index) {
        return instruments.get(index);
    }

    public int size() {
        return instruments.size();
    }
}
