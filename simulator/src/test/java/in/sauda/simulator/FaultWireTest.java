package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultWireTest {
    private static final String SBIN = "3045";
    private static final String RMS = "/rest/secure/angelbroking/user/v1/getRMS";

    private WireFixture wire;

    @BeforeEach
    void start() throws Exception {
        wire = new WireFixture(LocalTime.of(10, 0), 20);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private void inject(Fault... faults) {
        wire.simulator.faults().inject(faults);
    }

    private void once(Fault fault) {
        wire.simulator.faults().inject(FaultRule.once(fault));
    }

    private long hits(String name) {
        return wire.simulator.truth().faultHits().getOrDefault(name, 0L);
    }

    private TestClient.Stream subscribed() throws Exception {
        TestClient.Stream stream = wire.client.stream();
        stream.subscribe(2, 1, SBIN);
        assertThat(stream.frame().capacity()).isEqualTo(123);
        return stream;
    }

    private static long sequence(ByteBuffer frame) {
        return frame.getLong(27);
    }

    @Test
    void dropsFramesAndCountsThem() throws Exception {
        TestClient.Stream stream = subscribed();
        long before = sequence(stream.frame());
        inject(new Fault.Drop(Line.STREAM, 1));
        Await.until("frames are dropped", () -> hits("drop") >= 3);
        wire.simulator.faults().clear();
        Await.until("the gap is seen", () -> sequence(stream.frame()) > before + 3);
        assertThat(wire.simulator.truth().droppedFrames()).isGreaterThanOrEqualTo(3);
        assertThat(wire.simulator.truth().sockets().getFirst().dropped()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void delaysFramesBehindYoungerOnes() throws Exception {
        TestClient.Stream stream = subscribed();
        once(new Fault.Delay(Line.STREAM, 1, Duration.ofMillis(400)));
        assertOutOfOrder(stream);
    }

    @Test
    void reordersNeighbours() throws Exception {
        TestClient.Stream stream = subscribed();
        once(new Fault.Reorder(Line.STREAM, 1));
        assertOutOfOrder(stream);
    }

    private static void assertOutOfOrder(TestClient.Stream stream) throws Exception {
        long highest = 0;
        for (int i = 0; i < 200; i++) {
            long next = sequence(stream.frame());
            if (next < highest) {
                return;
            }
            highest = next;
        }
        throw new AssertionError("every frame came in order");
    }

    @Test
    void duplicatesFrames() throws Exception {
        TestClient.Stream stream = subscribed();
        once(new Fault.Duplicate(Line.STREAM, 1));
        ByteBuffer previous = stream.frame();
        for (int i = 0; i < 200; i++) {
            ByteBuffer next = stream.frame();
            if (next.equals(previous)) {
                return;
            }
            previous = next;
        }
        throw new AssertionError("no frame came twice");
    }

    @Test
    void cutsFramesInHalfLengthensThemAndSendsGarbage() throws Exception {
        TestClient.Stream stream = subscribed();
        once(new Fault.HalfFrame(Line.STREAM, 1));
        Await.until("half a frame", () -> stream.frame().capacity() == 61);
        once(new Fault.WrongLength(Line.STREAM, 1, 7));
        Await.until("a long frame", () -> stream.frame().capacity() == 130);
        once(new Fault.Garbage(Line.STREAM, 1));
        Await.until("garbage", () -> {
            ByteBuffer frame = stream.frame();
            return frame.capacity() == 123 && (frame.get(0) != 2 || frame.get(1) != 1);
        });
    }

    @Test
    void silencesTicksButNotPongsOrBoth() throws Exception {
        TestClient.Stream stream = subscribed();
        inject(new Fault.Silence(Line.STREAM, true));
        stream.ping("still there");
        assertThat(stream.pongs.poll(10, TimeUnit.SECONDS)).isEqualTo("still there");
        long quiet = wire.simulator.truth().sockets().getFirst().sent();
        Await.until(
                "ticks are swallowed",
                () -> wire.simulator.truth().sockets().getFirst().dropped() > 5);
        assertThat(wire.simulator.truth().sockets().getFirst().sent()).isEqualTo(quiet);
        wire.simulator.faults().clear();
        inject(new Fault.Silence(Line.STREAM, false));
        stream.ping("nobody");
        assertThat(stream.pongs.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void slowsASocketDown() throws Exception {
        TestClient.Stream stream = subscribed();
        inject(new Fault.Slow(Line.STREAM, 1));
        Await.until(
                "frames pile up",
                () -> wire.simulator.truth().sockets().getFirst().waiting() > 20);
        wire.simulator.faults().clear();
        Await.until(
                "the pile is gone",
                () -> wire.simulator.truth().sockets().getFirst().waiting() == 0);
        assertThat(stream.frame().capacity()).isEqualTo(123);
    }

    @Test
    void cutsSocketsAndRefusesNewOnes() throws Exception {
        TestClient.Stream stream = subscribed();
        TestClient.Stream updates = wire.client.orderUpdates();
        updates.text();
        inject(new Fault.Cut(Line.ORDER_UPDATES));
        assertThat(updates.ends.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(stream.ends).isEmpty();
        inject(new Fault.RefuseConnections(Line.BOTH, 503));
        assertThatThrownBy(() -> wire.client.orderUpdates()).hasStackTraceContaining("503");
        assertThatThrownBy(() -> wire.client.stream()).hasStackTraceContaining("503");
    }

    @Test
    void anOrderUpdateSocketCanBeSilentWhileOrdersTrade() throws Exception {
        TestClient.Stream updates = wire.client.orderUpdates();
        updates.text();
        inject(new Fault.Silence(Line.ORDER_UPDATES, true));
        wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", wire.last(SBIN) * 1.01, 5);
        updates.send("ping");
        assertThat(updates.text()).isEqualTo("pong");
        assertThat(wire.simulator.truth().orders().getFirst().state()).isEqualTo("complete");
    }

    private HttpResponse<String> funds() throws Exception {
        return wire.client.send("GET", RMS, "");
    }

    @Test
    void answersInPlaceOfTheBroker() throws Exception {
        once(new Fault.RateLimit("getRMS", 1));
        assertThat(funds().body()).isEqualTo("Access denied because of exceeding access rate");
        once(new Fault.HttpError("getRMS", 1, 504, "late", false));
        assertThat(funds().statusCode()).isEqualTo(504);
        once(new Fault.EmptyBody("getRMS", 1, false));
        assertThat(funds().body()).isEmpty();
        once(new Fault.Html("getRMS", 1, false));
        assertThat(funds().body()).startsWith("<html>");
        once(new Fault.HalfBody("getRMS", 1));
        assertThatThrownBy(this::funds).isInstanceOf(IOException.class);
        once(new Fault.SlowReply("getRMS", 1, Duration.ofMillis(300)));
        long asked = wire.time.nanos();
        assertThat(funds().statusCode()).isEqualTo(200);
        assertThat(wire.time.nanos() - asked).isGreaterThan(300_000_000L);
        assertThat(wire.simulator.truth().faultLog()).anyMatch(line -> line.contains("hit HalfBody"));
    }

    @Test
    void losesRepliesAfterAndRequestsBeforeTheExchange() throws Exception {
        once(new Fault.LoseRequest("placeOrder", 1));
        double price = wire.last(SBIN) * 0.95;
        assertThatThrownBy(() -> wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", price, 1))
                .isInstanceOf(IOException.class);
        assertThat(wire.simulator.truth().orders()).isEmpty();
        once(new Fault.LoseReply("placeOrder", 1));
        assertThatThrownBy(() -> wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", price, 1))
                .isInstanceOf(IOException.class);
        assertThat(wire.simulator.truth().orders()).hasSize(1);
        once(new Fault.HttpError("placeOrder", 1, 502, "", true));
        assertThat(wire.client
                        .send("POST", "/rest/secure/angelbroking/order/v1/placeOrder", "{}")
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void shiftsTheServersClock() throws Exception {
        inject(new Fault.ClockSkew(Duration.ofHours(2)));
        String date = funds().headers().firstValue("Date").orElseThrow();
        long shown = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant()
                .toEpochMilli();
        assertThat(shown).isGreaterThan(wire.time.wallMillis() + 7_000_000L);
        TestClient.Stream stream = subscribed();
        assertThat(stream.frame().getLong(35))
                .isGreaterThan(wire.simulator.clock().millis() + 7_000_000L);
        assertThat(wire.client.login().path("errorcode").asText()).isEqualTo("AB1050");
    }

    @Test
    void endsLoginsRejectsThemAndForgetsTheAddress() throws Exception {
        inject(new Fault.EndLogins());
        assertThat(wire.client.get("user/v1/getRMS").path("errorCode").asText()).isEqualTo("AG8001");
        once(new Fault.RejectLogins("AB1006"));
        assertThat(wire.client.login().path("errorcode").asText()).isEqualTo("AB1006");
        wire.client.login();
        once(new Fault.UnregisteredIp());
        assertThat(wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", 800, 1)
                        .path("errorCode")
                        .asText())
                .isEqualTo("AG7002");
    }

    @Test
    void rulesStartEndAndComeBack() throws Exception {
        wire.simulator
                .faults()
                .inject(FaultRule.now(new Fault.RateLimit("getRMS", 1))
                        .lasting(Duration.ofMillis(150))
                        .every(Duration.ofMillis(600)));
        assertThat(funds().statusCode()).isEqualTo(403);
        Await.until("the rule rests", () -> funds().statusCode() == 200);
        Await.until("the rule is back", () -> funds().statusCode() == 403);
        wire.simulator.faults().clear();
        assertThat(funds().statusCode()).isEqualTo(200);
        wire.simulator
                .faults()
                .inject(FaultRule.now(new Fault.RateLimit("getRMS", 1)).at(LocalTime.of(10, 30)));
        assertThat(funds().statusCode()).isEqualTo(200);
        wire.simulator.clock().jumpTo(wire.simulator.clock().date().atTime(10, 31));
        Await.until("the exchange's clock starts it", () -> funds().statusCode() == 403);
    }

    @Test
    void theTruthKnowsCandlesAndForgetsOnReset() throws Exception {
        wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", wire.last(SBIN) * 1.01, 5);
        subscribed();
        Truth truth = wire.simulator.truth();
        InstrumentKey key = new InstrumentKey(Segment.NSE, SBIN);
        assertThat(truth.subscribed()).contains(key);
        assertThat(truth.minuteCandles(key)).hasSizeGreaterThanOrEqualTo(45);
        assertThat(truth.funds().positionMargin()).isPositive();
        wire.simulator.reset();
        assertThat(truth.orders()).isEmpty();
        assertThat(truth.funds().available()).isEqualTo(1_000_000);
    }
}
