package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.stream.ShardPlan.Kind;
import in.sauda.broker.angelone.stream.ShardPlan.Step;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.support.DeepWait;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market-data feed: spreads its subscriptions over as many connections as they need and keeps them complete.
///
/// {@link ShardPlan} decides what goes where, {@link Shard} keeps one connection alive, {@link FeedReport} says how the
/// whole is doing. State changes happen under one lock and are reported in order from inside it, so the consumer must
/// only pass them on. Statistics are read without that lock.
public final class SmartStreamFeed implements MarketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SmartStreamFeed.class);

    /// How long two connections carry an instrument that moves from one to the other.
    private static final long HANDOVER_MILLIS = 3_000;

    private final Object lock = new Object();
    private final FeedWiring wiring;
    private final ShardPlan plan;
    private final List<Shard> shards = new ArrayList<>();
    private final FeedReport report;
    private final DeepBooks deep;
    private final DeepWait deepWait;
    private final AtomicLong refusedWishes = new AtomicLong();
    private final Seat seat = new Seat();
    private boolean started;
    private boolean closed;
    private volatile Placements placements = Placements.NONE;
    private volatile int placed;
    private volatile List<Integer> loads;

    public SmartStreamFeed(FeedWiring wiring) {
        this(wiring, index -> new HttpSocketOpener(wiring.url(), FeedConnection.THREAD + (index + 1)));
    }

    /// @param openers makes the opener of each connection, counted from 0
    SmartStreamFeed(FeedWiring wiring, IntFunction<SocketOpener> openers) {
        this.wiring = wiring;
        plan = new ShardPlan(wiring.limits());
        for (int index = 0; index < wiring.limits().connections(); index++) {
            shards.add(new Shard(index, wiring, openers.apply(index), seat, lock));
        }
        deep = new DeepBooks(wiring.limits().perConnection());
        deepWait = new DeepWait(wiring.timer(), wiring.time(), lock, new Deep());
        report = new FeedReport(shards, plan, wiring.states());
        loads = loads();
    }

    @Override
    public void connect() {
        synchronized (lock) {
            if (!started && !closed) {
                started = true;
                startShards();
            }
        }
    }

    /// The first connection is always open, the others as soon as they carry anything.
    private void startShards() {
        for (Shard shard : shards) {
            if (started && (shard.index() == 0 || plan.load(shard.index()) > 0)) {
                shard.start();
            }
        }
    }

    @Override
    public void pause() {
        synchronized (lock) {
            if (started) {
                started = false;
                shards.forEach(Shard::rest);
            }
        }
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            int before = plan.leftOut();
            List<Step> steps =
                    plan.add(subscriptions.stream().map(deep::ordinary).toList());
            int more = plan.leftOut() - before;
            if (more > 0) {
                refusedWishes.addAndGet(more);
                LOG.warn("Angel One feed: {} of {} subscriptions find no place", more, subscriptions.size());
            }
            apply(steps);
        }
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            deep.forget(subscriptions);
            List<Step> steps = new ArrayList<>(plan.remove(subscriptions));
            if (shards.stream().allMatch(shard -> shard.connected() || plan.load(shard.index()) == 0)) {
                steps.addAll(plan.merge());
            }
            apply(steps);
        }
    }

    /// Tells the broker. Decoders know the new set before it does; all connections share one, so that an instrument on
    /// its way from one to another is known on both.
    private void apply(List<Step> steps) {
        placements = plan.placements();
        placed = plan.placed();
        loads = loads();
        List<Step> deepSteps = deep.settle(plan, placements);
        shards.forEach(shard -> shard.send(SubscriptionMessages.UNSUBSCRIBE, of(deepSteps, shard, Kind.UNSUBSCRIBE)));
        if (!steps.isEmpty()) {
            TokenIndex tokens = plan.tokens();
            shards.forEach(shard -> shard.use(tokens));
            shards.forEach(shard -> tell(shard, steps));
            startShards();
            List<Step> retiring =
                    steps.stream().filter(step -> step.kind() == Kind.RETIRE).toList();
            if (!retiring.isEmpty()) {
                wiring.timer().schedule(() -> retire(retiring), HANDOVER_MILLIS);
            }
        }
        if (deepSteps.stream().anyMatch(step -> step.kind() == Kind.SUBSCRIBE)) {
            shards.forEach(shard -> shard.send(SubscriptionMessages.SUBSCRIBE, of(deepSteps, shard, Kind.SUBSCRIBE)));
            deepWait.asked();
        }
        report.changed();
    }

    private static void tell(Shard shard, List<Step> steps) {
        shard.send(SubscriptionMessages.UNSUBSCRIBE, of(steps, shard, Kind.UNSUBSCRIBE));
        shard.send(SubscriptionMessages.SUBSCRIBE, of(steps, shard, Kind.SUBSCRIBE));
    }

    private static List<Subscription> of(List<Step> steps, Shard shard, Kind kind) {
        return steps.stream()
                .filter(step -> step.shard() == shard.index() && step.kind() == kind)
                .map(Step::subscription)
                .toList();
    }

    /// Ends a hand-over; while a connection is away it waits, because the new one may not have begun.
    private void retire(List<Step> retiring) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (shards.stream().anyMatch(shard -> plan.load(shard.index()) > 0 && !shard.connected())) {
                wiring.timer().schedule(() -> retire(retiring), HANDOVER_MILLIS);
                return;
            }
            Shard from = shards.get(retiring.getFirst().shard());
            List<Subscription> over = retiring.stream()
                    .filter(plan::retired)
                    .map(Step::subscription)
                    .toList();
            from.send(SubscriptionMessages.UNSUBSCRIBE, over);
            loads = loads();
            if (from.index() > 0 && plan.load(from.index()) == 0) {
                from.rest();
            }
            report.changed();
        }
    }

    /// What the connections ask of the feed.
    private final class Seat implements Shard.Owner {
        @Override
        public List<Subscription> wishes(Shard shard) {
            List<Subscription> wishes = new ArrayList<>(plan.on(shard.index()));
            wishes.addAll(deep.on(shard.index()));
            return wishes;
        }

        @Override
        public void changed() {
            report.changed();
        }

        /// A connection nobody can replace keeps what it carried and goes on trying.
        @Override
        public void away(Shard shard, boolean forLong) {
            if (forLong && shards.stream().anyMatch(Shard::connected)) {
                apply(plan.lose(shard.index()));
            }
        }

        @Override
        public void back(Shard shard) {
            if (deep.asking()) {
                deepWait.asked();
            }
            apply(plan.regain(shard.index()));
        }

        @Override
        public void refused(BrokerFailure failure) {
            started = false;
            shards.forEach(Shard::rest);
            report.stopped(failure.sentence() + " " + failure.nextStep());
        }

        @Override
        public void error(Shard shard, String sentence) {
            if (deepWait.waiting()) {
                deepWait.over();
            } else {
                report.error(sentence);
            }
        }
    }

    private final class Deep implements DeepWait.Feed {
        @Override
        public boolean asking() {
            return deep.asking()
                    && shards.stream().allMatch(shard -> shard.connected() || plan.load(shard.index()) == 0);
        }

        @Override
        public long lastNanos() {
            return shards.stream().mapToLong(Shard::deepNanos).max().orElse(0);
        }

        @Override
        public void refused() {
            LOG.warn("Angel One feed: no book of twenty levels came");
            deep.refuse();
            apply(List.of());
        }
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public FeedStatistics statistics() {
        List<Integer> used = loads;
        List<ConnectionStatistics> connections = shards.stream()
                .map(shard -> shard.statistics(used.get(shard.index())))
                .toList();
        return new FeedStatistics(
                sum(FeedCounters::frames),
                sum(FeedCounters::bytes),
                sum(FeedCounters::malformed),
                sum(counters -> counters.faults(FrameFault.UNKNOWN_TOKEN)),
                sum(FeedCounters::errorFrames),
                sum(FeedCounters::reconnects),
                connections.stream()
                        .mapToLong(ConnectionStatistics::lastFrameNanos)
                        .max()
                        .orElse(0),
                placed,
                refusedWishes.get(),
                connections);
    }

    private List<Integer> loads() {
        return shards.stream().map(shard -> plan.load(shard.index())).toList();
    }

    private long sum(ToLongFunction<FeedCounters> number) {
        return shards.stream().map(Shard::counters).mapToLong(number).sum();
    }

    @Override
    public void disconnect() {
        synchronized (lock) {
            if (!closed) {
                closed = true;
                shards.forEach(Shard::close);
                wiring.states().accept(new FeedState.Closed());
            }
        }
    }
}
