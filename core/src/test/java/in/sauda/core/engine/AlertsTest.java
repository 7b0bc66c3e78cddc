package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRow;
import in.sauda.core.alerts.AlertRow.State;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.candles.Candle;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Alerts on the running engine: once, every time, with a cool-down, over a restart (rules 12.2).
class AlertsTest {
    private static final long MINUTE = 60_000L;

    private static AlertRule rule(@Nullable Instrument instrument, String condition, AlertRepeat repeat, int seconds) {
        return new AlertRule(0, instrument, AlertCondition.parse(condition), repeat, seconds, "", false);
    }

    private static HandDriven trading() {
        HandDriven engine = new HandDriven(TradingMode.DEMO).ready();
        engine.clock.set("10:00:00");
        return engine;
    }

    private static List<AlertFiring> fired(HandDriven engine) {
        return engine.seen(UiEvent.AlertFired.class).stream()
                .map(UiEvent.AlertFired::firing)
                .toList();
    }

    private static void price(HandDriven engine, long price) {
        engine.clock.advance(1_000);
        engine.tick(RELIANCE, price, engine.clock.millis() % 100_000_000);
    }

    private static AlertRow row(HandDriven engine) {
        engine.clock.advance(250);
        engine.step();
        return engine.core.alerts.board().rows().getFirst();
    }

    @Test
    void watchesItsInstrumentAndFiresOnceAtTheLevel() {
        try (HandDriven engine = trading()) {
            engine.send(new Command.SetAlert(rule(RELIANCE, "price >= 101", AlertRepeat.ONCE, 0)));
            assertThat(engine.session.subscribed)
                    .extracting(Subscription::instrument)
                    .contains(RELIANCE);
            assertThat(row(engine).state()).isEqualTo(State.WAITING);
            price(engine, 10_095);
            assertThat(row(engine).state()).isEqualTo(State.ARMED);
            assertThat(row(engine).reading()).isEqualTo(100.95);
            assertThat(fired(engine)).isEmpty();
            price(engine, 10_100);
            price(engine, 10_000);
            price(engine, 10_200);
            assertThat(fired(engine))
                    .extracting(AlertFiring::sentence)
                    .containsExactly("RELIANCE-EQ: Price at or above ₹101.00, now ₹101.00.");
            assertThat(row(engine).state()).isEqualTo(State.DONE);
            engine.send(new Command.RearmAlert(1));
            price(engine, 10_300);
            assertThat(fired(engine)).hasSize(2);
        }
    }

    @Test
    void crossesOnlyFromTheOtherSideAndEveryTimeAtMostOnceAMinute() {
        try (HandDriven engine = trading()) {
            engine.send(new Command.SetAlert(rule(RELIANCE, "price x> 101", AlertRepeat.EVERY_TIME, 0)));
            price(engine, 10_200);
            assertThat(fired(engine)).as("a first reading crosses nothing").isEmpty();
            price(engine, 10_000);
            price(engine, 10_100);
            assertThat(fired(engine)).hasSize(1);
            price(engine, 10_000);
            price(engine, 10_150);
            assertThat(fired(engine)).as("within the minute").hasSize(1);
            engine.clock.advance(MINUTE);
            price(engine, 10_000);
            price(engine, 10_150);
            assertThat(fired(engine)).hasSize(2);
        }
    }

    @Test
    void staysQuietForItsCoolDownAndSpeaksAgainWhileTheConditionHolds() {
        try (HandDriven engine = trading()) {
            engine.send(new Command.SetAlert(rule(RELIANCE, "change >= 2", AlertRepeat.COOL_DOWN, 300)));
            for (int i = 0; i < 10; i++) {
                engine.clock.advance(MINUTE);
                engine.tick(RELIANCE, 10_250, 1_000 + i, event -> event.previousClose = 10_000);
            }
            engine.clock.advance(-2_000);
            engine.tick(RELIANCE, 10_250, 2_000, event -> event.previousClose = 10_000);
            // A clock that is corrected by moments fires nothing. The first at once, the second five minutes later.
            assertThat(fired(engine)).hasSize(2);
            assertThat(fired(engine).get(1).atMillis() - fired(engine).get(0).atMillis())
                    .isEqualTo(5 * MINUTE);
            assertThat(row(engine).state()).isEqualTo(State.COOLING);
        }
    }

    @Test
    void aLevelTouchedByMergedUpdatesCounts() {
        try (HandDriven engine = trading()) {
            engine.send(new Command.SetAlert(rule(RELIANCE, "price <= 99", AlertRepeat.ONCE, 0)));
            engine.clock.advance(1_000);
            MarketEvent merged = new MarketEvent();
            merged.instrument = engine.registry.index(RELIANCE);
            merged.exchangeMillis = engine.clock.millis();
            merged.receivedNanos = engine.clock.nanos();
            merged.lastPrice = 10_000;
            merged.clear();
            merged.conflatedCount = 3;
            merged.conflatedLow = 9_890;
            merged.conflatedHigh = 10_010;
            engine.core.market.onEvent(merged);
            engine.step();
            assertThat(fired(engine)).hasSize(1);
        }
    }

    @Test
    void aPausedAlertIsQuietAndARemovedOneGivesItsSubscriptionUp() {
        try (HandDriven engine = trading()) {
            AlertRule rule = rule(RELIANCE, "price >= 101", AlertRepeat.ONCE, 0).withId(7);
            engine.send(new Command.SetAlert(rule.withPaused(true)));
            price(engine, 10_200);
            assertThat(row(engine).state()).isEqualTo(State.PAUSED);
            assertThat(fired(engine)).isEmpty();
            engine.send(new Command.RemoveAlert(7));
            assertThat(engine.core.alerts.board().rows()).isEmpty();
            assertThat(engine.session.unsubscribed)
                    .extracting(Subscription::instrument)
                    .contains(RELIANCE);
        }
    }

    @Test
    void theClockRingsOnceADay() {
        try (HandDriven engine = trading()) {
            engine.clock.set("15:09:59");
            engine.send(new Command.SetAlert(new AlertRule(
                    0, null, AlertCondition.parse("time 15:10"), AlertRepeat.EVERY_TIME, 0, "Square off", false)));
            engine.step();
            assertThat(fired(engine)).isEmpty();
            engine.clock.set("15:10:00");
            engine.step();
            engine.clock.set("15:30:00");
            engine.step();
            assertThat(fired(engine)).extracting(AlertFiring::sentence).containsExactly("It is 15:10. Square off");
        }
    }

    /// The check vector of rules 2.2: its last minute reads RVOL 2.727273, 0.816717 % above the VWAP of 100.082609.
    @Test
    void judgesClosedMinutesByTheNumbersOfTheRules() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            List<Candle> quiet = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                quiet.add(new Candle(TestClock.at("09:15") + i * MINUTE, 10_000, 10_050, 9_950, 10_000, 1_000, 0));
            }
            engine.session.history = quiet;
            engine.clock.set("09:35:00");
            engine.send(new Command.SetAlert(rule(RELIANCE, "rvol >= 2.7", AlertRepeat.ONCE, 0)));
            engine.send(new Command.SetAlert(rule(RELIANCE, "vwap >= 0.8", AlertRepeat.ONCE, 0)));
            engine.send(new Command.SetAlert(rule(RELIANCE, "rvol >= 2.73", AlertRepeat.ONCE, 0)));
            engine.await(() -> engine.core.backfill.warm(engine.registry.index(RELIANCE)));
            engine.tick(RELIANCE, 10_000, 20_000);
            engine.clock.advance(1_000);
            engine.tick(RELIANCE, 10_100, 21_000);
            engine.clock.advance(1_000);
            engine.tick(RELIANCE, 10_090, 23_000);
            engine.clock.advance(MINUTE);
            engine.step();
            assertThat(fired(engine)).extracting(AlertFiring::alert).containsExactly(1L, 2L);
            assertThat(fired(engine).getFirst().reading()).isCloseTo(2.727273, within(1e-6));
            assertThat(fired(engine).getLast().reading()).isCloseTo(0.816716, within(1e-4));
        }
    }

    @Test
    void isKeptOverARestartWithWhatItCounted() {
        Stores stores = InMemoryStores.create();
        try (HandDriven engine = new HandDriven(TradingMode.DEMO, stores).ready()) {
            engine.clock.set("10:00:00");
            engine.send(new Command.SetAlert(rule(RELIANCE, "price >= 101", AlertRepeat.ONCE, 0)));
            engine.send(new Command.SetAlert(rule(INFY, "price >= 101", AlertRepeat.ONCE, 0)));
            price(engine, 10_200);
            engine.await(() -> !stores.alerts().firings(1).isEmpty()
                    && stores.alerts().load().getFirst().done());
        }
        try (HandDriven again = new HandDriven(TradingMode.DEMO, stores).ready()) {
            assertThat(again.core.alerts.board().rows())
                    .extracting(AlertRow::state)
                    .containsExactly(State.DONE, State.WAITING);
            assertThat(again.core.alerts.board().history()).hasSize(1);
            assertThat(again.session.subscribed)
                    .extracting(Subscription::instrument)
                    .contains(RELIANCE, INFY);
            again.clock.set("10:05:00");
            again.send(new Command.SetAlert(rule(INFY, "price <= 90", AlertRepeat.ONCE, 0)));
            assertThat(again.core.alerts.board().rows())
                    .extracting(row -> row.rule().id())
                    .containsExactly(1L, 2L, 3L);
        }
    }
}
