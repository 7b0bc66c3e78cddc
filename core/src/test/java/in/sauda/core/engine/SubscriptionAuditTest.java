package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.NIFTY_FUTURE;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.health.HealthFacts;
import in.sauda.core.health.HealthJudge;
import in.sauda.core.health.HealthRule;
import in.sauda.core.health.HealthState;
import in.sauda.core.health.MachineFigures;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.view.Command;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubscriptionAuditTest {
    private static final long SECOND = 1_000L;

    private static HandDriven watching(Instrument... instruments) {
        HandDriven engine = new HandDriven(TradingMode.DEMO).ready();
        engine.clock.set("10:00:00");
        engine.send(new Command.Watch("list", List.of(instruments), FeedMode.QUOTE, Interest.WATCHLIST));
        return engine;
    }

    /// Looks, lets a second pass and takes what the engine made of it.
    private static SubscriptionReport report(HandDriven engine) {
        SubscriptionReport _ = engine.core.monitoring.report();
        engine.clock.advance(SECOND);
        engine.step();
        return engine.core.monitoring.report();
    }

    private static SubscriptionRow row(SubscriptionReport report, Instrument instrument) {
        return report.rows().stream()
                .filter(row -> row.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTickingFromStaleAndStaleFromNeverTicked() {
        try (HandDriven engine = watching(RELIANCE, INFY)) {
            engine.tick(RELIANCE, 10_000, 1);
            SubscriptionReport early = report(engine);
            assertThat(row(early, RELIANCE).state()).isEqualTo(SubscriptionState.TICKING);
            assertThat(row(early, RELIANCE).ageNanos(early.atNanos())).isEqualTo(SECOND * 1_000_000);
            assertThat(row(early, INFY).state()).isEqualTo(SubscriptionState.SILENT);
            assertThat(row(early, INFY).ageNanos(early.atNanos())).isEqualTo(-1);

            engine.clock.advance(118 * SECOND);
            assertThat(row(report(engine), RELIANCE).state()).isEqualTo(SubscriptionState.STALE);

            engine.tick(RELIANCE, 10_005, 2);
            SubscriptionRow back = row(report(engine), RELIANCE);
            assertThat(back.state()).isEqualTo(SubscriptionState.TICKING);
            assertThat(back.gaps()).isOne();
            assertThat(back.ticks()).isEqualTo(2);
        }
    }

    @Test
    void expectsNothingOutsideContinuousTrading() {
        try (HandDriven engine = watching(RELIANCE, INFY)) {
            engine.tick(RELIANCE, 10_000, 1);
            SubscriptionReport _ = report(engine);
            engine.clock.set("17:30:00");
            SubscriptionReport evening = report(engine);
            assertThat(row(evening, RELIANCE).state()).isEqualTo(SubscriptionState.IDLE);
            assertThat(evening.total().trading()).isZero();
            assertThat(evening.total().stale()).isZero();
        }
    }

    @Test
    void followsTheClockOfALocalExchangeThatPlaysFridayOnASaturday() {
        long day = 86_400_000L;
        try (HandDriven engine = new HandDriven(TradingMode.DEMO, InMemoryStores.create(), day).ready()) {
            engine.clock.set("10:00:00");
            engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE, Interest.WATCHLIST));
            assertThat(report(engine).total().trading()).isZero();
            engine.tick(RELIANCE, 10_000, 1);
            SubscriptionReport trading = report(engine);
            assertThat(trading.total().trading()).isOne();
            assertThat(row(trading, RELIANCE).state()).isEqualTo(SubscriptionState.TICKING);
            HealthFacts facts = Objects.requireNonNull(engine.core.monitoring.facts());
            assertThat(HealthJudge.judge(facts, new MachineFigures(1, 100, -1), engine.clock.millis() + day)
                            .rules())
                    .filteredOn(rule -> rule.state() == HealthState.IDLE)
                    .extracting(HealthRule::id)
                    .containsExactly("candles", "candles.broker", "candles.parity", "journal");
        }
    }

    @Test
    void countsPerKindAndShowsWhereEachOneIs() {
        try (HandDriven engine = watching(RELIANCE, INFY, NIFTY, NIFTY_FUTURE)) {
            engine.session.placements = new Placements.Builder()
                    .put(engine.registry.index(RELIANCE), 1)
                    .put(engine.registry.index(INFY), Placements.WAITING)
                    .put(engine.registry.index(NIFTY), 3)
                    .put(engine.registry.index(NIFTY_FUTURE), Placements.REFUSED)
                    .build();
            engine.session.connections =
                    List.of(new ConnectionStatistics(1, ConnectionState.CONNECTED, 2, 1_000, 5, 600, 1, 0, ""));
            SubscriptionReport report = report(engine);

            assertThat(report.kinds().keySet())
                    .containsExactlyInAnyOrder(
                            InstrumentCategory.EQUITY, InstrumentCategory.INDEX, InstrumentCategory.FUTURES);
            assertThat(report.total().asked()).isEqualTo(4);
            assertThat(report.total().placed()).isEqualTo(2);
            assertThat(row(report, NIFTY).connection()).isEqualTo(3);
            assertThat(row(report, INFY).state()).isEqualTo(SubscriptionState.WAITING);
            assertThat(row(report, INFY).connection()).isZero();
            assertThat(row(report, NIFTY_FUTURE).state()).isEqualTo(SubscriptionState.REFUSED);
            assertThat(report.used()).isEqualTo(2);
            assertThat(report.limit()).isEqualTo(1_000);
            assertThat(engine.core.monitoring.facts())
                    .satisfies(facts -> assertThat(facts.missing()).containsExactly("INFY-EQ", "NIFTY24NOV26FUT"));
        }
    }

    @Test
    void theMostImportantReasonCountsAndIsToldToTheFeed() {
        try (HandDriven engine = watching(RELIANCE)) {
            engine.send(new Command.Watch("positions", List.of(RELIANCE), FeedMode.LTP, Interest.POSITION));
            assertThat(engine.session.subscribed.getLast().interest()).isEqualTo(Interest.POSITION);
            assertThat(engine.session.subscribed.getLast().mode()).isEqualTo(FeedMode.QUOTE);
            engine.send(new Command.Unwatch("positions", List.of(RELIANCE)));
            assertThat(engine.session.subscribed.getLast().interest()).isEqualTo(Interest.WATCHLIST);
        }
    }

    @Test
    void makesRowsOnlyWhileSomebodyLooks() {
        try (HandDriven engine = watching(RELIANCE)) {
            SubscriptionReport seen = report(engine);
            assertThat(seen.rows()).hasSize(1);
            for (int second = 0; second < 10; second++) {
                engine.clock.advance(SECOND);
                engine.step();
            }
            long made = engine.core.monitoring.report().atNanos();
            assertThat(made - seen.atNanos()).isLessThan(5 * SECOND * 1_000_000);
        }
    }

    @Test
    void countsHowOftenAndHowLongTheFeedWasAway() {
        try (HandDriven engine = watching(RELIANCE)) {
            engine.core.control.add(
                    new ControlMessage.FeedReport(new FeedState.Disconnected("cut", 1_000), engine.clock.nanos()));
            engine.step();
            engine.clock.advance(7 * SECOND);
            engine.core.control.add(new ControlMessage.FeedReport(new FeedState.Connected(), engine.clock.nanos()));
            engine.step();
            SubscriptionReport report = report(engine);
            assertThat(report.gaps()).isOne();
            assertThat(report.gapNanos()).isEqualTo(7 * SECOND * 1_000_000);
        }
    }
}
