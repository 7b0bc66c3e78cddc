package in.sauda.broker.upstox.stream;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.ModeUse;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is streamed in which mode on which connection: pure bookkeeping, no socket; not thread-safe.
///
/// The broker limits by mode, not by kind (protocol 4.4), and says nothing when a limit is passed, so the limits are
/// kept here. What does not fit waits, visibly, and the most important wishes (rules 10.5) go first; a deep book that
/// does not fit, or that the broker refuses, is streamed with five levels instead. What the broker has no key for is
/// refused. Connections share the load evenly, because each adds speed but no room.
final class FeedPlan {
    private static final Comparator<Slot> IMPORTANCE =
            Comparator.comparing((Slot slot) -> slot.wish.interest()).thenComparingLong(slot -> slot.order);

    /// One thing to tell the broker.
    ///
    /// @param connection counted from 0
    record Change(String key, WireMode mode, Kind kind, int connection) {}

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
        private int connection;
        private WireMode told = WireMode.LTPC;

        private Slot(long order, String key, Subscription wish) {
            this.order = order;
            this.key = key;
            this.wish = wish;
        }
    }

    private final Budgets budgets;
    private final Function<Instrument, Optional<String>> keys;
    private final int[] load;
    private final boolean[] lost;
    private final Map<InstrumentKey, Slot> slots = new LinkedHashMap<>();
    private final Map<WireMode, Integer> limits = new EnumMap<>(WireMode.class);
    private boolean deepRefused;
    private long nextOrder;

    /// @param keys the broker's key of an instrument, or empty
    FeedPlan(Budgets budgets, int connections, Function<Instrument, Optional<String>> keys) {
        this.budgets = budgets;
        this.keys = keys;
        load = new int[connections];
        lost = new boolean[connections];
        limits(true);
    }

    List<Change> add(Collection<Subscription> wishes) {
        for (Subscription wish : wishes) {
            Slot known = slots.get(wish.instrument().key());
            if (wish.mode() == FeedMode.DEEP && (known == null || known.wish.mode() != FeedMode.DEEP)) {
                deepRefused = false;
            }
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
                load[gone.connection]--;
                changes.add(new Change(gone.key, gone.told, Kind.UNSUBSCRIBE, gone.connection));
            }
        }
        return settle(changes);
    }

    /// The broker sends no deep books: five levels have to do until somebody asks for one anew.
    List<Change> refuseDeep() {
        deepRefused = true;
        return settle(new ArrayList<>());
    }

    /// True while the broker is asked for a deep book.
    boolean asksDeep() {
        return slots.values().stream().anyMatch(slot -> slot.placed && slot.told == WireMode.FULL_D30);
    }

    /// Gives every wish its place or none, and tells what has to change for it.
    private List<Change> settle(List<Change> changes) {
        List<Slot> wanted = slots.values().stream()
                .filter(slot -> !slot.key.isEmpty())
                .sorted(IMPORTANCE)
                .toList();
        limits(wanted.stream().map(this::mode).distinct().count() < 2);
        Map<WireMode, Integer> room = new EnumMap<>(limits);
        List<Change> fresh = new ArrayList<>();
        for (Slot slot : wanted) {
            WireMode mode = mode(slot);
            if (mode == WireMode.FULL_D30 && room.getOrDefault(mode, 0) <= 0) {
                mode = WireMode.FULL;
            }
            boolean fits = room.merge(mode, -1, Integer::sum) >= 0;
            settle(slot, mode, fits, fits ? fresh : changes);
        }
        // What ends goes first, so that the limit is never passed on the way.
        changes.addAll(fresh);
        return changes;
    }

    private WireMode mode(Slot slot) {
        WireMode mode = WireMode.of(slot.wish);
        boolean none = deepRefused || budgets.of(WireMode.FULL_D30, true) == 0;
        return mode == WireMode.FULL_D30 && none ? WireMode.FULL : mode;
    }

    private void limits(boolean alone) {
        for (WireMode mode : WireMode.values()) {
            limits.put(mode, budgets.of(mode, alone));
        }
    }

    private void settle(Slot slot, WireMode mode, boolean fits, List<Change> changes) {
        if (slot.placed && !fits) {
            load[slot.connection]--;
            changes.add(new Change(slot.key, slot.told, Kind.UNSUBSCRIBE, slot.connection));
        } else if (fits && !slot.placed) {
            slot.connection = leastLoaded();
            load[slot.connection]++;
            changes.add(new Change(slot.key, mode, Kind.SUBSCRIBE, slot.connection));
        } else if (fits && slot.told != mode) {
            // What was refused was perhaps never subscribed.
            boolean anew = deepRefused && slot.told == WireMode.FULL_D30;
            changes.add(new Change(slot.key, mode, anew ? Kind.SUBSCRIBE : Kind.CHANGE_MODE, slot.connection));
        }
        slot.placed = fits;
        slot.told = mode;
    }

    /// One that is lost only when all are.
    private int leastLoaded() {
        int best = 0;
        for (int connection = 1; connection < load.length; connection++) {
            boolean better = lost[best] == lost[connection] ? load[connection] < load[best] : lost[best];
            best = better ? connection : best;
        }
        return best;
    }

    /// A connection is gone for long: the others take over what it carried, if there is another.
    List<Change> lose(int connection) {
        lost[connection] = true;
        List<Change> changes = new ArrayList<>();
        for (Slot slot : placed(connection).toList()) {
            int next = leastLoaded();
            if (!lost[next]) {
                load[connection]--;
                load[next]++;
                slot.connection = next;
                changes.add(new Change(slot.key, slot.told, Kind.SUBSCRIBE, next));
            }
        }
        return changes;
    }

    /// A lost connection is back; what others took over stays there.
    void regain(int connection) {
        lost[connection] = false;
    }

    private Stream<Slot> placed(int connection) {
        return slots.values().stream().filter(slot -> slot.placed && slot.connection == connection);
    }

    /// Everything a new connection has to ask for.
    List<Change> all(int connection) {
        return placed(connection)
                .map(slot -> new Change(slot.key, slot.told, Kind.SUBSCRIBE, connection))
                .toList();
    }

    List<Subscription> streamed(int connection) {
        return placed(connection).map(slot -> slot.wish).toList();
    }

    /// Instruments on each connection.
    List<Integer> loads() {
        return Arrays.stream(load).boxed().toList();
    }

    int placed() {
        return Arrays.stream(load).sum();
    }

    /// Wishes that wait or are refused.
    int leftOut() {
        return slots.size() - placed();
    }

    /// What is used of each mode's allowance, over all connections.
    List<ModeUse> modes() {
        Map<WireMode, Integer> used = new EnumMap<>(WireMode.class);
        slots.values().stream().filter(slot -> slot.placed).forEach(slot -> used.merge(slot.told, 1, Integer::sum));
        return limits.entrySet().stream()
                .filter(limit -> limit.getValue() > 0)
                .map(limit ->
                        new ModeUse(limit.getKey().wire(), used.getOrDefault(limit.getKey(), 0), limit.getValue()))
                .toList();
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
            int where =
                    slot.placed ? slot.connection + 1 : slot.key.isEmpty() ? Placements.REFUSED : Placements.WAITING;
            placements.put(slot.wish.index(), where);
        }
        return placements.build();
    }
}
