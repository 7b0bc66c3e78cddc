package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole adapter against the wire simulator: the same bytes as the broker's, faults included.
class AngelOneWireTest {
    private final WireClient client;

    AngelOneWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private long ticks(int index, FeedMode mode) {
        return client.published.events().stream()
                .filter(event -> event.instrument == index && event.mode == mode)
                .count();
    }

    @Test
    void logsInReadsTheMasterCandlesAndFunds() throws Exception {
        assertThat(client.session.profile().clientCode())
                .isEqualTo(client.simulator.credentials().clientcode());
        assertThat(client.instruments).hasSizeGreaterThan(1_000);
        assertThat(client.session.portfolio().funds().net()).isPositive();
        Instrument reliance = client.watched("RELIANCE-EQ");
        long open = IndiaTime.epochMillis(WireClient.DAY, LocalTime.of(9, 15));

        List<Candle> candles = client.session.history().candles(reliance, Timeframe.M1, open, open + 45 * 60_000);

        assertThat(candles).hasSize(45);
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.get(i);
            assertThat(candle.startMillis()).isEqualTo(open + i * 60_000L);
            assertThat(candle.high()).isGreaterThanOrEqualTo(candle.low());
            assertThat(candle.volume()).isPositive();
        }
    }

    @Test
    void streamsBothModesAndComesBackAfterACutWithEverythingSubscribed() {
        Instrument share = client.watched("RELIANCE-EQ");
        Instrument index = client.watched("Nifty 50");
        MarketFeed feed = client.session.feed();
        feed.subscribe(List.of(new Subscription(share, 3, FeedMode.FULL), new Subscription(index, 4, FeedMode.QUOTE)));
        feed.connect();
        Await.until("both tick", () -> ticks(3, FeedMode.FULL) > 2 && ticks(4, FeedMode.QUOTE) > 2);

        MarketEvent last = client.published.events().stream()
                .filter(event -> event.instrument == 3)
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last.hasDepth).isTrue();
        assertThat(last.bidPrice[0]).isPositive().isLessThan(last.askPrice[0]);
        assertThat(last.lastPrice).isBetween(last.low, last.high);
        assertThat(last.volume).isPositive();
        assertThat(feed.statistics().malformed()).isZero();
        assertThat(feed.statistics().unknownTokens()).isZero();

        client.simulator.faults().inject(new Fault.SendFrame(Line.STREAM, "090909"));
        Await.until("garbage counted", () -> feed.statistics().malformed() == 1);
        client.simulator.faults().inject(new Fault.Cut(Line.STREAM));
        Await.until("lost", () -> client.states.stream().anyMatch(FeedState.Disconnected.class::isInstance));
        long shareTicks = ticks(3, FeedMode.FULL);
        long indexTicks = ticks(4, FeedMode.QUOTE);
        Await.until(
                "both tick again",
                () -> ticks(3, FeedMode.FULL) > shareTicks + 1 && ticks(4, FeedMode.QUOTE) > indexTicks + 1);

        assertThat(feed.statistics().reconnects()).isOne();
        assertThat(feed.statistics().subscribed()).isEqualTo(2);
        assertThat(client.states)
                .containsExactly(
                        new FeedState.Connecting(1),
                        new FeedState.Connected(),
                        client.states.get(2),
                        new FeedState.Connecting(1),
                        new FeedState.Connected());
    }

    private void answerFundsOnce(int status, String body) {
        client.simulator.faults().inject(FaultRule.once(new Fault.HttpError("getRMS", 1, status, body, false)));
    }

    @Test
    void readsSurviveAnExpiredLoginAndARefusalForSpeed() throws Exception {
        answerFundsOnce(
                200, "{\"success\":false,\"message\":\"Invalid Token\",\"errorCode\":\"AG8001\",\"data\":\"\"}");
        assertThat(client.session.portfolio().funds().net()).isPositive();

        answerFundsOnce(403, "Access denied because of exceeding access rate");
        assertThat(client.session.portfolio().funds().net()).isPositive();
    }

    @Test
    void aRefusedLoginIsExplained() {
        client.simulator.faults().inject(new Fault.RejectLogins("AB1050"));
        client.simulator
                .faults()
                .inject(FaultRule.once(new Fault.HttpError(
                        "generateTokens",
                        1,
                        200,
                        "{\"status\":false,\"message\":\"expired\",\"errorcode\":\"AB8051\",\"data\":null}",
                        false)));
        answerFundsOnce(
                200, "{\"success\":false,\"message\":\"Invalid Token\",\"errorCode\":\"AG8001\",\"data\":\"\"}");

        BrokerException refused = catchThrowableOfType(
                BrokerException.class, () -> client.session.portfolio().funds());

        assertThat(refused.failure().code()).isEqualTo("AB1050");
        assertThat(refused.failure().nextStep()).contains("clock");
    }
}
