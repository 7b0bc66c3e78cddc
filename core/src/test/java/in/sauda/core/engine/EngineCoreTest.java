package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EngineCoreTest {
    private static final long MINUTE = 60_000L;

    /// Twenty quiet minutes and one that meets the check vector of rules 2.2.
    private static List<Candle> quietHistory(int count) {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candles.add(new Candle(TestClock.at("09:15") + i * MINUTE, 10_000, 10_050, 9_950, 10_000, 1_000, 0));
        }
        return candles;
    }

    @Test
    void raisesTheMomentumSignalOfTheCheckVectorFromHistoryAndTicks() {
        Stores stores = InMemoryStores.create();
        try (HandDriven engine = new HandDriven(TradingMode.DEMO, stores).ready()) {
            engine.session.history = quietHistory(20);
            engine.clock.set("09:35:00");
            engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.FULL));
            int index = engine.registry.index(RELIANCE);
            LiveBarSeries series = engine.core.series.series(index, Timeframe.M1);
            engine.await(() -> series.size() >= 20 && engine.core.backfill.warm(index));
            engine.tick(RELIANCE, 10_000, 20_000);
            engine.clock.advance(1_000);
            engine.tick(RELIANCE, 10_100, 21_000);
            engine.clock.advance(1_000);
            engine.tick(RELIANCE, 10_090, 23_000);
            engine.clock.set("09:36:01.499");
            engine.step();
            assertThat(engine.seen(UiEvent.SignalRaised.class)).isEmpty();
            engine.clock.set("09:36:01.500");
            engine.step();

            var signal = engine.last(UiEvent.SignalRaised.class).signal();
            assertThat(signal.type()).isEqualTo("MOMENTUM_LONG");
            assertThat(signal.vwap()).isEqualTo(100.082609, within());
            assertThat(signal.confidence()).isEqualTo(0.811206, within());
            assertThat(signal.legacyConfidence()).isEqualTo(1.0);
            assertThat(signal.candleMillis()).isEqualTo(TestClock.at("09:35"));
            assertThat(signal.entryHint()).isEqualTo("Above 101.00");
            assertThat(signal.stopHint()).isEqualTo("Below 100.08");
            engine.await(() -> !stores.signals().load(0, Long.MAX_VALUE).isEmpty());
            assertThat(stores.signals().load(0, Long.MAX_VALUE)).containsExactly(signal);
            assertThat(stores.candles().load(RELIANCE.key(), Timeframe.M1, 0, Long.MAX_VALUE))
                    .extracting(Candle::startMillis)
                    .contains(TestClock.at("09:35"));
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(5e-7);
    }

    @Test
    void showsTheSignalsOfTodayAgainAfterARestart() {
        Stores stores = InMemoryStores.create();
        try (HandDriven first = new HandDriven(TradingMode.DEMO, stores).ready()) {
            first.session.history = quietHistory(20);
            first.clock.set("09:35:00");
            first.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.FULL));
            first.await(() -> first.core.backfill.warm(first.registry.index(RELIANCE)));
            first.tick(RELIANCE, 10_000, 20_000);
            first.tick(RELIANCE, 10_100, 23_000);
            first.clock.set("09:36:02");
            first.await(() -> stores.signals().lastId() > 0);
        }
        try (HandDriven second = new HandDriven(TradingMode.DEMO, stores)) {
            second.clock.set("09:40");
            second.core.clock.tick();
            second.core.restore();
            second.step();
            assertThat(second.seen(UiEvent.SignalRaised.class)).hasSize(1);
        }
    }

    @Test
    void makesTheLastUpdateVisibleEvenWhenNothingFollows() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            engine.tick(RELIANCE, 10_000, 1);
            engine.clock.advance(3);
            engine.tick(RELIANCE, 10_005, 2);
            engine.clock.advance(3);
            engine.tick(RELIANCE, 10_010, 3);
            int index = engine.registry.index(RELIANCE);
            engine.clock.advance(15);
            engine.step();
            QuoteRow row = Objects.requireNonNull(engine.core.quoteRows.get(index));
            assertThat(row.lastPrice()).isEqualTo(10_010);
            assertThat(row.updates()).isEqualTo(3);
        }
    }

    @Test
    void subscribesTheRichestModeOfAllOwnersAndOnlyDifferences() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            engine.send(new Command.Watch("list", List.of(RELIANCE, INFY), FeedMode.QUOTE));
            engine.send(new Command.Watch("chart", List.of(RELIANCE), FeedMode.FULL));
            engine.send(new Command.Watch("ticket", List.of(RELIANCE), FeedMode.LTP));
            engine.send(new Command.Unwatch("chart", List.of(RELIANCE)));
            engine.send(new Command.Unwatch("list", List.of(RELIANCE, INFY)));
            assertThat(engine.session.subscribed)
                    .extracting(Subscription::instrument, Subscription::mode)
                    .containsExactly(
                            tuple(RELIANCE, FeedMode.QUOTE),
                            tuple(INFY, FeedMode.QUOTE),
                            tuple(RELIANCE, FeedMode.FULL),
                            tuple(RELIANCE, FeedMode.QUOTE),
                            tuple(RELIANCE, FeedMode.LTP));
            assertThat(engine.session.unsubscribed)
                    .extracting(Subscription::instrument)
                    .containsExactly(INFY);
        }
    }

    @Test
    void stopsAStrategyThatFailsAndSaysSoWhileTheOthersGoOn() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            engine.core.add(context -> new Strategy() {
                @Override
                public String name() {
                    return "broken";
                }

                @Override
                public void onCandles(CandleBatch batch) {
                    throw new IllegalStateException("on purpose");
                }

                @Override
                public long suppressed() {
                    return 0;
                }
            });
            engine.send(new Command.Watch("list", List.of(INFY), FeedMode.QUOTE));
            engine.await(() -> engine.core.backfill.warm(engine.core.index(INFY)));
            for (int minute = 0; minute < 3; minute++) {
                engine.tick(INFY, 10_000 + minute, 1_000 + minute);
                engine.clock.advance(MINUTE + 2_000);
                engine.step();
            }
            assertThat(engine.seen(UiEvent.Notice.class))
                    .filteredOn(notice -> notice.code().equals("STRATEGY-STOPPED"))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.sentence()).contains("broken"));
            assertThat(engine.core.supervisor.failures()).isEqualTo(1);
            assertThat(engine.core.strategies.rows())
                    .extracting(StrategyRow::id, StrategyRow::state)
                    .containsExactly(
                            tuple("momentum", StrategyRow.State.RUNNING),
                            tuple("momentum-v0", StrategyRow.State.STOPPED),
                            tuple("option-move", StrategyRow.State.STOPPED),
                            tuple("scalper", StrategyRow.State.STOPPED),
                            tuple("broken", StrategyRow.State.FAILED));
        }
    }

    @Test
    void refusesASecondThread() throws InterruptedException {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO)) {
            engine.step();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread intruder = Thread.ofPlatform().start(() -> {
                try {
                    engine.core.step();
                } catch (IllegalStateException refused) {
                    failure.set(refused);
                }
            });
            intruder.join();
            assertThat(failure.get()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> {
                        throw Objects.requireNonNull(failure.get());
                    })
                    .hasMessageContaining("touched by");
        }
    }
}
