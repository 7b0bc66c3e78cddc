package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.stream.ShardPlan.Kind;
import in.sauda.broker.angelone.stream.ShardPlan.Step;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which instruments are streamed in the twenty-level mode beside their ordinary one. That mode carries no price, is
/// for shares of the NSE only, and takes a second place on the connection; where none is free it is left out,
/// because nothing may have to wait for it. Pure bookkeeping; not thread-safe.
final class DeepBooks {
    /// The broker's own libraries send no more in one request.
    private static final int MOST = 50;

    private final int limit;
    private final Map<InstrumentKey, Subscription> wishes = new LinkedHashMap<>();
    private final Map<InstrumentKey, Step> placed = new LinkedHashMap<>();
    private boolean refused;

    /// @param limit places on one connection
    DeepBooks(int limit) {
        this.limit = limit;
    }

    /// Takes a wish for a deep book in, and returns what is to be streamed in the ordinary mode.
    Subscription ordinary(Subscription wish) {
        Instrument instrument = wish.instrument();
        if (wish.mode() != FeedMode.DEEP) {
            wishes.remove(instrument.key());
            return wish;
        }
        boolean possible = instrument.segment() == Segment.NSE && !instrument.index();
        if (possible && wishes.put(instrument.key(), wish) == null) {
            refused = false;
        }
        return new Subscription(instrument, wish.index(), FeedMode.FULL, wish.interest());
    }

    void forget(Collection<Subscription> subscriptions) {
        subscriptions.forEach(gone -> wishes.remove(gone.instrument().key()));
    }

    /// The broker sends none: five levels have to do until somebody asks for more anew. What was never taken needs not
    /// be given up.
    void refuse() {
        refused = true;
        placed.clear();
    }

    /// True while the broker is asked for a deep book.
    boolean asking() {
        return !placed.isEmpty();
    }

    /// Brings what is streamed into line with what is wanted and where the instruments are now.
    ///
    /// @param plan tells how full each connection is
    List<Step> settle(ShardPlan plan, Placements placements) {
        Map<InstrumentKey, Step> next = new LinkedHashMap<>();
        int[] load = new int[Byte.MAX_VALUE];
        for (Subscription wish : refused ? List.<Subscription>of() : wishes.values()) {
            int shard = placements.connection(wish.index()) - 1;
            if (shard >= 0 && next.size() < MOST && plan.load(shard) + load[shard] < limit) {
                load[shard]++;
                Subscription deep = new Subscription(wish.instrument(), wish.index(), FeedMode.DEEP, Interest.OTHER);
                next.put(wish.instrument().key(), new Step(Kind.SUBSCRIBE, shard, deep));
            }
        }
        List<Step> steps = new ArrayList<>();
        placed.forEach((key, step) -> {
            if (!step.equals(next.get(key))) {
                steps.add(new Step(Kind.UNSUBSCRIBE, step.shard(), step.subscription()));
            }
        });
        next.forEach((key, step) -> {
            if (!step.equals(placed.get(key))) {
                steps.add(step);
            }
        });
        placed.clear();
        placed.putAll(next);
        return steps;
    }

    /// What a new connection has to be asked for.
    List<Subscription> on(int shard) {
        return placed.values().stream()
                .filter(step -> step.shard() == shard)
                .map(Step::subscription)
                .toList();
    }
}
