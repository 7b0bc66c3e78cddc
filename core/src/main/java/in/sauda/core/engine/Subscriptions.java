package in.sauda.core.engine;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Who wants which instrument how richly, and what the feed has been asked for. The richest wish of any owner counts.
///
/// Owned by the engine thread; the feed is told by another thread, in order, because a socket may block.
final class Subscriptions {
    private record Change(MarketFeed feed, List<Subscription> wanted, List<Subscription> unwanted) {}

    private final InstrumentRegistry registry;
    private final Executor feedCalls;
    private final Map<Integer, Map<String, FeedMode>> owners = new LinkedHashMap<>();
    private final Map<Integer, FeedMode> sent = new HashMap<>();
    private @Nullable MarketFeed feed;

    Subscriptions(InstrumentRegistry registry, Executor feedCalls) {
        this.registry = registry;
        this.feedCalls = feedCalls;
    }

    void watch(String owner, Collection<Instrument> instruments, FeedMode mode) {
        List<Integer> touched = new ArrayList<>();
        for (Instrument instrument : instruments) {
            int index = registry.index(instrument);
            owners.computeIfAbsent(index, _ -> new HashMap<>()).put(owner, mode);
            touched.add(index);
        }
        synchronise(touched);
    }

    void unwatch(String owner, Collection<Instrument> instruments) {
        List<Integer> touched = new ArrayList<>();
        for (Instrument instrument : instruments) {
            int index = registry.index(instrument);
            Map<String, FeedMode> wishes = owners.get(index);
            if (wishes != null && wishes.remove(owner) != null) {
                if (wishes.isEmpty()) {
                    owners.remove(index);
                }
                touched.add(index);
            }
        }
        synchronise(touched);
    }

    /// Asks a new feed for everything.
    void attach(MarketFeed attached) {
        feed = attached;
        sent.clear();
        feedCalls.execute(attached::connect);
        synchronise(List.copyOf(owners.keySet()));
    }

    void detach() {
        feed = null;
        sent.clear();
    }

    private void synchronise(Collection<Integer> indexes) {
        MarketFeed target = feed;
        if (target == null) {
            return;
        }
        Change change = new Change(target, new ArrayList<>(), new ArrayList<>());
        for (int index : indexes) {
            FeedMode wish = wish(index);
            FeedMode known = sent.get(index);
            if (wish == null && known != null) {
                sent.remove(index);
                change.unwanted.add(new Subscription(registry.instrument(index), index, known));
            } else if (wish != null && wish != known) {
                sent.put(index, wish);
                change.wanted.add(new Subscription(registry.instrument(index), index, wish));
            }
        }
        if (!change.wanted.isEmpty() || !change.unwanted.isEmpty()) {
            feedCalls.execute(() -> tell(change));
        }
    }

    private static void tell(Change change) {
        if (!change.unwanted.isEmpty()) {
            change.feed.unsubscribe(change.unwanted);
        }
        if (!change.wanted.isEmpty()) {
            change.feed.subscribe(change.wanted);
        }
    }

    private @Nullable FeedMode wish(int index) {
        Map<String, FeedMode> wishes = owners.get(index);
        return wishes == null
                ? null
                : wishes.values().stream().max(FeedMode::compareTo).orElse(null);
    }

    /// True while anybody wants the instrument.
    boolean watched(int index) {
        return owners.containsKey(index);
    }

    Collection<Integer> watched() {
        return owners.keySet();
    }

    /// Instruments asked of the feed.
    int size() {
        return sent.size();
    }
}
