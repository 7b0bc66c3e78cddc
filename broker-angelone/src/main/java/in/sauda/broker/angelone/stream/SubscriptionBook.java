package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.mapping.ExchangeTypes;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the feed is asked for: the registry from which every new connection is filled again. Not thread-safe.
///
/// The broker streams at most a fixed number of instruments on one socket; further wishes wait, visibly, until
/// others
/// are given up. Wishes its feed cannot express (no exchange number, token too long) are refused for good.
final class SubscriptionBook {
    private final int limit;
    private final Map<InstrumentKey, Subscription> active = new LinkedHashMap<>();
    private final Map<InstrumentKey, Subscription> waiting = new LinkedHashMap<>();
    private final Map<InstrumentKey, Subscription> inexpressible = new LinkedHashMap<>();

    SubscriptionBook(int limit) {
        this.limit = limit;
    }

    /// What to tell the broker.
    ///
    /// @param drop subscriptions to cancel, under their old mode
    /// @param add subscriptions to make
    /// @param refused wishes of this call that could not be taken
    record Change(List<Subscription> drop, List<Subscription> add, int refused) {}

    Change add(Collection<Subscription> wishes) {
        List<Subscription> drop = new ArrayList<>();
        List<Subscription> add = new ArrayList<>();
        int refused = 0;
        for (Subscription wish : wishes) {
            InstrumentKey key = wish.instrument().key();
            Subscription before = active.get(key);
            if (wish.equals(before)) {
                continue;
            }
            if (!expressible(key)) {
                inexpressible.put(key, wish);
                refused++;
            } else if (before == null && active.size() >= limit) {
                waiting.put(key, wish);
                refused++;
            } else {
                active.put(key, wish);
                add.add(wish);
                if (before != null && before.mode() != wish.mode()) {
                    drop.add(before);
                }
            }
        }
        return new Change(drop, add, refused);
    }

    Change remove(Collection<Subscription> wishes) {
        List<Subscription> drop = new ArrayList<>();
        for (Subscription wish : wishes) {
            InstrumentKey key = wish.instrument().key();
            waiting.remove(key);
            inexpressible.remove(key);
            Subscription before = active.remove(key);
            if (before != null) {
                drop.add(before);
            }
        }
        return new Change(drop, promote(), 0);
    }

    private List<Subscription> promote() {
        List<Subscription> promoted = new ArrayList<>();
        Iterator<Subscription> queue = waiting.values().iterator();
        while (active.size() < limit && queue.hasNext()) {
            Subscription next = queue.next();
            queue.remove();
            active.put(next.instrument().key(), next);
            promoted.add(next);
        }
        return promoted;
    }

    private static boolean expressible(InstrumentKey key) {
        return ExchangeTypes.of(key.segment()).isPresent() && TokenIndex.fits(key.token());
    }

    List<Subscription> all() {
        return List.copyOf(active.values());
    }

    int size() {
        return active.size();
    }

    /// Wishes that are not being streamed.
    int leftOut() {
        return waiting.size() + inexpressible.size();
    }

    int limit() {
        return limit;
    }

    TokenIndex tokens() {
        TokenIndex.Builder builder = new TokenIndex.Builder(active.size());
        for (Subscription subscription : active.values()) {
            InstrumentKey key = subscription.instrument().key();
            builder.put(ExchangeTypes.of(key.segment()).orElseThrow(), key.token(), subscription.index());
        }
        return builder.build();
    }
}
