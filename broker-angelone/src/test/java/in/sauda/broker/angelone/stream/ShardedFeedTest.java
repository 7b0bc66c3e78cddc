package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.angelone.Await;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.ManualTime;
import in.sauda.broker.angelone.stream.FakeSockets.FakeSocket;
import in.sauda.core.calendar.Phase;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Three connections of a thousand instruments, without a network.
class ShardedFeedTest {
    private final ManualTime time = new ManualTime(1_789_970_000_000L);
    private final FakeSockets sockets = new FakeSockets();
    private final List<FeedState> states = new CopyOnWriteArrayList<>();
    private final RecordingPublisher published = new RecordingPublisher();
    private volatile Phase phase = Phase.CLOSED;
    private final SmartStreamFeed feed = new SmartStreamFeed(
            new FeedWiring(
                    "ws://localhost/",
                    new FeedLimits(3, 1_000),
                    new StaticLogin(),
                    published::another,
                    states::add,
                    _ -> phase,
                    time,
                    time,
                    RandomGeneratorFactory.of("L64X128MixRandom").create(7)),
            sockets::opener);

    /// Tokens that never change.
    private static final class StaticLogin implements FeedLogin {
        @Override
        public String clientCode() {
            return "A1";
        }

        @Override
        public String apiKey() {
            return "key";
        }

        @Override
        public String feedToken() {
            return "feed";
        }

        @Override
        public String jwt() {
            return "jwt";
        }

        @Override
        public void renew(String staleJwt) {}
    }

    @AfterEach
    void close() {
        feed.disconnect();
    }

    private static List<Subscription> wishes(int from, int to, Interest interest) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        new Subscription(Instruments.equity("" + (10_000 + i), "S" + i), i, FeedMode.QUOTE, interest))
                .toList();
    }

    private static List<Subscription> wishes(int from, int to) {
        return wishes(from, to, Interest.WATCHLIST);
    }

    /// Waits until the connection asks for its n-th socket and accepts it.
    private FakeSocket accept(int connection, int nth) {
        FakeSocket socket = await(connection, nth);
        socket.accept();
        return socket;
    }

    private FakeSocket await(int connection, int nth) {
        Await.until(
                "socket " + nth + " of connection " + connection,
                () -> sockets.opened.stream()
                                .filter(socket -> socket.connection == connection)
                                .count()
                        >= nth);
        return Objects.requireNonNull(sockets.newest(connection));
    }

    private List<FakeSocket> open(int wishes) {
        feed.subscribe(wishes(0, wishes));
        feed.connect();
        List<FakeSocket> open = new ArrayList<>();
        for (int connection = 1; connection <= Math.ceilDiv(wishes, 1_000); connection++) {
            open.add(accept(connection, 1));
        }
        return open;
    }

    private ConnectionStatistics connection(int number) {
        return feed.statistics().connections().get(number - 1);
    }

    @Test
    void fillsOneConnectionAfterTheOtherInBatches() {
        List<FakeSocket> open = open(2_500);

        assertThat(open).extracting(socket -> socket.tokens.size()).containsExactly(1_000, 1_000, 500);
        assertThat(open.stream().flatMap(socket -> socket.tokens.stream()).distinct())
                .hasSize(2_500);
        assertThat(open).allSatisfy(socket -> assertThat(socket.batches).allMatch(size -> size <= 500));
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
        assertThat(feed.placements().connection(0)).isEqualTo(1);
        assertThat(feed.placements().connection(2_499)).isEqualTo(3);
        assertThat(feed.statistics().connections())
                .extracting(ConnectionStatistics::used, ConnectionStatistics::limit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1_000, 1_000),
                        org.assertj.core.groups.Tuple.tuple(1_000, 1_000),
                        org.assertj.core.groups.Tuple.tuple(500, 1_000));
    }

    @Test
    void opensNoMoreConnectionsThanAreNeeded() {
        open(1_000);
        assertThat(sockets.opened).hasSize(1);
        assertThat(connection(2).state()).isEqualTo(ConnectionState.UNUSED);

        feed.subscribe(wishes(1_000, 1_001));
        assertThat(accept(2, 1).tokens).hasSize(1);
    }

    @Test
    void overTheBudgetPositionsGoFirstAndTheRestWaitsVisibly() {
        open(3_000);
        feed.subscribe(wishes(3_000, 3_010));
        assertThat(feed.placements().connection(3_005)).isEqualTo(Placements.WAITING);
        assertThat(states.getLast()).isInstanceOf(FeedState.Limited.class);

        feed.subscribe(wishes(5_000, 5_002, Interest.POSITION));
        assertThat(feed.placements().connection(5_001)).isPositive();
        assertThat(feed.statistics().subscribed()).isEqualTo(3_000);
        assertThat(((FeedState.Limited) states.getLast()).refused()).isEqualTo(12);

        feed.unsubscribe(wishes(0, 12));
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
        assertThat(feed.placements().connection(3_009)).isPositive();
    }

    @Test
    void aRefusedConnectionWaitsLongAndOthersTakeOverWhatTheyCan() {
        feed.subscribe(wishes(0, 1_800));
        feed.connect();
        FakeSocket first = accept(1, 1);
        await(2, 1).refuse(429);

        FakeSocket third = accept(3, 1);
        assertThat(first.tokens).hasSize(1_000);
        assertThat(third.tokens).hasSize(800);
        assertThat(connection(2).state()).isEqualTo(ConnectionState.WAITING);
        assertThat(connection(2).detail()).contains("too many connections");
        assertThat(feed.placements().connection(1_700)).isEqualTo(3);
        assertThat(states.getLast())
                .isInstanceOfSatisfying(
                        FeedState.Limited.class,
                        limited -> assertThat(limited.refused()).isZero());

        time.advanceMillis(47_000);
        assertThat(sockets.opened).hasSize(3);
        time.advanceMillis(25_000);
        assertThat(accept(2, 2).tokens).as("nothing moves back").isEmpty();
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
    }

    @Test
    void aRefusalRightAfterALossIsOurOwnOldSocketAndIsTriedAgainSoon() {
        List<FakeSocket> open = open(1_500);
        time.advanceMillis(10_000);
        open.get(1).cut();
        time.advanceMillis(1_200);
        await(2, 2).refuse(429);
        assertThat(feed.placements().connection(1_200)).isEqualTo(2);
        time.advanceMillis(2_400);
        assertThat(accept(2, 3).tokens).hasSize(500);
    }

    @Test
    void aConnectionThatDiesForGoodIsReplacedAfterAFewAttempts() {
        List<FakeSocket> open = open(1_500);
        time.advanceMillis(10_000);
        open.get(1).cut();
        assertThat(states.getLast()).isInstanceOf(FeedState.Limited.class);
        assertThat(feed.placements().connection(1_200)).isEqualTo(2);
        for (int attempt = 2; attempt <= 3; attempt++) {
            time.advanceMillis(5_000);
            await(2, attempt).refuse(503);
        }
        assertThat(feed.placements().connection(1_200)).as("still patient").isEqualTo(2);
        time.advanceMillis(5_000);
        await(2, 4).refuse(503);

        assertThat(accept(3, 1).tokens).hasSize(500);
        assertThat(open.getFirst().tokens).as("the healthy one is left alone").hasSize(1_000);
        assertThat(feed.placements().connection(1_200)).isEqualTo(3);
    }

    @Test
    void everyConnectionReconnectsByItselfAndSubscribesItsOwn() {
        List<FakeSocket> open = open(2_500);
        open.get(1).cut();
        assertThat(states.getLast())
                .isInstanceOfSatisfying(
                        FeedState.Limited.class,
                        limited -> assertThat(limited.refused()).isEqualTo(1_000));
        time.advanceMillis(1_200);
        assertThat(accept(2, 2).tokens).hasSize(1_000);
        assertThat(sockets.opened).hasSize(4);
        assertThat(connection(2).reconnects()).isOne();
        assertThat(connection(1).reconnects()).isZero();
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
    }

    @Test
    void mergesConnectionsWithoutAGapWhenThereIsRoom() {
        List<FakeSocket> open = open(1_100);
        feed.unsubscribe(wishes(0, 150));
        assertThat(open.get(0).tokens).as("no room to spare yet").hasSize(850);
        assertThat(open.get(1).tokens).hasSize(100);

        sockets.log.clear();
        feed.unsubscribe(wishes(150, 300));
        assertThat(sockets.log).containsExactly("1 -150", "1 +100");
        assertThat(open.get(1).tokens).hasSize(100);
        assertThat(connection(2).used()).isEqualTo(100);

        time.advanceMillis(3_000);
        assertThat(sockets.log).containsExactly("1 -150", "1 +100", "2 -100", "2 closed");
        assertThat(connection(2).state()).isEqualTo(ConnectionState.UNUSED);
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
        assertThat(feed.placements().connection(1_050)).isEqualTo(1);
    }

    @Test
    void framesOfEveryConnectionAreDecodedWhereverTheInstrumentIs() {
        List<FakeSocket> open = open(1_500);
        byte[] frame = Vectors.frame("angelone_quote_synthetic");
        feed.subscribe(List.of(new Subscription(Instruments.equity("90017", "GOLDEN"), 4_000, FeedMode.QUOTE)));
        open.get(0).frame(frame);
        open.get(1).frame(frame);

        assertThat(published.events()).extracting(event -> event.instrument).containsExactly(4_000, 4_000);
        assertThat(published.events().get(0).connectedNanos).isPositive();
        assertThat(connection(1).frames()).isOne();
        assertThat(connection(2).frames()).isOne();
        assertThat(feed.statistics().frames()).isEqualTo(2);
    }

    @Test
    void anAnsweringSocketWithoutPricesIsLeftInMarketHoursWithGrowingPatience() {
        phase = Phase.CONTINUOUS;
        feed.subscribe(List.of(new Subscription(Instruments.index(), 1, FeedMode.QUOTE)));
        feed.connect();
        FakeSocket first = accept(1, 1);
        time.advanceMillis(40_000);
        assertThat(first.gone).isTrue();
        assertThat(first.pings).isEqualTo(3);
        assertThat(states)
                .anyMatch(state -> state instanceof FeedState.Disconnected(String reason, long _)
                        && reason.contains("sends no prices although the market trades"));

        time.advanceMillis(1_200);
        FakeSocket second = accept(1, 2);
        time.advanceMillis(60_000);
        assertThat(second.gone).as("twice as patient").isFalse();
        time.advanceMillis(20_000);
        assertThat(second.gone).isTrue();
    }

    @Test
    void outsideContinuousTradingOnlyThePongCounts() {
        phase = Phase.PRE_OPEN;
        feed.subscribe(List.of(new Subscription(Instruments.index(), 1, FeedMode.QUOTE)));
        feed.connect();
        FakeSocket socket = accept(1, 1);
        time.advanceMillis(600_000);
        assertThat(socket.gone).isFalse();

        phase = Phase.CONTINUOUS;
        time.advanceMillis(20_000);
        assertThat(socket.gone).as("the market has only just opened").isFalse();
        time.advanceMillis(30_000);
        assertThat(socket.gone).isTrue();
    }

    @Test
    void aFewIlliquidInstrumentsAreNoReasonToReconnect() {
        phase = Phase.CONTINUOUS;
        FakeSocket socket = open(10).getFirst();
        time.advanceMillis(600_000);
        assertThat(socket.gone).isFalse();
        socket.answersPing = false;
        time.advanceMillis(40_000);
        assertThat(socket.gone).isTrue();
    }

    @Test
    void pausesAndComesBackWithEverything() {
        List<FakeSocket> open = open(1_500);
        feed.pause();
        assertThat(open).allMatch(socket -> socket.gone);
        time.advanceMillis(60_000);
        assertThat(sockets.opened).hasSize(2);
        feed.subscribe(wishes(1_500, 1_600));
        assertThat(sockets.opened).hasSize(2);

        feed.connect();
        assertThat(accept(1, 2).tokens).hasSize(1_000);
        assertThat(accept(2, 2).tokens).hasSize(600);
        assertThat(states.getLast()).isEqualTo(new FeedState.Connected());
    }
}
