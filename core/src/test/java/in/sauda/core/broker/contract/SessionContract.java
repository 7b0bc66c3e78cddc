package in.sauda.core.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.FeedState;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.time.SystemTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every session must do: log in, read through what passes, renew its login, and leave nothing open.
public abstract class SessionContract extends ContractTest {
    @Test
    void tellsWhoIsLoggedInAndForHowLong() {
        assertThat(session.profile().clientCode()).isNotBlank();
        assertThat(session.validUntilMillis()).isGreaterThan(new SystemTime().wallMillis());
    }

    @Test
    void refusesAWrongLoginInOneSentenceAndKeepsNothingOpen() {
        session.close();
        recorder.await("every connection closed", () -> server.connections() == 0);
        assertThatThrownBy(() -> server.broker().open(server.wrongCredentials(), new Recorder().context(server)))
                .isInstanceOfSatisfying(BrokerException.class, refused -> {
                    assertThat(refused.failure()).isInstanceOf(BrokerFailure.Refused.class);
                    assertThat(refused.failure().sentence()).endsWith(".");
                    assertThat(refused.failure().nextStep()).isNotBlank();
                });
        assertThat(server.connections()).isZero();
    }

    @Test
    void offersExactlyThePartsItsCapabilitiesName() {
        assertThat(server.broker().capabilities().login()).isTrue();
        assertThat(session.rates()).isNotEmpty();
    }

    @Test
    void candlesAreInOrderAndInsideWhatWasAsked() throws BrokerException {
        stream();
        long until = server.marketMillis();
        long from = until - Duration.ofMinutes(60).toMillis();
        List<Candle> candles = session.history().candles(server.liquid().getFirst(), Timeframe.M1, from, until);
        assertThat(candles).isNotEmpty().isSortedAccordingTo(Comparator.comparingLong(Candle::startMillis));
        assertThat(candles).allSatisfy(candle -> {
            assertThat(candle.startMillis()).isBetween(from, until - 1);
            assertThat(candle.high()).isGreaterThanOrEqualTo(candle.low());
            assertThat(candle.open()).isBetween(candle.low(), candle.high());
            assertThat(candle.close()).isBetween(candle.low(), candle.high());
        });
    }

    @ParameterizedTest
    @EnumSource(CallFault.class)
    void readingsSurviveWhatPasses(CallFault fault) throws BrokerException {
        stream();
        String id = nextId();
        session.orders().submit(resting(id));
        await(id, OrderEvent.Accepted.class);
        server.provokeNextReading(fault);
        assertThat(session.orders().snapshot().orders())
                .extracting(BookedOrder::tag)
                .contains(id);
    }

    @Test
    void aLoginThatEndsIsRenewedWithoutLosingSubscriptionsOrOrders() throws BrokerException {
        stream();
        String id = nextId();
        session.orders().submit(resting(id));
        String brokerOrderId = await(id, OrderEvent.Accepted.class).brokerOrderId();
        server.provoke(FeedFault.LOGGED_OUT);
        assertThat(session.orders().snapshot().orders())
                .extracting(BookedOrder::tag)
                .contains(id);
        awaitFreshTicks();
        session.orders().cancel(new ClientOrderId(id), brokerOrderId);
        await(id, OrderEvent.Cancelled.class);
    }

    @Test
    void closingTwiceLeavesNoConnection() {
        stream();
        session.close();
        session.close();
        recorder.await("every connection closed", () -> server.connections() == 0);
        assertThat(recorder.states.getLast()).isInstanceOf(FeedState.Closed.class);
    }
}
