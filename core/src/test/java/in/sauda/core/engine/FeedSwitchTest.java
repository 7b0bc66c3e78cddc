package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.Quotes;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Between the stream and polling and back: no volume lost, none counted twice.
class FeedSwitchTest {
    private static final long SECOND = 1_000L;

    /// An exchange on which a unit trades every 100 ms, so that a minute's volume is known: 600.
    private static final class World implements Quotes, AutoCloseable {
        final HandDriven engine = new HandDriven(TradingMode.DEMO);
        final List<List<Instrument>> questions = new ArrayList<>();
        boolean down;
        long lateMillis;

        World() {
            engine.session.quotes = this;
            engine.ready();
            engine.clock.set("09:58:30");
            engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE, Interest.WATCHLIST));
            engine.tick(RELIANCE, 10_000, traded());
        }

        long traded() {
            return (engine.clock.millis() - TestClock.at("09:15")) / 100;
        }

        /// Streams every 500 ms for so long.
        void stream(long millis) {
            for (long end = engine.clock.millis() + millis; engine.clock.millis() < end; ) {
                engine.clock.advance(500);
                engine.tick(RELIANCE, 10_000 + traded() % 7, traded());
            }
        }

        /// Lets time pass without a stream.
        void pass(long millis) {
            for (long end = engine.clock.millis() + millis; engine.clock.millis() < end; ) {
                engine.clock.advance(100);
                engine.step();
            }
        }

        void report(FeedState state) {
            engine.core.control.add(new ControlMessage.FeedReport(state, engine.clock.nanos()));
            engine.step();
        }

        @Override
        public Batch read(Collection<Instrument> instruments, QuoteDetail detail) throws BrokerException {
            questions.add(List.copyOf(instruments));
            if (down) {
                throw new BrokerException(new BrokerFailure.Retryable("AB1004", "Try again.", "", 0));
            }
            return new Batch(instruments.stream().map(this::one).toList(), List.of());
        }

        @Override
        public QuoteSnapshot one(Instrument instrument) {
            long millis = engine.clock.millis() - lateMillis;
            long volume = traded() - lateMillis / 100;
            long none = MarketEvent.UNKNOWN;
            return new QuoteSnapshot(
                    instrument.key(),
                    QuoteDetail.FULL,
                    millis / SECOND * SECOND,
                    millis / SECOND * SECOND,
                    engine.clock.nanos(),
                    engine.clock.millis(),
                    10_000 + volume % 7,
                    1,
                    none,
                    volume,
                    none,
                    none,
                    10_000,
                    10_010,
                    9_990,
                    10_000,
                    none,
                    none,
                    none,
                    none,
                    none,
                    List.of(),
                    List.of());
        }

        Candle minute(String time) {
            LiveBarSeries series = engine.core.series.series(engine.registry.index(RELIANCE), Timeframe.M1);
            for (int bar = 0; bar < series.size(); bar++) {
                if (series.startMillis(bar) == TestClock.at(time)) {
                    return series.candle(bar);
                }
            }
            throw new AssertionError("no candle of " + time);
        }

        FeedState state() {
            return engine.core.feed();
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Test
    void switchingInTheMiddleOfAMinuteNeitherLosesNorDoublesVolume() {
        try (World world = new World()) {
            world.stream(110 * SECOND);
            world.engine.send(new Command.UseFeed(FeedSource.POLL));
            assertThat(world.engine.session.paused).isTrue();
            assertThat(world.state()).isInstanceOf(FeedState.Polling.class);
            world.pass(20 * SECOND);
            world.engine.send(new Command.UseFeed(FeedSource.STREAM));
            world.pass(3 * SECOND);
            assertThat(world.state())
                    .as("polls until the stream is really back")
                    .isInstanceOf(FeedState.Polling.class);
            world.report(new FeedState.Connected());
            assertThat(world.state()).isEqualTo(new FeedState.Connected());
            world.stream(80 * SECOND);

            assertThat(world.questions).hasSizeBetween(4, 6);
            assertThat(world.minute("10:00").volume()).isEqualTo(600);
            assertThat(world.minute("10:01").volume()).isEqualTo(600);
        }
    }

    @Test
    void aQuoteThatIsOlderThanTheStreamIsNotCountedTwice() {
        try (World world = new World()) {
            world.stream(100 * SECOND);
            world.lateMillis = 2_000;
            world.engine.send(new Command.UseFeed(FeedSource.POLL));
            world.pass(6 * SECOND);
            world.lateMillis = 0;
            world.pass(9 * SECOND);
            world.report(new FeedState.Connected());
            world.engine.send(new Command.UseFeed(FeedSource.STREAM));
            world.report(new FeedState.Connected());
            world.stream(100 * SECOND);

            assertThat(world.questions).hasSizeBetween(3, 4);
            assertThat(world.minute("10:00").volume() + world.minute("10:01").volume())
                    .isEqualTo(1_200);
        }
    }

    @Test
    void fallsBackByItselfAfterAMinuteOfTradingWithoutAStream() {
        try (World world = new World()) {
            world.stream(30 * SECOND);
            world.report(new FeedState.Disconnected("The line is cut.", 30_000));
            world.pass(59 * SECOND);
            assertThat(world.state()).isInstanceOf(FeedState.Disconnected.class);
            assertThat(world.questions).isEmpty();
            world.pass(2 * SECOND);
            assertThat(world.state()).isInstanceOf(FeedState.Polling.class);
            world.report(new FeedState.Connecting(7));
            assertThat(world.state()).isInstanceOf(FeedState.Polling.class);
            world.pass(11 * SECOND);
            assertThat(world.questions).hasSize(3);
            assertThat(world.engine.core.poller.calls()).isEqualTo(3);
            assertThat(world.engine.last(UiEvent.FeedChanged.class).state()).isInstanceOf(FeedState.Polling.class);

            world.report(new FeedState.Connected());
            assertThat(world.state()).isEqualTo(new FeedState.Connected());
            world.pass(6 * SECOND);
            assertThat(world.questions).hasSize(3);
        }
    }

    @Test
    void staysOffUntilTheUserConnectsAgain() {
        try (World world = new World()) {
            world.stream(30 * SECOND);
            world.engine.send(new Command.UseFeed(FeedSource.OFF));
            assertThat(world.engine.session.paused).isTrue();
            assertThat(world.state()).isEqualTo(new FeedState.Closed());
            world.pass(120 * SECOND);
            assertThat(world.questions).isEmpty();
            assertThat(world.state()).isEqualTo(new FeedState.Closed());

            world.engine.send(new Command.UseFeed(FeedSource.STREAM));
            assertThat(world.engine.session.paused).isFalse();
            world.report(new FeedState.Connected());
            assertThat(world.state()).isEqualTo(new FeedState.Connected());
        }
    }

    @Test
    void doesNotPollAtNight() {
        try (World world = new World()) {
            world.engine.clock.set("20:00:00");
            world.pass(2 * SECOND);
            world.report(new FeedState.Disconnected("The line is cut.", 30_000));
            world.pass(120 * SECOND);
            assertThat(world.questions).isEmpty();
            assertThat(world.state()).isInstanceOf(FeedState.Disconnected.class);
        }
    }

    @Test
    void goesOnAfterAFailedRoundAndAsksThePositionsFirst() {
        try (World world = new World()) {
            world.engine.send(new Command.Watch("positions", List.of(INFY), FeedMode.QUOTE, Interest.POSITION));
            world.down = true;
            world.engine.send(new Command.UseFeed(FeedSource.POLL));
            world.pass(6 * SECOND);
            world.down = false;
            world.pass(6 * SECOND);

            assertThat(world.questions).hasSizeGreaterThan(2);
            assertThat(world.questions.getFirst()).containsExactly(INFY, RELIANCE);
            assertThat(world.engine.seen(UiEvent.Notice.class))
                    .filteredOn(notice -> notice.code().equals("AB1004"))
                    .hasSize(1);
            assertThat(world.engine.core.quoteRows.get(world.engine.registry.index(INFY)))
                    .isNotNull();
        }
    }
}
