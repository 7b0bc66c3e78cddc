package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.Await;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.MockSockets.ServerSocket;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.session.AngelOneSession;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmartStreamFeedTest {
    private static final Subscription QUOTE =
            new Subscription(Instruments.equity("90017", "GOLDEN-EQ"), 8, FeedMode.QUOTE);
    private static final Subscription SNAP = new Subscription(option("987654"), 9, FeedMode.FULL);

    private final MockBroker broker;
    private AngelOneSession session;

    SmartStreamFeedTest() throws Exception {
        broker = new MockBroker();
        session = broker.open();
    }

    @AfterEach
    void close() {
        session.close();
        broker.close();
    }

    private static Instrument option(String token) {
        return Instruments.of(Segment.NFO, token);
    }

    private MarketFeed connected(Subscription... subscriptions) {
        MarketFeed feed = session.feed();
        feed.subscribe(List.of(subscriptions));
        feed.connect();
        awaitState(FeedState.Connected.class, 1);
        return feed;
    }

    private void awaitState(Class<? extends FeedState> type, int times) {
        Await.until(
                type.getSimpleName() + " x" + times,
                () -> broker.states.stream().filter(type::isInstance).count() >= times);
    }

    @Test
    void sendsTheHandshakeTheOfficialClientsSend() {
        connected();

        var headers = broker.handshakes().getFirst().getHeaders();
        assertThat(headers.get("Authorization")).isEqualTo("jwt-1");
        assertThat(headers.get("x-api-key")).isEqualTo("key-1");
        assertThat(headers.get("x-client-code")).isEqualTo("A123456");
        assertThat(headers.get("x-feed-token")).isEqualTo("f-1");
    }

    @Test
    void subscribesGroupedByModeAndExchangeAndPublishesFramesOnItsOwnThread() {
        MarketFeed feed = connected(QUOTE, SNAP);
        ServerSocket socket = broker.sockets.await(1);
        Await.until("two messages", () -> socket.subscriptions().size() == 2);

        JsonNode quote = MockBroker.json(socket.subscriptions().get(0));
        assertThat(quote.path("action").asInt()).isEqualTo(1);
        assertThat(quote.at("/params/mode").asInt()).isEqualTo(2);
        assertThat(quote.at("/params/tokenList/0/exchangeType").asInt()).isEqualTo(1);
        assertThat(quote.at("/params/tokenList/0/tokens/0").asText()).isEqualTo("90017");
        JsonNode snap = MockBroker.json(socket.subscriptions().get(1));
        assertThat(snap.at("/params/mode").asInt()).isEqualTo(3);
        assertThat(snap.at("/params/tokenList/0/exchangeType").asInt()).isEqualTo(2);

        socket.send(Vectors.frame("angelone_quote_synthetic"));
        socket.send(Vectors.frame("angelone_snapquote_synthetic"));
        Await.until("two events", () -> broker.published.events().size() == 2);
        assertThat(broker.published.events()).extracting(e -> e.instrument).containsExactly(8, 9);
        assertThat(broker.published.thread()).isEqualTo("feed-angelone-1");
        assertThat(feed.statistics().frames()).isEqualTo(2);
        assertThat(feed.statistics().bytes()).isEqualTo(123 + 379);
        assertThat(feed.statistics().subscribed()).isEqualTo(2);
    }

    @Test
    void cutsLargeSubscriptionsIntoSeveralMessages() {
        List<Subscription> many = IntStream.range(0, 1_000)
                .mapToObj(i -> new Subscription(Instruments.equity("" + (1000 + i), "S" + i), i, FeedMode.QUOTE))
                .toList();
        connected(many.toArray(Subscription[]::new));
        ServerSocket socket = broker.sockets.await(1);
        Await.until("two messages", () -> socket.subscriptions().size() == 2);

        List<String> tokens = new ArrayList<>();
        for (String message : socket.subscriptions()) {
            MockBroker.json(message).at("/params/tokenList/0/tokens").forEach(t -> tokens.add(t.asText()));
        }
        assertThat(tokens).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    void changingTheModeCancelsTheOldOne() {
        MarketFeed feed = connected(QUOTE);
        ServerSocket socket = broker.sockets.await(1);

        feed.subscribe(List.of(new Subscription(QUOTE.instrument(), 8, FeedMode.FULL)));
        feed.subscribe(List.of(new Subscription(QUOTE.instrument(), 8, FeedMode.FULL)));
        feed.unsubscribe(List.of(QUOTE));

        Await.until("four messages", () -> socket.subscriptions().size() == 4);
        assertThat(socket.subscriptions().stream().map(MockBroker::json))
                .extracting(m ->
                        m.path("action").asInt() + "/" + m.at("/params/mode").asInt())
                .containsExactly("1/2", "0/2", "1/3", "0/3");
        assertThat(feed.statistics().subscribed()).isZero();
    }

    @Test
    void reconnectsAfterACutAndSubscribesEverythingAgain() {
        MarketFeed feed = connected(QUOTE, SNAP);
        ServerSocket first = broker.sockets.await(1);
        Await.until("subscribed", () -> first.subscriptions().size() == 2);

        first.cutAtNextMessage();
        broker.time.advanceMillis(10_000);
        awaitState(FeedState.Disconnected.class, 1);
        FeedState.Disconnected lost = broker.states.stream()
                .filter(FeedState.Disconnected.class::isInstance)
                .map(FeedState.Disconnected.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(lost.retryInMillis()).isBetween(800L, 1200L);
        broker.time.advanceMillis(1200);

        ServerSocket second = broker.sockets.await(2);
        Await.until("subscribed again", () -> second.subscriptions().size() == 2);
        second.send(Vectors.frame("angelone_snapquote_synthetic"));
        Await.until("an event", () -> !broker.published.events().isEmpty());
        assertThat(feed.statistics().reconnects()).isOne();
        assertThat(broker.states)
                .hasExactlyElementsOfTypes(
                        FeedState.Connecting.class,
                        FeedState.Connected.class,
                        FeedState.Disconnected.class,
                        FeedState.Connecting.class,
                        FeedState.Connected.class);
    }

    @Test
    void pingsEveryTenSecondsAndLeavesASilentSocket() {
        connected(QUOTE);
        ServerSocket socket = broker.sockets.await(1);
        for (int pings = 1; pings <= 5; pings++) {
            int expected = pings;
            broker.time.advanceMillis(10_000);
            Await.until(
                    "ping " + expected,
                    () -> socket.texts().stream().filter("ping"::equals).count() == expected);
            socket.send(Vectors.frame("angelone_quote_synthetic"));
            Await.until(
                    "pong " + expected + " was read",
                    () -> broker.published.events().size() == expected);
        }
        assertThat(broker.states).noneMatch(FeedState.Disconnected.class::isInstance);

        broker.sockets.fallSilent();
        broker.time.advanceMillis(40_000);

        assertThat(broker.states)
                .anyMatch(s -> s instanceof FeedState.Disconnected(String reason, long _)
                        && reason.contains("silent for 30 seconds"));
        broker.time.advanceMillis(1200);
        broker.sockets.await(2);
    }

    @Test
    void waitsLongerAndLongerWhileTheServerIsAway() {
        for (int i = 0; i < 7; i++) {
            broker.sockets.refuseNext(503);
        }
        session.feed().connect();
        List<Long> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            awaitState(FeedState.Disconnected.class, attempt);
            FeedState.Disconnected lost = (FeedState.Disconnected) broker.states.getLast();
            waits.add(lost.retryInMillis());
            broker.time.advanceMillis(lost.retryInMillis());
        }
        awaitState(FeedState.Connected.class, 1);

        long[] seconds = {1, 2, 4, 8, 16, 30, 30};
        for (int i = 0; i < seconds.length; i++) {
            assertThat(waits.get(i)).isBetween(seconds[i] * 800, seconds[i] * 1200);
        }
        assertThat(broker.states).contains(new FeedState.Connecting(8));
    }

    @Test
    void logsInAgainWhenTheHandshakeIsRefused() {
        broker.sockets.refuseNext(401);
        broker.once(
                Endpoint.LOGIN,
                MockBroker.ok("{\"jwtToken\":\"jwt-2\",\"refreshToken\":\"r-2\",\"feedToken\":\"f-2\"}"));
        session.feed().connect();
        awaitState(FeedState.Disconnected.class, 1);
        broker.time.advanceMillis(1200);
        awaitState(FeedState.Connected.class, 1);

        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
        assertThat(broker.handshakes().getLast().getHeaders().get("x-feed-token"))
                .isEqualTo("f-2");
    }

    @Test
    void stopsWithAClearMessageWhenTheNewLoginIsRefused() {
        broker.sockets.refuseNext(401);
        broker.once(Endpoint.LOGIN, MockBroker.no("AB1050", "Invalid totp"));
        session.feed().connect();
        awaitState(FeedState.Disconnected.class, 1);
        broker.time.advanceMillis(1200);
        awaitState(FeedState.Disconnected.class, 2);

        FeedState.Disconnected stopped = (FeedState.Disconnected) broker.states.getLast();
        assertThat(stopped.retryInMillis()).isEqualTo(-1);
        assertThat(stopped.reason()).contains("TOTP").contains("clock");
    }

    @Test
    void waitsLongWhenThereAreTooManyConnections() {
        broker.sockets.refuseNext(429);
        session.feed().connect();
        awaitState(FeedState.Disconnected.class, 1);

        assertThat(((FeedState.Disconnected) broker.states.getLast()).retryInMillis())
                .isBetween(48_000L, 72_000L);
    }

    @Test
    void survivesGarbageTruncatedAndOversizedFrames() {
        MarketFeed feed = connected(QUOTE);
        ServerSocket socket = broker.sockets.await(1);
        socket.send(new byte[] {1, 2, 3});
        socket.send(new byte[300_000]);
        socket.send(new byte[0]);
        socket.send(java.util.Arrays.copyOf(Vectors.frame("angelone_quote_synthetic"), 100));
        socket.send(Vectors.frame("angelone_snapquote_synthetic"));
        socket.send(Vectors.frame("angelone_quote_synthetic"));
        Await.until("the good frame", () -> broker.published.events().size() == 1);

        assertThat(feed.statistics().malformed()).isEqualTo(4);
        assertThat(feed.statistics().unknownTokens()).isOne();
        assertThat(broker.states).last().isInstanceOf(FeedState.Connected.class);
    }

    @Test
    void showsAndCountsErrorFrames() {
        MarketFeed feed = connected(QUOTE);
        broker.sockets
                .await(1)
                .send("{\"correlationID\":\"sauda\",\"errorCode\":\"E1002\",\"errorMessage\":\"limit\"}");
        broker.sockets.await(1).send("not json");
        awaitState(FeedState.Limited.class, 2);

        assertThat(feed.statistics().errorFrames()).isEqualTo(2);
        assertThat(broker.states)
                .anyMatch(s -> s instanceof FeedState.Limited(String reason, int _) && reason.contains("E1002"));
    }

    @Test
    void refusesWhatIsOverTheLimitVisiblyAndTakesItWhenThereIsRoom() throws Exception {
        session.close();
        session = broker.open(2);
        MarketFeed feed = session.feed();
        Subscription third = new Subscription(Instruments.equity("3", "C"), 3, FeedMode.QUOTE);
        Subscription inexpressible = new Subscription(Instruments.of(Segment.NCO, "4"), 4, FeedMode.QUOTE);
        Subscription mumbaiCurrency = new Subscription(Instruments.of(Segment.BCD, "5"), 5, FeedMode.QUOTE);
        feed.subscribe(List.of(QUOTE, SNAP, third, inexpressible, mumbaiCurrency));
        feed.connect();
        awaitState(FeedState.Limited.class, 1);

        assertThat(feed.statistics().subscribed()).isEqualTo(2);
        assertThat(feed.statistics().refused()).isEqualTo(3);
        assertThat(((FeedState.Limited) broker.states.getLast()).refused()).isEqualTo(3);

        feed.unsubscribe(List.of(QUOTE, inexpressible, mumbaiCurrency));

        assertThat(broker.states.getLast()).isEqualTo(new FeedState.Connected());
        ServerSocket socket = broker.sockets.await(1);
        Await.until("promoted", () -> socket.subscriptions().getLast().contains("\"3\""));
        assertThat(feed.statistics().subscribed()).isEqualTo(2);
    }

    @Test
    void politeCloseByTheServerReconnects() {
        connected(QUOTE);
        broker.sockets.await(1).closePolitely(1001, "bye");
        awaitState(FeedState.Disconnected.class, 1);
        broker.time.advanceMillis(1200);
        broker.sockets.await(2);
        assertThat(broker.states)
                .anyMatch(s -> s instanceof FeedState.Disconnected(String reason, long _) && reason.contains("1001"));
    }

    @Test
    void disconnectEndsItForGood() {
        MarketFeed feed = connected(QUOTE);
        feed.disconnect();
        feed.disconnect();
        feed.connect();
        broker.time.advanceMillis(60_000);

        assertThat(broker.states.getLast()).isEqualTo(new FeedState.Closed());
        assertThat(broker.sockets.count()).isOne();
    }
}
