package in.sauda.core.engine;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Who wants which instrument how richly and why, and what the feed has been asked for. The richest mode and the most
/// important reason of any owner count.
///
/// Owned by the engine thread; the feed is told by another thread, in order, because a socket may block.
final class Subscriptions {
    private record Change(MarketFeed feed, List<Subscription> wanted, List<Subscription> unwanted) {}

    private record Wish(FeedMode mode, Interest interest) {}

    /// @param atNanos when the feed was asked for this mode
    record Asked(Subscription subscription, long atNanos) {}

    private final InstrumentRegistry registry;
    private final TimeSource time;
    private final Executor feedCalls;
    private final Map<Integer, Map<String, Wish>> owners = new LinkedHashMap<>();
    private final Map<Integer, Asked> asked = new LinkedHashMap<>();
    private @Nullable MarketFeed feed;

    Subscriptions(InstrumentRegistry registry, TimeSource time, Executor feedCalls) {
        this.registry = registry;
        this.time = time;
        this.feedCalls = feedCalls;
    }

    void watch(String owner, Collection<Instrument> instruments, FeedMode mode, Interest interest) {
        Wish wish = new Wish(mode, interest);
        List<Integer> touched = new ArrayList<>();
        for (Instrument instrument : instruments) {
            int index = registry.index(instrument);
            owners.computeIfAbsent(index, _ -> new HashMap<>()).put(owner, wish);
            touched.add(index);
        }
        synchronise(touched);
    }

    void unwatch(String owner, Collection<Instrument> instruments) {
        List<Integer> touched = new ArrayList<>();
        for (Instrument instrument : instruments) {
            int index = registry.index(instrument);
            Map<String, Wish> wishes = owners.get(index);
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
        asked.clear();
        feedCalls.execute(attached::connect);
        synchronise(List.copyOf(owners.keySet()));
    }

    void detach() {
        feed = null;
        asked.clear();
    }

    private void synchronise(Collection<Integer> indexes) {
        MarketFeed target = feed;
        if (target == null) {
            return;
        }
        Change change = new Change(target, new ArrayList<>(), new ArrayList<>());
        for (int index : indexes) {
            Asked known = asked.get(index);
            Subscription wanted = wanted(index);
            if (wanted == null && known != null) {
                asked.remove(index);
                change.unwanted.add(known.subscription);
            } else if (wanted != null && (known == null || !wanted.equals(known.subscription))) {
                asked.put(index, new Asked(wanted, since(known, wanted)));
                change.wanted.add(wanted);
            }
        }
        if (!change.wanted.isEmpty() || !change.unwanted.isEmpty()) {
            feedCalls.execute(() -> tell(change));
        }
    }

    private long since(@Nullable Asked known, Subscription wanted) {
        return known != null && known.subscription.mode() == wanted.mode() ? known.atNanos : time.nanos();
    }

    private static void tell(Change change) {
        if (!change.unwanted.isEmpty()) {
            change.feed.unsubscribe(change.unwanted);
        }
        if (!change.wanted.isEmpty()) {
            change.feed.subscribe(change.wanted);
        }
    }

    private @Nullable Subscription wanted(int index) {
        Map<String, Wish> wishes = owners.get(index);
        if (wishes == null) {
            return null;
        }
        FeedMode mode = FeedMode.LTP;
        Interest interest = Interest.OTHER;
        for (Wish wish : wishes.values()) {
            mode = mode.and(wish.mode);
            interest = wish.interest.compareTo(interest) < 0 ? wish.interest : interest;
        }
        return new Subscription(registry.instrument(index), index, mode, interest);
    }

    /// Who wants the instrument, by name.
    List<String> owners(int index) {
        return owners.getOrDefault(index, Map.of()).keySet().stream().sorted().toList();
    }

    /// True while anybody wants the instrument.
    boolean watched(int index) {
        return owners.containsKey(index);
    }

    Collection<Integer> watched() {
        return owners.keySet();
    }

    /// What the feed was asked for, in the order in which it was.
    Collection<Asked> asked() {
        return asked.values();
    }

    @Nullable
    MarketFeed feed() {
        return feed;
    }

    /// Instruments asked of the feed.
    int size() {
        return asked.size();
    }
}
