package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.mapping.ExchangeTypes;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which instrument is on which connection: the registry from which every new connection is filled again. Pure
/// bookkeeping, no socket; not thread-safe.
///
/// Connections are filled one after the other. What does not fit waits, visibly, and the most important wishes (rules
/// 10.5) go first: a position takes the place of a watchlist entry. An instrument changes its connection only when the
/// old one is lost for long, or when a whole connection can be given up. Wishes the feed cannot express (no exchange
/// number, token too long) are refused.
final class ShardPlan {
    private static final int WAITING = Placements.WAITING - 1;
    private static final int REFUSED = Placements.REFUSED - 1;

    /// Part of a connection that stays free when connections are merged, so that the next wish does not open one again.
    private static final int SPARE_PART = 10;

    private static final Comparator<Slot> IMPORTANCE =
            Comparator.comparing((Slot slot) -> slot.wish.interest()).thenComparingLong(slot -> slot.order);

    /// What to tell the broker on a connection.
    enum Kind {
        SUBSCRIBE,
        UNSUBSCRIBE,
        /// Unsubscribe a little later: another connection takes the instrument over and must have begun first.
        RETIRE
    }

    /// @param shard counted from 0
    record Step(Kind kind, int shard, Subscription subscription) {}

    private static final class Slot {
        private final long order;
        private Subscription wish;
        private int shard = WAITING;

        private Slot(Subscription wish, long order) {
            this.wish = wish;
            this.order = order;
        }
    }

    private final int limit;
    private final int[] load;
    private final boolean[] lost;
    private final Map<InstrumentKey, Slot> slots = new LinkedHashMap<>();
    private long nextOrder;

    ShardPlan(FeedLimits limits) {
        limit = limits.perConnection();
        load = new int[limits.connections()];
        lost = new boolean[limits.connections()];
    }

    /// Takes wishes in, or changes mode or importance of known ones.
    List<Step> add(Collection<Subscription> wishes) {
        List<Step> steps = new ArrayList<>();
        for (Subscription wish : wishes) {
            InstrumentKey key = wish.instrument().key();
            Slot slot = slots.get(key);
            if (slot == null) {
                slot = new Slot(wish, nextOrder++);
                slots.put(key, slot);
                slot.shard = expressible(key) ? WAITING : REFUSED;
            } else {
                change(slot, wish, steps);
            }
            if (slot.shard == WAITING) {
                place(slot, steps);
            }
        }
        return steps;
    }

    private static void change(Slot slot, Subscription wish, List<Step> steps) {
        Subscription before = slot.wish;
        slot.wish = wish;
        if (slot.shard >= 0 && before.mode() != wish.mode()) {
            steps.add(new Step(Kind.UNSUBSCRIBE, slot.shard, before));
            steps.add(new Step(Kind.SUBSCRIBE, slot.shard, wish));
        }
    }

    private void place(Slot slot, List<Step> steps) {
        int shard = free();
        if (shard < 0) {
            Slot victim = leastImportant(slot);
            if (victim == null) {
                return;
            }
            shard = victim.shard;
            steps.add(new Step(Kind.UNSUBSCRIBE, shard, victim.wish));
            victim.shard = WAITING;
            load[shard]--;
        }
        put(slot, shard, steps);
    }

    private void put(Slot slot, int shard, List<Step> steps) {
        slot.shard = shard;
        load[shard]++;
        steps.add(new Step(Kind.SUBSCRIBE, shard, slot.wish));
    }

    /// The first connection with room; one that is lost only when no other has any. -1 when all are full.
    private int free() {
        int anyway = -1;
        for (int shard = load.length - 1; shard >= 0; shard--) {
            if (load[shard] < limit && (!lost[shard] || anyway < 0 || lost[anyway])) {
                anyway = shard;
            }
        }
        return anyway;
    }

    /// The placed slot that has to go first, if it matters less than the other one.
    private @Nullable Slot leastImportant(Slot other) {
        Slot least = null;
        for (Slot slot : slots.values()) {
            if (slot.shard >= 0 && !lost[slot.shard] && (least == null || IMPORTANCE.compare(slot, least) > 0)) {
                least = slot;
            }
        }
        return least != null && least.wish.interest().compareTo(other.wish.interest()) > 0 ? least : null;
    }

    /// Gives wishes up; waiting ones take the room.
    List<Step> remove(Collection<Subscription> wishes) {
        List<Step> steps = new ArrayList<>();
        for (Subscription wish : wishes) {
            Slot slot = slots.remove(wish.instrument().key());
            if (slot != null && slot.shard >= 0) {
                load[slot.shard]--;
                steps.add(new Step(Kind.UNSUBSCRIBE, slot.shard, slot.wish));
            }
        }
        promote(steps);
        return steps;
    }

    private void promote(List<Step> steps) {
        for (Slot slot : sorted(WAITING)) {
            int shard = free();
            if (shard < 0) {
                return;
            }
            put(slot, shard, steps);
        }
    }

    private List<Slot> sorted(int shard) {
        return slots.values().stream()
                .filter(slot -> slot.shard == shard)
                .sorted(IMPORTANCE)
                .toList();
    }

    /// A connection is gone for long: the others take over what they have room for, the most important first, and what
    /// matters more than theirs even without room.
    List<Step> lose(int shard) {
        if (lost[shard]) {
            return List.of();
        }
        lost[shard] = true;
        List<Step> steps = new ArrayList<>();
        for (Slot slot : sorted(shard)) {
            int target = free();
            if (target >= 0 && !lost[target]) {
                load[shard]--;
                put(slot, target, steps);
            } else if (!exchange(slot, shard, steps)) {
                break;
            }
        }
        return steps;
    }

    /// Lets a slot of a lost connection change places with a less important one of a living connection.
    private boolean exchange(Slot slot, int shard, List<Step> steps) {
        Slot victim = leastImportant(slot);
        if (victim == null) {
            return false;
        }
        int target = victim.shard;
        steps.add(new Step(Kind.UNSUBSCRIBE, target, victim.wish));
        load[target]--;
        load[shard]--;
        put(slot, target, steps);
        victim.shard = shard;
        load[shard]++;
        return true;
    }

    /// A lost connection is back. What others took over stays there; its room is for what is stranded on connections
    /// still lost, and for waiting wishes.
    List<Step> regain(int shard) {
        lost[shard] = false;
        List<Step> steps = new ArrayList<>();
        for (int other = 0; other < load.length; other++) {
            for (Slot slot : lost[other] ? sorted(other) : List.<Slot>of()) {
                if (load[shard] < limit) {
                    load[other]--;
                    put(slot, shard, steps);
                }
            }
        }
        promote(steps);
        return steps;
    }

    /// Empties the last connection in use when the ones before it have room for all it carries and some to spare.
    List<Step> merge() {
        int last = load.length - 1;
        while (last > 0 && load[last] == 0) {
            last--;
        }
        int room = -limit / SPARE_PART;
        for (int shard = 0; shard < last; shard++) {
            room += lost[shard] ? 0 : limit - load[shard];
        }
        List<Step> steps = new ArrayList<>();
        List<Slot> moving = sorted(last);
        if (last == 0 || lost[last] || moving.isEmpty() || moving.size() > room) {
            return steps;
        }
        for (Slot slot : moving) {
            Step retire = new Step(Kind.RETIRE, last, slot.wish);
            put(slot, free(), steps);
            steps.add(retire);
        }
        return steps;
    }

    /// The time of a retiring subscription has come; it counted against its connection until now.
    ///
    /// @return false when the instrument is back on that connection in the same mode and must stay
    boolean retired(Step retire) {
        load[retire.shard]--;
        Slot slot = slots.get(retire.subscription.instrument().key());
        return slot == null || slot.shard != retire.shard || slot.wish.mode() != retire.subscription.mode();
    }

    private static boolean expressible(InstrumentKey key) {
        return ExchangeTypes.of(key.segment()).isPresent() && TokenIndex.fits(key.token());
    }

    /// What a connection has to carry.
    List<Subscription> on(int shard) {
        return slots.values().stream()
                .filter(slot -> slot.shard == shard)
                .map(slot -> slot.wish)
                .toList();
    }

    /// Places taken on a connection, retiring ones included.
    int load(int shard) {
        return load[shard];
    }

    /// Wishes with a place.
    int placed() {
        return (int) slots.values().stream().filter(slot -> slot.shard >= 0).count();
    }

    /// Wishes without one: over the limit or refused.
    int leftOut() {
        return slots.size() - placed();
    }

    int capacity() {
        return limit * load.length;
    }

    TokenIndex tokens() {
        TokenIndex.Builder builder = new TokenIndex.Builder(slots.size());
        for (Slot slot : slots.values()) {
            if (slot.shard >= 0) {
                InstrumentKey key = slot.wish.instrument().key();
                builder.put(ExchangeTypes.of(key.segment()).orElseThrow(), key.token(), slot.wish.index());
            }
        }
        return builder.build();
    }

    Placements placements() {
        Placements.Builder builder = new Placements.Builder();
        slots.values().forEach(slot -> builder.put(slot.wish.index(), slot.shard + 1));
        return builder.build();
    }
}
