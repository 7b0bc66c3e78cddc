package in.sauda.broker.upstox.stream;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is streamed in which mode: pure bookkeeping, no socket; not thread-safe.
///
/// The broker limits by mode, not by kind (protocol 4.4), and says nothing when a limit is passed, so the
/// limits are
/// kept here. What does not fit waits, visibly, and the most important wishes (rules 10.5) go first. What the
/// broker has
/// no key for is refused.
final class FeedPlan {
    private static final Comparator<Slot> IMPORTANCE =
            Comparator.comparing((Slot slot) -> slot.wish.interest()).thenComparingLong(slot -> slot.order);

    /// One thing to tell the broker; null modes stand for not being streamed.
    record Change(String key, WireMode mode, Kind kind) {}

    enum Kind {
        SUBSCRIBE,
        CHANGE_MODE,
        UNSUBSCRIBE
    }

    private static final class Slot {
        private final long order;
        private final String key;
        private Subscription wish;
        private boolean placed;
        private WireMode told = WireMode.LTPC;

        private Slot(long order, String key, Subscription wish) {
            this.order = order;
            this.key = key;
            this.wish = wish;
        }

        private WireMode wanted() {
            return WireMode.of(wish.mode());
        }
    }

    private final Budgets budgets;
    private final Function<Instrument, Optional<String>> keys;
    private final Map<InstrumentKey, Slot> slots = new LinkedHashMap<>();
    private long nextOrder;

    /// @param keys the broker's key of an instrument, or empty
    FeedPlan(Budgets budgets, Function<Instrument, Optional<String>> keys) {
        this.budgets = budgets;
        this.keys = keys;
    }

    List<Change> add(Collection<Subscription> wishes) {
        for (Subscription wish : wishes) {
            Slot known = slots.get(wish.instrument().key());
            if (known == null) {
                String key = keys.apply(wish.instrument()).orElse("");
                slots.put(wish.instrument().key(), new Slot(nextOrder++, key, wish));
            } else {
                known.wish = wish;
            }
        }
        return settle(new ArrayList<>());
    }

    List<Change> remove(Collection<Subscription> wishes) {
        List<Change> changes = new ArrayList<>();
        for (Subscription wish : wishes) {
            Slot gone = slots.remove(wish.instrument().key());
            if (gone != null && gone.placed) {
                changes.add(new Change(gone.key, gone.told, Kind.UNSUBSCRIBE));
            }
        }
        return settle(changes);
    }

    /// Gives every wish its place or none, and tells what has to change for it.
    private List<Change> settle(List<Change> changes) {
        List<Slot> wanted = slots.values().stream()
                .filter(slot -> !slot.key.isEmpty())
                .sorted(IMPORTANCE)
                .toList();
        boolean alone = wanted.stream().map(Slot::wanted).distinct().count() < 2;
        int prices = budgets.prices(alone);
        int full = budgets.full(alone);
        List<Change> fresh = new ArrayList<>();
        for (Slot slot : wanted) {
            boolean fits = slot.wanted() == WireMode.FULL ? full-- > 0 : prices-- > 0;
            settle(slot, fits, fits ? fresh : changes);
        }
        // What ends goes first, so that the limit is never passed on the way.
        changes.addAll(fresh);
        return changes;
    }

    private static void settle(Slot slot, boolean fits, List<Change> changes) {
        if (slot.placed && !fits) {
            changes.add(new Change(slot.key, slot.told, Kind.UNSUBSCRIBE));
        } else if (fits && !slot.placed) {
            changes.add(new Change(slot.key, slot.wanted(), Kind.SUBSCRIBE));
        } else if (fits && slot.told != slot.wanted()) {
            changes.add(new Change(slot.key, slot.wanted(), Kind.CHANGE_MODE));
        }
        slot.placed = fits;
        slot.told = slot.wanted();
    }

    /// Everything a new connection has to ask for.
    List<Change> all() {
        return slots.values().stream()
                .filter(slot -> slot.placed)
                .map(slot -> new Change(slot.key, slot.told, Kind.SUBSCRIBE))
                .toList();
    }

    List<Subscription> streamed() {
        return slots.values().stream()
                .filter(slot -> slot.placed)
                .map(slot -> slot.wish)
                .toList();
    }

    int placed() {
        return (int) slots.values().stream().filter(slot -> slot.placed).count();
    }

    /// Wishes that wait or are refused.
    int leftOut() {
        return slots.size() - placed();
    }

    KeyIndex index() {
        KeyIndex.Builder index = new KeyIndex.Builder();
        for (Slot slot : slots.values()) {
            if (slot.placed) {
                index.put(
                        slot.key,
                        slot.wish.index(),
                        Math.pow(10, slot.wish.instrument().priceDecimals()));
            }
        }
        return index.build();
    }

    Placements placements() {
        Placements.Builder placements = new Placements.Builder();
        for (Slot slot : slots.values()) {
            int where = slot.placed ? 1 : slot.key.isEmpty() ? Placements.REFUSED : Placements.WAITING;
            placements.put(slot.wish.index(), where);
        }
        return placements.build();
    }
}
