package in.sauda.broker.upstox.stream;

import in.sauda.broker.upstox.stream.FeedPlan.Change;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.support.DeepWait;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.ModeUse;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market data feed V3, usually on one connection, which carries as much as an account may stream; on several where
/// the user has set so.
///
/// {@link FeedPlan} decides what goes where, {@link FeedLine} keeps one connection alive. Wishes, state changes and
/// requests happen under one lock; frames are decoded on the sockets' threads without it.
public final class UpstoxFeed implements MarketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(UpstoxFeed.class);

    /// Attempts in vain after which other connections take over.
    private static final int PATIENT_ATTEMPTS = 3;

    private final Object lock = new Object();
    private final FeedWiring wiring;
    private final FeedPlan plan;
    private final List<FeedLine> lines;
    private final DeepWait deepWait;
    private final AtomicLong refusedWishes = new AtomicLong();
    private boolean started;
    private boolean closed;
    private @Nullable FeedState told;
    private volatile Placements placements = Placements.NONE;
    private volatile List<Integer> loads;
    private volatile List<ModeUse> modes;

    public UpstoxFeed(FeedWiring wiring) {
        this.wiring = wiring;
        plan = new FeedPlan(wiring.budgets(), wiring.connections(), wiring.keys());
        Seat seat = new Seat();
        lines = IntStream.range(0, wiring.connections())
                .mapToObj(index -> new FeedLine(index, wiring, lock, seat))
                .toList();
        deepWait = new DeepWait(wiring.timer(), wiring.time(), lock, new Deep());
        loads = plan.loads();
        modes = plan.modes();
    }

    @Override
    public void connect() {
        synchronized (lock) {
            if (!started && !closed) {
                started = true;
                startLines();
            }
        }
    }

    /// The first connection is always open, the others as soon as they carry anything.
    private void startLines() {
        for (FeedLine line : lines) {
            if (started && (line.index() == 0 || loads.get(line.index()) > 0)) {
                line.socket().start();
            }
        }
    }

    @Override
    public void pause() {
        synchronized (lock) {
            if (started) {
                started = false;
                lines.forEach(line -> line.socket().rest());
            }
        }
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            int before = plan.leftOut();
            List<Change> changes = plan.add(subscriptions);
            int more = plan.leftOut() - before;
            if (more > 0) {
                refusedWishes.addAndGet(more);
                LOG.warn("Upstox feed: {} of {} subscriptions find no place", more, subscriptions.size());
            }
            apply(changes);
        }
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            apply(plan.remove(subscriptions));
        }
    }

    /// The decoders know the new set before the broker does; all share one, so that an instrument on its way from one
    /// connection to another is known on both.
    private void apply(List<Change> changes) {
        placements = plan.placements();
        loads = plan.loads();
        modes = plan.modes();
        KeyIndex keys = plan.index();
        lines.forEach(line -> line.use(keys));
        lines.forEach(line -> line.send(changes.stream()
                .filter(change -> change.connection() == line.index())
                .toList()));
        startLines();
        awaitDeep(changes);
        report();
    }

    private void awaitDeep(List<Change> changes) {
        boolean deep = changes.stream()
                .anyMatch(change -> change.mode() == WireMode.FULL_D30 && change.kind() != FeedPlan.Kind.UNSUBSCRIBE);
        if (deep) {
            deepWait.asked();
        }
    }

    private final class Deep implements DeepWait.Feed {
        @Override
        public boolean asking() {
            return !closed
                    && plan.asksDeep()
                    && lines.stream().allMatch(line -> line.connected() || loads.get(line.index()) == 0);
        }

        @Override
        public long lastNanos() {
            return lines.stream().mapToLong(FeedLine::deepNanos).max().orElse(0);
        }

        @Override
        public void refused() {
            LOG.warn("Upstox feed: no frame with thirty levels came; asking for five");
            apply(plan.refuseDeep());
        }
    }

    private void report() {
        FeedState state = state();
        if (state != null && !state.equals(told)) {
            told = state;
            wiring.states().accept(state);
        }
    }

    /// Of the connection that matters: one that is away while others deliver leaves part of the instruments out.
    private @Nullable FeedState state() {
        SignedSocket first = lines.getFirst().socket();
        if (lines.stream().anyMatch(FeedLine::connected)) {
            return connectedState();
        }
        return switch (first.state()) {
            case UNUSED, CLOSED, CONNECTED -> null;
            case CONNECTING -> new FeedState.Connecting(first.attempt());
            case WAITING -> new FeedState.Disconnected(first.detail(), first.retryInMillis());
        };
    }

    private FeedState connectedState() {
        int away = lines.stream()
                .filter(FeedLine::away)
                .mapToInt(line -> loads.get(line.index()))
                .sum();
        if (away > 0) {
            return new FeedState.Limited(
                    "One of the connections to Upstox is away; " + away + " instruments wait for it.",
                    away + plan.leftOut());
        }
        if (plan.leftOut() > 0) {
            return new FeedState.Limited(
                    "Upstox streams " + plan.placed() + " instruments; " + plan.leftOut()
                            + " more are over its limits or unknown to it.",
                    plan.leftOut());
        }
        return new FeedState.Connected();
    }

    /// What the connections ask of the feed.
    private final class Seat implements FeedLine.Owner {
        @Override
        public void changed() {
            report();
        }

        @Override
        public List<Change> opened(FeedLine line) {
            plan.regain(line.index());
            List<Change> all = plan.all(line.index());
            awaitDeep(all);
            return all;
        }

        /// A connection nobody can replace keeps what it carried and goes on trying.
        @Override
        public void away(FeedLine line) {
            boolean others = lines.stream().anyMatch(other -> other.index() != line.index() && other.connected());
            if (line.socket().attempt() >= PATIENT_ATTEMPTS && others) {
                apply(plan.lose(line.index()));
            }
        }

        @Override
        public void refused(BrokerFailure failure) {
            started = false;
            lines.forEach(line -> line.socket().rest());
            told = new FeedState.Disconnected(failure.sentence() + " " + failure.nextStep(), -1);
            wiring.states().accept(told);
        }

        @Override
        public List<Subscription> streamed(FeedLine line) {
            return plan.streamed(line.index());
        }

        /// While a deep book is awaited an error is about that.
        @Override
        public void error(String words) {
            synchronized (lock) {
                if (deepWait.waiting()) {
                    deepWait.over();
                    return;
                }
                told = new FeedState.Limited("Upstox' feed reports an error: " + words, plan.leftOut());
                wiring.states().accept(told);
            }
        }
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public FeedStatistics statistics() {
        List<Integer> used = loads;
        List<ModeUse> use = modes;
        int share = room(use) / lines.size();
        List<ConnectionStatistics> connections = lines.stream()
                .map(line -> line.statistics(used.get(line.index()), share, line.index() == 0 ? use : List.of()))
                .toList();
        return new FeedStatistics(
                sum(FeedCounters::frames),
                sum(FeedCounters::bytes),
                sum(FeedCounters::malformed),
                sum(counters -> counters.faults(FeedFault.UNKNOWN_KEY)),
                sum(FeedCounters::errorFrames),
                sum(FeedCounters::reconnects),
                connections.stream()
                        .mapToLong(ConnectionStatistics::lastFrameNanos)
                        .max()
                        .orElse(0),
                used.stream().mapToInt(Integer::intValue).sum(),
                refusedWishes.get(),
                connections);
    }

    /// What fits altogether with the modes now in use; the full mode's where there is none yet.
    private static int room(List<ModeUse> modes) {
        int used = modes.stream()
                .filter(use -> use.used() > 0)
                .mapToInt(ModeUse::limit)
                .sum();
        return used > 0
                ? used
                : modes.stream()
                        .filter(use -> use.mode().equals(WireMode.FULL.wire()))
                        .mapToInt(ModeUse::limit)
                        .sum();
    }

    private long sum(ToLongFunction<FeedCounters> number) {
        return lines.stream().map(FeedLine::counters).mapToLong(number).sum();
    }

    @Override
    public void disconnect() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            started = false;
        }
        lines.forEach(line -> line.socket().close());
        wiring.states().accept(new FeedState.Closed());
    }
}
