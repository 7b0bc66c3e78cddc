package in.sauda.broker.angelone.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AngelOneHistoryTest {
    private static final String TWO_MINUTES = "[[\"2026-01-01T09:16:00+05:30\",101.05,\"102\",100.9,101.55,1500],"
            + "[\"2026-01-01T09:15:00+05:30\",100,101.5,99.95,101.05,1200]]";

    private final MockBroker broker;
    private final AngelOneSession session;

    AngelOneHistoryTest() throws Exception {
        broker = new MockBroker();
        session = broker.open();
    }

    @AfterEach
    void close() {
        session.close();
        broker.close();
    }

    private static long at(int day, int hour, int minute) {
        return IndiaTime.epochMillis(LocalDate.of(2026, 1, day), LocalTime.of(hour, minute));
    }

    @Test
    void readsCandlesOldestFirstInsideAHalfOpenRange() throws Exception {
        broker.always(Endpoint.CANDLES, MockBroker.ok(TWO_MINUTES));

        List<Candle> candles = session.history()
                .candles(Instruments.equity("3045", "SBIN-EQ"), Timeframe.M1, at(1, 9, 15), at(1, 9, 17));

        assertThat(candles)
                .containsExactly(
                        new Candle(at(1, 9, 15), 10000, 10150, 9995, 10105, 1200, Candle.HISTORY),
                        new Candle(at(1, 9, 16), 10105, 10200, 10090, 10155, 1500, Candle.HISTORY));
        JsonNode request = MockBroker.body(broker.requests(Endpoint.CANDLES).getFirst());
        assertThat(request.toString())
                .isEqualTo("{\"exchange\":\"NSE\",\"symboltoken\":\"3045\",\"interval\":\"ONE_MINUTE\","
                        + "\"fromdate\":\"2026-01-01 09:15\",\"todate\":\"2026-01-01 09:16\"}");
    }

    @Test
    void asksForASingleMinuteWithoutAnEmptyRange() throws Exception {
        broker.always(Endpoint.CANDLES, MockBroker.ok(TWO_MINUTES));

        List<Candle> candles = session.history()
                .candles(Instruments.equity("3045", "SBIN-EQ"), Timeframe.M1, at(1, 9, 15), at(1, 9, 16));

        assertThat(candles).extracting(Candle::startMillis).containsExactly(at(1, 9, 15));
        JsonNode request = MockBroker.body(broker.requests(Endpoint.CANDLES).getFirst());
        assertThat(request.path("fromdate").asText()).isEqualTo("2026-01-01 09:15");
        assertThat(request.path("todate").asText()).isEqualTo("2026-01-01 09:16");
    }

    @Test
    void splitsALongSpanAtTheBrokersCap() throws Exception {
        broker.always(Endpoint.CANDLES, MockBroker.ok("[]"));

        List<Candle> candles = session.history()
                .candles(
                        Instruments.equity("3045", "SBIN-EQ"),
                        Timeframe.M1,
                        at(1, 0, 0),
                        at(1, 0, 0) + 65L * 86_400_000);

        assertThat(candles).isEmpty();
        assertThat(broker.requests(Endpoint.CANDLES).stream().map(MockBroker::body))
                .extracting(body -> body.path("fromdate").asText() + " to "
                        + body.path("todate").asText())
                .containsExactly(
                        "2026-01-01 00:00 to 2026-01-30 23:59",
                        "2026-01-31 00:00 to 2026-03-01 23:59",
                        "2026-03-02 00:00 to 2026-03-06 23:59");
    }

    @Test
    void knowsNoVolumeOfAnIndex() throws Exception {
        broker.always(
                Endpoint.CANDLES, MockBroker.ok("[[\"2026-01-01T09:15:00+05:30\",25000.5,25001,24999.95,25000,0]]"));

        List<Candle> candles = session.history().candles(Instruments.index(), Timeframe.M1, at(1, 9, 15), at(1, 9, 16));

        assertThat(candles).containsExactly(new Candle(at(1, 9, 15), 2500050, 2500100, 2499995, 2500000, -1, 4));
    }

    @Test
    void survivesASpuriousRateLimit() throws Exception {
        broker.once(Endpoint.CANDLES, MockBroker.plain(403, "Access denied because of exceeding access rate"));
        broker.once(Endpoint.CANDLES, MockBroker.plain(403, "Access denied because of exceeding access rate"));
        broker.always(Endpoint.CANDLES, MockBroker.ok(TWO_MINUTES));

        assertThat(session.history()
                        .candles(Instruments.equity("3045", "SBIN-EQ"), Timeframe.M1, at(1, 9, 15), at(1, 9, 17)))
                .hasSize(2);
        assertThat(broker.time.sleptMillis()).isBetween(2_400L, 4_500L);
    }

    @Test
    void refusesCandlesThatCannotBe() {
        broker.always(Endpoint.CANDLES, MockBroker.ok("[[\"2026-01-01T09:15:00+05:30\",100,99,98,97,5]]"));

        BrokerException failure = catchThrowableOfType(
                BrokerException.class,
                () -> session.history()
                        .candles(Instruments.equity("1", "X"), Timeframe.M1, at(1, 9, 15), at(1, 9, 16)));

        assertThat(failure.failure().sentence()).contains("high or low");
    }
}
