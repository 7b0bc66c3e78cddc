package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.DayParity.State;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.MinuteDifference.Kind;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// At 16:05 the whole day is read again, compared, and made final (rules 7.8).
class DayRereadTest {
    private static final int BROKER = Candle.HISTORY;

    /// 10:00 as the ticks below make it, 10:01 with a volume the ticks do not show, 10:02 which they miss.
    private static final List<Candle> DAY = List.of(
            new Candle(TestClock.at("10:00"), 150_000, 150_100, 150_000, 150_100, 200, BROKER),
            new Candle(TestClock.at("10:01"), 150_100, 150_100, 150_100, 150_100, 900, BROKER),
            new Candle(TestClock.at("10:02"), 150_100, 150_200, 150_050, 150_150, 300, BROKER));

    private final Stores stores = InMemoryStores.create();

    /// A share that ticked in two minutes, both closed.
    private HandDriven ticked() {
        HandDriven engine = new HandDriven(TradingMode.DEMO, stores).ready();
        engine.clock.set("09:14:00");
        engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE));
        engine.tick(RELIANCE, 150_000, 1_000_000);
        engine.clock.set("10:00:05");
        engine.tick(RELIANCE, 150_000, 1_000_100);
        engine.clock.set("10:00:50");
        engine.tick(RELIANCE, 150_100, 1_000_200);
        engine.clock.set("10:01:10");
        engine.tick(RELIANCE, 150_100, 1_000_300);
        engine.clock.set("10:05:00");
        engine.step();
        return engine;
    }

    private static Candle minute(HandDriven engine, String time) {
        LiveBarSeries series = engine.core.series.series(engine.core.index(RELIANCE), Timeframe.M1);
        return series.candle(series.countBefore(TestClock.at(time)));
    }

    private static void wait(HandDriven engine, String time) {
        engine.clock.set(time);
        engine.step();
    }

    private List<DayParity> parity(HandDriven engine) {
        engine.await(() -> engine.core.reread.progress().asked() > 0
                && !engine.core.reread.progress().running()
                && !stores.parity().load(TestClock.DAY).isEmpty());
        return stores.parity().load(TestClock.DAY);
    }

    @Test
    void theDayIsReadAgainAtFivePastFourAndTheReportNamesWhatDiffered() {
        try (HandDriven engine = ticked()) {
            engine.session.history = DAY;
            wait(engine, "16:04:50");
            assertThat(engine.core.reread.progress().date()).isNull();
            wait(engine, "16:05:00");
            assertThat(parity(engine)).singleElement().satisfies(day -> {
                assertThat(day.symbol()).isEqualTo("RELIANCE-EQ");
                assertThat(day.state()).isEqualTo(State.DIFFERS);
                assertThat(day.whole()).isTrue();
                assertThat(day.compared()).isEqualTo(2);
                assertThat(day.volumes()).isEqualTo(1);
                assertThat(day.mended()).isEqualTo(1);
            });
            assertThat(stores.parity().differences(TestClock.DAY, RELIANCE.key()))
                    .extracting(MinuteDifference::startMillis, MinuteDifference::kind)
                    .containsExactly(
                            tuple(TestClock.at("10:01"), Kind.VOLUME), tuple(TestClock.at("10:02"), Kind.MISSING));
            assertThat(engine.core.reread.progress().names()).containsExactly("RELIANCE-EQ");
            assertThat(engine.seen(UiEvent.Notice.class))
                    .anySatisfy(notice -> assertThat(notice.code()).isEqualTo("PARITY-1"));
        }
    }

    @Test
    void everyMinuteIsTheBrokersAndFinalAfterwardsOnDiskAsWell() {
        try (HandDriven engine = ticked()) {
            engine.session.history = DAY;
            wait(engine, "16:05:00");
            parity(engine);
            assertThat(minute(engine, "10:00").flags()).isEqualTo(Candle.FINAL);
            assertThat(minute(engine, "10:01").volume()).isEqualTo(900);
            assertThat(minute(engine, "10:01").flags()).isEqualTo(Candle.HISTORY | Candle.REVISED | Candle.FINAL);
            assertThat(minute(engine, "10:02").close()).isEqualTo(150_150);
            List<Candle> known = List.of(minute(engine, "10:00"), minute(engine, "10:01"), minute(engine, "10:02"));
            engine.await(() -> stores.candles()
                    .load(RELIANCE.key(), Timeframe.M1, TestClock.at("10:00"), TestClock.at("10:03"))
                    .equals(known));
        }
    }

    @Test
    void aDayThatAgreesIsToldOnceAndNotReadAgainByTheNextRun() {
        try (HandDriven engine = ticked()) {
            engine.session.history = List.of(
                    DAY.get(0), new Candle(TestClock.at("10:01"), 150_100, 150_100, 150_100, 150_100, 100, BROKER));
            wait(engine, "16:05:00");
            assertThat(parity(engine).getFirst().state()).isEqualTo(State.AGREES);
            assertThat(engine.seen(UiEvent.Notice.class))
                    .filteredOn(notice -> notice.code().equals("PARITY-0"))
                    .hasSize(1);
        }
        try (HandDriven again = new HandDriven(TradingMode.DEMO, stores).ready()) {
            again.clock.set("17:00");
            again.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE));
            again.await(() -> again.core
                            .series
                            .series(again.core.index(RELIANCE), Timeframe.M1)
                            .size()
                    >= 2);
            for (int i = 0; i < 10; i++) {
                again.clock.advance(10_000);
                again.step();
            }
            assertThat(again.core.reread.progress().asked()).isEqualTo(1);
            assertThat(again.core.reread.progress().running()).isFalse();
            assertThat(again.seen(UiEvent.Notice.class))
                    .extracting(UiEvent.Notice::code)
                    .doesNotContain("PARITY-0");
        }
    }

    @Test
    void aDayMissedBecauseTheTerminalWasClosedIsReadByTheNextRun() {
        try (HandDriven engine = ticked()) {
            engine.await(() -> stores.candles()
                            .load(RELIANCE.key(), Timeframe.M1, TestClock.at("10:00"), TestClock.at("10:02"))
                            .size()
                    == 2);
        }
        try (HandDriven evening = new HandDriven(TradingMode.DEMO, stores).ready()) {
            evening.session.history = DAY;
            evening.clock.set("19:00");
            evening.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE));
            evening.await(() -> {
                evening.clock.advance(1_000);
                return !stores.parity().load(TestClock.DAY).isEmpty();
            });
            assertThat(minute(evening, "10:02").close()).isEqualTo(150_150);
        }
    }

    @Test
    void onDemandBeforeTheCloseHolesAreFilledButNothingIsFinal() {
        try (HandDriven engine = ticked()) {
            engine.session.history = DAY;
            engine.send(new Command.Reread(TestClock.DAY, List.of(RELIANCE)));
            DayParity day = parity(engine).getFirst();
            assertThat(day.whole()).isFalse();
            assertThat(day.volumes()).isEqualTo(1);
            assertThat(minute(engine, "10:01").volume()).isEqualTo(100);
            assertThat(minute(engine, "10:01").flags()).isZero();
            assertThat(minute(engine, "10:02").flags()).isEqualTo(Candle.HISTORY | Candle.PATCHED);
        }
    }

    @Test
    void anInstrumentThatOnlyHasHistoryIsNotReadAgain() {
        try (HandDriven engine = ticked()) {
            engine.session.history = DAY;
            engine.send(new Command.Watch("chart", List.of(INFY), FeedMode.QUOTE));
            wait(engine, "16:05:00");
            assertThat(parity(engine)).extracting(DayParity::symbol).containsExactly("RELIANCE-EQ");
        }
    }

    @Test
    void withoutALoginTheUserIsToldWhatToDo() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO, stores)) {
            engine.restoreOnly();
            engine.send(new Command.Reread(TestClock.DAY, List.of()));
            assertThat(engine.last(UiEvent.Notice.class).code()).isEqualTo("PARITY-2");
        }
    }
}
