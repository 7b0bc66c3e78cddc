package in.sauda.simulator.faults;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what goes wrong now. The wire asks it for every frame and request; while no rule exists that costs one
/// volatile read. Safe from any thread.
public final class FaultInjector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultInjector.class);
    private static final long TICK_MILLIS = 20;
    private static final int REMEMBERED = 1_000;

    private final TimeSource time;
    private final MarketClock market;
    private final SplittableRandom random;
    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private final Map<String, Long> hits = new TreeMap<>();
    private final ArrayDeque<String> log = new ArrayDeque<>();
    private final ScheduledExecutorService timer;
    private volatile @Nullable FaultTarget target;
    private volatile boolean calm = true;
    private boolean ticking;
    private volatile long lastTick;

    public FaultInjector(TimeSource time, MarketClock market, long seed) {
        this.time = time;
        this.market = market;
        this.random = new SplittableRandom(seed);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("simulator-faults").daemon().factory());
    }

    public void attach(FaultTarget wire) {
        target = wire;
    }

    /// Each from now on until cleared; moments happen at once.
    public void inject(Fault... faults) {
        for (Fault fault : faults) {
            inject(FaultRule.now(fault));
        }
    }

    public void inject(FaultRule rule) {
        happen(begin(rule));
    }

    private synchronized List<Fault.Moment> begin(FaultRule rule) {
        ActiveRule active = new ActiveRule(rule, time.nanos());
        rules.add(active);
        calm = false;
        if (!ticking) {
            ticking = true;
            lastTick = time.nanos();
            var _ = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return advance(active).stream().toList();
    }

    public void inject(Collection<FaultRule> script) {
        script.forEach(this::inject);
    }

    /// Ends every rule; frames being delayed still arrive.
    public synchronized void clear() {
        rules.clear();
        calm = true;
        note("all faults cleared");
    }

    /// True while no rule exists.
    public boolean calm() {
        return calm;
    }

    /// The wire is never called under this object's lock: it may wait for the market, and the market asks for faults.
    private void tick() {
        try {
            happen(advanceAll());
            long now = time.nanos();
            FaultTarget wire = target;
            if (wire != null) {
                wire.tick(now - lastTick);
            }
            lastTick = now;
        } catch (RuntimeException e) {
            LOG.error("A fault could not be carried out", e);
        }
    }

    private synchronized List<Fault.Moment> advanceAll() {
        List<Fault.Moment> moments = new ArrayList<>();
        rules.forEach(active -> advance(active).ifPresent(moments::add));
        rules.removeIf(ActiveRule::over);
        calm = rules.isEmpty();
        return moments;
    }

    private Optional<Fault.Moment> advance(ActiveRule active) {
        if (!active.advance(time.nanos(), IndiaTime.time(market.millis()))) {
            return Optional.empty();
        }
        Fault fault = active.rule().fault();
        note("start " + fault);
        if (fault instanceof Fault.Moment moment) {
            count(moment);
            return Optional.of(moment);
        }
        return Optional.empty();
    }

    private void happen(List<Fault.Moment> moments) {
        FaultTarget wire = target;
        if (wire == null) {
            return;
        }
        for (Fault.Moment moment : moments) {
            switch (moment) {
                case Fault.Cut cut -> wire.cut(cut.line());
                case Fault.SendFrame send ->
                    wire.send(send.line(), HexFormat.of().parseHex(send.hex()));
                case Fault.EndLogins end -> wire.endLogins();
            }
        }
    }

    /// The fault of this kind that is in force, without counting it as a hit.
    public <F extends Fault> Optional<F> active(Class<F> kind, Predicate<? super F> concerns) {
        if (calm) {
            return Optional.empty();
        }
        for (ActiveRule active : rules) {
            if (active.on() && kind.isInstance(active.rule().fault())) {
                F fault = kind.cast(active.rule().fault());
                if (concerns.test(fault)) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }

    /// The fault of this kind that hits now: in force, about this frame or request, and chosen by its share.
    public <F extends Fault> Optional<F> hit(Class<F> kind, Predicate<? super F> concerns) {
        return calm ? Optional.empty() : draw(kind, concerns);
    }

    private synchronized <F extends Fault> Optional<F> draw(Class<F> kind, Predicate<? super F> concerns) {
        for (ActiveRule active : rules) {
            if (!active.on() || !kind.isInstance(active.rule().fault())) {
                continue;
            }
            F fault = kind.cast(active.rule().fault());
            if (concerns.test(fault) && random.nextDouble() < share(fault)) {
                active.hit();
                count(fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static double share(Fault fault) {
        return switch (fault) {
            case Fault.OnFrames frames -> frames.share();
            case Fault.OnRequests requests -> requests.share();
            case Fault.Moment moment -> 1;
            case Fault.Silence silence -> 1;
            case Fault.Slow slow -> 1;
            case Fault.RefuseConnections refuse -> 1;
            case Fault.ClockSkew skew -> 1;
            case Fault.UnregisteredIp unregistered -> 1;
            case Fault.RejectLogins reject -> 1;
        };
    }

    private void count(Fault fault) {
        hits.merge(fault.name(), 1L, Long::sum);
        if (!(fault instanceof Fault.OnFrames)) {
            note("hit " + fault);
        }
    }

    private void note(String what) {
        LOG.info("Fault script: {}", what);
        if (log.size() >= REMEMBERED) {
            log.removeFirst();
        }
        log.addLast(IndiaTime.time(market.millis()) + " " + what);
    }

    /// Random bytes for garbage.
    public synchronized byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Does something later, for delayed frames and answers.
    public void later(Duration delay, Runnable work) {
        var _ = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// How far the server's clock is off now.
    public long skewMillis() {
        return active(Fault.ClockSkew.class, skew -> true)
                .map(skew -> skew.by().toMillis())
                .orElse(0L);
    }

    /// Hits so far by the fault's name.
    public synchronized Map<String, Long> hits() {
        return new TreeMap<>(hits);
    }

    /// What started and hit, oldest first, with the exchange's time; single frames are only counted.
    public synchronized List<String> log() {
        return new ArrayList<>(log);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
