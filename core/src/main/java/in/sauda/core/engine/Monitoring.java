package in.sauda.core.engine;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.engine.SubscriptionAudit.Round;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at feed, subscriptions and candles once a second and leaves what it saw for readers on other threads.
///
/// Rows are made only while somebody reads them: thousands of them are cheap, but not free. Written by the
/// engine thread.
final class Monitoring {
    static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final int INTEREST_ROUNDS = 3;

    private final EngineCore core;
    private final SubscriptionAudit audit;
    private boolean started;
    private long nextNanos;
    private volatile SubscriptionReport report = SubscriptionReport.EMPTY;
    private volatile @Nullable HealthFacts facts;
    private volatile int wanted;

    Monitoring(EngineCore core, SubscriptionAudit audit) {
        this.core = core;
        this.audit = audit;
    }

    /// The newest audit. Asking keeps it fresh for the next seconds.
    SubscriptionReport report() {
        wanted = INTEREST_ROUNDS;
        return report;
    }

    /// What was measured last, null before the first time.
    @Nullable
    HealthFacts facts() {
        return facts;
    }

    void onTime(long nowNanos) {
        if (started && nowNanos - nextNanos < 0) {
            return;
        }
        started = true;
        nextNanos = nowNanos + INTERVAL_NANOS;
        measure(nowNanos, true);
    }

    /// Says at the end that the engine no longer runs.
    void stopped(long nowNanos) {
        measure(nowNanos, false);
    }

    private void measure(long now, boolean running) {
        MarketFeed feed = core.subscriptions.feed();
        FeedStatistics statistics = feed == null ? null : feed.statistics();
        core.losses.frames(
                statistics == null ? 0 : statistics.malformed(),
                statistics == null ? 0 : statistics.frames(),
                core.streaming(),
                now);
        Placements placements = feed == null ? Placements.NONE : feed.placements();
        boolean withRows = wanted > 0;
        Round round = audit.look(now, core.clock.now(), placements, withRows);
        if (withRows) {
            int left = wanted - 1;
            wanted = left;
            report = report(now, round, statistics);
        }
        facts = facts(now, round, statistics, running);
    }

    private SubscriptionReport report(long now, Round round, @Nullable FeedStatistics statistics) {
        return new SubscriptionReport(
                now,
                round.rows,
                round.total.counts(),
                round.kindCounts(),
                statistics == null ? List.of() : statistics.connections(),
                statistics == null ? 0 : statistics.malformed(),
                core.gaps.count(),
                core.gaps.totalNanos(now),
                core.feedSwitch.source());
    }

    private HealthFacts facts(long now, Round round, @Nullable FeedStatistics statistics, boolean running) {
        long minute = CandlePulse.lastClosed(core.clock.now());
        return new HealthFacts(
                now,
                core.clock.now(),
                core.settings.mode(),
                running,
                core.storage.working(),
                core.accounts.first().link() != null,
                core.feed(),
                statistics == null ? List.of() : statistics.connections(),
                round.total.counts(),
                round.missing,
                round.stale,
                core.market.ticks(),
                core.market.feedAgeNanos(now),
                core.pulse.made(minute),
                core.pulse.expected(minute),
                round.candlesDue,
                core.minutes.agreement(),
                core.reread.progress(),
                core.recorder().state(),
                core.poller.calls(),
                core.skewMillis(),
                core.supervisor.failures());
    }
}
