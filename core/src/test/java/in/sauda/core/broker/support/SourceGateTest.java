package in.sauda.core.broker.support;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.candles.CandleSink;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same market told by two brokers, the second a little later and over another connection.
class SourceGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final long OPEN = IndiaTime.epochMillis(DAY, LocalTime.of(9, 15));
    private static final int STEPS = 2 * 60 * 20;
    private static final long STEP_MILLIS = 500;
    private static final long LATER_MILLIS = 120;
    private static final Instrument SHARE = new Instrument(
            "test",
            new InstrumentKey(Segment.NSE, "2885"),
            "RELIANCE",
            "RELIANCE",
            "EQ",
            InstrumentCategory.EQUITY,
            null,
            0,
            null,
            1,
            5,
            0,
            false);

    /// Candles of a stretch of market, with the first broker away whenever the predicate says so.
    private static List<Candle> candles(IntPredicate firstAway, SourceGate gate) {
        gate.begin();
        Engine engine = new Engine();
        MarketEventPublisher first = gate.first(() -> engine).get();
        MarketEventPublisher second = gate.second(() -> engine).get();
        long connected = 1;
        boolean away = false;
        for (int step = 0; step < STEPS; step++) {
            boolean gone = firstAway.test(step);
            if (away && !gone) {
                connected = step + 2L;
            }
            away = gone;
            if (!gone) {
                tell(first, step, 0, connected);
            }
            tell(second, step, LATER_MILLIS, Long.MAX_VALUE);
        }
        return engine.finished();
    }

    private static void tell(MarketEventPublisher out, int step, long laterMillis, long connected) {
        MarketEvent event = out.begin();
        event.lastPrice = 150_000 + Math.floorMod(step * 37L, 400L) * 5;
        event.clear();
        event.instrument = 0;
        event.mode = FeedMode.FULL;
        event.exchangeMillis = OPEN + step * STEP_MILLIS;
        event.lastTradeMillis = event.exchangeMillis;
        event.receivedMillis = event.exchangeMillis + laterMillis;
        event.receivedNanos = event.receivedMillis * 1_000_000;
        event.connectedNanos = connected;
        event.volume = 1_000 + step * 10L;
        out.publish();
    }

    private static final class Engine implements MarketEventPublisher {
        private final MarketEvent event = new MarketEvent();
        private final LiveBarSeries series = new LiveBarSeries(Timeframe.M1, 2);
        private final CandleBuilder builder;
        private long marketMillis = OPEN - 60_000;

        private Engine() {
            builder = new CandleBuilder(
                    TradingCalendar.bundled(), new ExchangeClock(() -> marketMillis), new CandleSink() {
                        @Override
                        public void onClosed(CandleBatch batch) {}

                        @Override
                        public void onRevised(int index, Instrument instrument, Candle candle) {}

                        @Override
                        public void onMerged(int index, Instrument instrument, List<Candle> candles) {}

                        @Override
                        public void onHole(int index, Instrument instrument) {}
                    });
            builder.track(0, SHARE, series);
        }

        @Override
        public MarketEvent begin() {
            return event;
        }

        @Override
        public void publish() {
            marketMillis = Math.max(marketMillis, event.exchangeMillis);
            builder.onEvent(event);
        }

        private List<Candle> finished() {
            builder.finish();
            List<Candle> candles = new ArrayList<>();
            IntStream.range(0, series.size()).forEach(bar -> candles.add(series.candle(bar)));
            return candles;
        }
    }

    @Test
    void theSecondBrokerIsHeldBackWhileTheFirstDelivers() {
        SourceGate gate = new SourceGate();
        List<Candle> alone = candles(step -> false, gate);
        assertThat(alone).hasSize(20);
        assertThat(gate.changeovers()).isZero();
        assertThat(gate.heldBack()).isEqualTo(STEPS);
    }

    @Test
    void theFirstBrokerKilledTwiceLosesNoCandleAndDoublesNone() {
        List<Candle> whole = candles(step -> false, new SourceGate());
        SourceGate gate = new SourceGate();
        List<Candle> killed = candles(step -> (step >= 500 && step < 900) || (step >= 1_490 && step < 1_700), gate);
        assertThat(gate.changeovers()).isEqualTo(4);
        assertThat(killed).extracting(Candle::startMillis).isEqualTo(starts(whole));
        assertThat(killed)
                .extracting(Candle::close)
                .isEqualTo(whole.stream().map(Candle::close).toList());
        assertThat(killed.stream().mapToLong(Candle::volume).sum())
                .isEqualTo(whole.stream().mapToLong(Candle::volume).sum());
        for (int i = 0; i < whole.size(); i++) {
            assertThat(killed.get(i).high()).isLessThanOrEqualTo(whole.get(i).high());
            assertThat(killed.get(i).low()).isGreaterThanOrEqualTo(whole.get(i).low());
        }
    }

    @Test
    void thePreferredBrokerIsInForce() {
        SourceGate gate = new SourceGate();
        gate.preferSecond(true);
        assertThat(gate.secondPreferred()).isTrue();
        List<Candle> seconds = candles(step -> false, gate);
        assertThat(gate.fromSecond(0)).isTrue();
        assertThat(gate.inForce()).containsExactly(0, 1);
        assertThat(gate.changeovers()).isEqualTo(1);
        assertThat(seconds.stream().mapToLong(Candle::volume).sum())
                .isEqualTo(candles(step -> false, new SourceGate()).stream()
                        .mapToLong(Candle::volume)
                        .sum());
    }

    @Test
    void twoBrokersDisagreeOnceTheyAreATickApartForMoreThanASecond() {
        SourceGate gate = new SourceGate();
        gate.ticks(instrument -> 5);
        gate.begin();
        Engine engine = new Engine();
        MarketEventPublisher first = gate.first(() -> engine).get();
        MarketEventPublisher second = gate.second(() -> engine).get();
        price(first, 150_000, 0);
        price(second, 150_005, 100);
        assertThat(gate.disagreements(nanos(2_000))).as("one tick apart").isEmpty();

        price(first, 150_010, 2_000);
        price(second, 150_020, 2_100);
        assertThat(gate.disagreements(nanos(2_900)))
                .as("for less than a second")
                .isEmpty();
        assertThat(gate.disagreements(nanos(3_200)))
                .containsExactly(new SourceGate.Disagreement(0, 150_010, 150_020, nanos(2_100)));
        assertThat(gate.disagreements(nanos(5_300))).as("one of them is silent").isEmpty();

        price(second, 150_015, 5_400);
        price(first, 150_010, 5_500);
        assertThat(gate.disagreements(nanos(7_000))).isEmpty();
    }

    private static long nanos(long millis) {
        return (OPEN + millis) * 1_000_000;
    }

    private static void price(MarketEventPublisher out, long price, long millis) {
        MarketEvent event = out.begin();
        event.clear();
        event.lastPrice = price;
        event.instrument = 0;
        event.mode = FeedMode.LTP;
        event.exchangeMillis = OPEN + millis;
        event.lastTradeMillis = event.exchangeMillis;
        event.receivedMillis = event.exchangeMillis;
        event.receivedNanos = nanos(millis);
        event.connectedNanos = 1;
        out.publish();
    }

    private static List<Long> starts(List<Candle> candles) {
        return candles.stream().map(Candle::startMillis).toList();
    }

    @Test
    void oneBrokerAlonePassesWithoutALook() {
        SourceGate gate = new SourceGate();
        Engine engine = new Engine();
        price(gate.first(() -> engine).get(), 150_000, 0);
        assertThat(engine.finished()).hasSize(1);
        assertThat(gate.inForce()).containsExactly(0, 0);
    }

    @Test
    void aSecondFeedThatJoinsIsAskedForWhatTheFirstWas() {
        List<String> asked = new ArrayList<>();
        FeedPair pair = new FeedPair(new NamedFeed("first", asked));
        Subscription share = new Subscription(SHARE, 7, FeedMode.QUOTE);
        pair.connect();
        pair.subscribe(List.of(share, new Subscription(SHARE, 8, FeedMode.LTP)));
        pair.unsubscribe(List.of(new Subscription(SHARE, 8, FeedMode.LTP)));
        pair.join(new NamedFeed("second", asked));
        pair.subscribe(List.of(new Subscription(SHARE, 9, FeedMode.FULL)));
        pair.disconnect();
        assertThat(asked)
                .containsExactly(
                        "first connects",
                        "first [7, 8]",
                        "first without [8]",
                        "second connects",
                        "second [7]",
                        "first [9]",
                        "second [9]",
                        "first ends",
                        "second ends");
    }

    private record NamedFeed(String name, List<String> asked) implements MarketFeed {
        @Override
        public void connect() {
            asked.add(name + " connects");
        }

        @Override
        public void pause() {
            asked.add(name + " rests");
        }

        @Override
        public void subscribe(Collection<Subscription> subscriptions) {
            asked.add(name + " " + indexes(subscriptions));
        }

        @Override
        public void unsubscribe(Collection<Subscription> subscriptions) {
            asked.add(name + " without " + indexes(subscriptions));
        }

        private static List<Integer> indexes(Collection<Subscription> subscriptions) {
            return subscriptions.stream().map(Subscription::index).toList();
        }

        @Override
        public FeedStatistics statistics() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Placements placements() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void disconnect() {
            asked.add(name + " ends");
        }
    }

    @Test
    void oneStateIsMadeOfTwo() {
        List<FeedState> told = new ArrayList<>();
        FeedPair.States states = new FeedPair.States("Angel One", told::add);
        states.joins("Upstox");
        states.first(new FeedState.Connected());
        states.second(new FeedState.Connected());
        states.first(new FeedState.Disconnected("cut", 1_000));
        states.second(new FeedState.Disconnected("cut, too", 1_000));
        states.first(new FeedState.Connected());
        assertThat(told)
                .containsExactly(
                        new FeedState.Connected(),
                        new FeedState.Limited("Angel One's feed is away; prices come from Upstox.", 0),
                        new FeedState.Disconnected("cut", 1_000),
                        new FeedState.Connected());
    }
}
