package in.sauda.core.engine;

import in.sauda.core.feed.MarketEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where updates wait, merged per instrument, while the ring is full. One per publisher.
///
/// Guarded by its own monitor. That is no lock on the hot path: while nothing waits only the volatile count is read.
/// At most one event per instrument waits, so memory is bounded by the number of instruments.
final class OverflowTable {
    private final Map<Integer, MarketEvent> waiting = new LinkedHashMap<>();
    private final ArrayDeque<MarketEvent> free = new ArrayDeque<>();
    private volatile int size;
    private volatile long merged;

    boolean isEmpty() {
        return size == 0;
    }

    /// Updates merged into a waiting one so far.
    long merged() {
        return merged;
    }

    /// True when an older update of the instrument waits, so that a newer one must not overtake it in the ring.
    synchronized boolean holds(int instrument) {
        return waiting.containsKey(instrument);
    }

    synchronized void add(MarketEvent event) {
        MarketEvent older = waiting.get(event.instrument);
        if (older != null) {
            older.mergeNewer(event);
            long count = merged + 1;
            merged = count;
            return;
        }
        MarketEvent copy = free.isEmpty() ? new MarketEvent() : free.pop();
        copy.copyFrom(event);
        waiting.put(event.instrument, copy);
        size = waiting.size();
    }

    /// Moves everything that waits into {@code target}, oldest instrument first. The engine gives the events back with
    /// {@link #recycle}.
    synchronized void takeAll(Collection<MarketEvent> target) {
        target.addAll(waiting.values());
        waiting.clear();
        size = 0;
    }

    synchronized void recycle(Collection<MarketEvent> events) {
        free.addAll(events);
    }
}
