package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.TradeState;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumType;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategyRow.State;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.Command;
import in.sauda.core.view.StandingRow;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Strategies are started, stopped, edited and moved between lanes while the engine runs.
class StrategyRuntimeTest {
    private static final long MINUTE = 60_000L;
    private static final StrategyProfile LOCKED = MomentumType.profile(MomentumProfile.note002(), 0);
    private static final StrategyProfile USUAL = MomentumType.profile(MomentumProfile.standard(), 1);

    /// Twenty quiet minutes from 09:15 of the check vector of rules 2.2.
    private static HandDriven afterTwentyMinutes() {
        HandDriven engine = new HandDriven(TradingMode.DEMO).ready();
        List<Candle> quiet = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            quiet.add(new Candle(TestClock.at("09:15") + i * MINUTE, 10_000, 10_050, 9_950, 10_000, 1_000, 0));
        }
        engine.session.history = quiet;
        engine.clock.set("09:35:00");
        engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.FULL));
        engine.await(() -> engine.core.backfill.warm(engine.registry.index(RELIANCE)));
        return engine;
    }

    /// The minute that meets the check vector, begun at the clock's minute; volume counts from there.
    private static void loudMinute(HandDriven engine, long volume) {
        engine.tick(RELIANCE, 10_000, volume);
        engine.clock.advance(1_000);
        engine.tick(RELIANCE, 10_100, volume + 1_000);
        engine.clock.advance(1_000);
        engine.tick(RELIANCE, 10_090, volume + 3_000);
        engine.clock.advance(60_000);
        engine.step();
    }

    private static StrategyRow row(HandDriven engine, String id) {
        engine.clock.advance(1_000);
        engine.step();
        return engine.core.strategies.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OrderTicket ticket(Signal signal) {
        return new OrderTicket(
                TradingMode.DEMO,
                RELIANCE,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                1,
                10_090,
                0,
                signal.strategy(),
                signal.id(),
                false);
    }

    @Test
    void aShadowOnlyWritesDownAndItsSignalsMakeNoOrders() {
        try (HandDriven engine = afterTwentyMinutes()) {
            engine.send(new Command.SetStrategy(new StrategySetup("momentum-v0", LOCKED, Lane.SHADOW, true)));
            engine.send(new Command.SetStrategy(new StrategySetup("momentum", USUAL, Lane.CONFIRM, false)));
            loudMinute(engine, 20_000);

            UiEvent.SignalRaised raised = engine.last(UiEvent.SignalRaised.class);
            assertThat(raised.lane()).isEqualTo(Lane.SHADOW);
            assertThat(raised.signal().strategy()).isEqualTo("momentum-v0");
            assertThat(engine.seen(UiEvent.TradeChanged.class)).isEmpty();
            assertThat(row(engine, "momentum").state()).isEqualTo(State.STOPPED);

            engine.tick(RELIANCE, 10_090, 24_000);
            engine.send(new Command.Stage(ticket(raised.signal())));
            assertThat(engine.seen(UiEvent.ConfirmationRequested.class)).isEmpty();
            UiEvent.OrderChanged denied = engine.last(UiEvent.OrderChanged.class);
            assertThat(denied.order().status()).isEqualTo(OrderStatus.DENIED);
            assertThat(denied.order().text()).contains("not in the confirm lane");
        }
    }

    @Test
    void theConfirmLaneOffersTheSignalAndStillAsksWithACard() {
        try (HandDriven engine = afterTwentyMinutes()) {
            loudMinute(engine, 20_000);
            Signal signal = engine.last(UiEvent.SignalRaised.class).signal();
            assertThat(engine.last(UiEvent.TradeChanged.class).state()).isEqualTo(TradeState.SIGNALLED);
            assertThat(engine.seen(UiEvent.OrderChanged.class)).isEmpty();
            engine.tick(RELIANCE, 10_090, 24_000);
            engine.send(new Command.Stage(ticket(signal)));
            assertThat(engine.seen(UiEvent.ConfirmationRequested.class)).hasSize(1);
            assertThat(engine.session.submitted).isEmpty();
        }
    }

    @Test
    void aListOfTheUsersIsWhatStrategiesJudge() {
        try (HandDriven engine = afterTwentyMinutes()) {
            engine.send(new Command.SetUniverse("Others", List.of(INFY)));
            assertThat(engine.session.subscribed)
                    .extracting(Subscription::instrument)
                    .contains(INFY);
            loudMinute(engine, 20_000);
            assertThat(engine.seen(UiEvent.SignalRaised.class)).isEmpty();
            engine.send(new Command.SetUniverse("", List.of()));
            assertThat(engine.session.unsubscribed)
                    .extracting(Subscription::instrument)
                    .contains(INFY);
            assertThat(row(engine, "momentum").judged()).isEqualTo(1);
        }
    }

    @Test
    void anEditIsAnotherVersionWithItsOwnThresholds() {
        try (HandDriven engine = afterTwentyMinutes()) {
            StrategyProfile strict = USUAL.edited(2, Map.of("volMultiplier", "2.8"));
            engine.send(new Command.SetStrategy(new StrategySetup("momentum", strict, Lane.CONFIRM, true)));
            assertThat(row(engine, "momentum").name()).isEqualTo("momentum-v2");
            engine.clock.set("09:35:00");
            loudMinute(engine, 20_000);
            assertThat(engine.seen(UiEvent.SignalRaised.class)).isEmpty();
        }
    }

    @Test
    void refusesTwoInstancesOfOneProfileAndValuesOutOfRange() {
        try (HandDriven engine = afterTwentyMinutes()) {
            engine.send(new Command.SetStrategy(new StrategySetup("second", USUAL, Lane.SHADOW, true)));
            assertThat(engine.last(UiEvent.Notice.class).code()).isEqualTo("STRATEGY-TWICE");
            StrategyProfile wrong = USUAL.edited(2, Map.of("volMultiplier", "-1"));
            engine.send(new Command.SetStrategy(new StrategySetup("third", wrong, Lane.SHADOW, true)));
            StrategyRow row = row(engine, "third");
            assertThat(row.state()).isEqualTo(State.FAILED);
            assertThat(row.problem()).contains("volMultiplier must be a number from 0.0001 to 10000");
            engine.send(new Command.RemoveStrategy("third"));
            engine.clock.advance(1_000);
            engine.step();
            assertThat(engine.core.strategies.rows())
                    .extracting(StrategyRow::id)
                    .doesNotContain("second", "third");
        }
    }

    @Test
    void thePaperLaneTradesByItselfForFiveMinutes() {
        try (HandDriven engine = afterTwentyMinutes()) {
            engine.send(new Command.SetStrategy(new StrategySetup("momentum", USUAL, Lane.PAPER, true)));
            loudMinute(engine, 20_000);
            assertThat(engine.last(UiEvent.SignalRaised.class).lane()).isEqualTo(Lane.PAPER);
            assertThat(row(engine, "momentum").paperOpen()).isEqualTo(1);
            for (int minute = 0; minute < 6; minute++) {
                engine.tick(RELIANCE, 10_190, 24_000 + minute);
                engine.clock.advance(MINUTE);
                engine.step();
            }
            StrategyRow row = row(engine, "momentum");
            assertThat(row.paperOpen()).isZero();
            assertThat(row.paperTrades()).isEqualTo(1);
            double entry = 100.90 * 1.0005;
            assertThat(row.paperPercent()).isEqualTo((101.90 * 0.9995 - entry) / entry * 100, Offset.offset(1e-9));
            assertThat(engine.seen(UiEvent.OrderChanged.class)).isEmpty();
        }
    }

    @Test
    void standingsFollowEveryClosedMinute() {
        try (HandDriven engine = afterTwentyMinutes()) {
            loudMinute(engine, 20_000);
            StandingRow row =
                    Objects.requireNonNull(engine.core.standings.rows().get(engine.registry.index(RELIANCE)));
            assertThat(row.candleMillis()).isEqualTo(TestClock.at("09:35"));
            assertThat(row.dayHigh()).isEqualTo(10_100);
            assertThat(row.reading().vwap()).isEqualTo(100.082609, Offset.offset(5e-7));
            assertThat(row.reading().score()).isEqualTo(96.7, Offset.offset(0.05));
            assertThat(row.status().name()).isEqualTo("SIGNAL");
        }
    }
}
