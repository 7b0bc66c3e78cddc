package in.sauda.core.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every order gateway must do: tell each thing once, and never send an order twice.
public abstract class OrderContract extends ContractTest {
    @Test
    void anOrderLivesAndEndsToldOnceEach() throws BrokerException {
        stream();
        String id = nextId();
        session.orders().submit(resting(id));
        String brokerOrderId = await(id, OrderEvent.Accepted.class).brokerOrderId();
        assertThat(truth(id))
                .singleElement()
                .satisfies(order -> assertThat(order.brokerOrderId()).isEqualTo(brokerOrderId));
        assertThat(session.orders().snapshot().orders())
                .filteredOn(order -> order.tag().equals(id))
                .extracting(BookedOrder::brokerOrderId)
                .containsExactly(brokerOrderId);
        session.orders().cancel(new ClientOrderId(id), brokerOrderId);
        await(id, OrderEvent.Cancelled.class);
        assertThat(told(id, OrderEvent.Submitted.class)).isOne();
        assertThat(told(id, OrderEvent.Accepted.class)).isOne();
        assertThat(told(id, OrderEvent.Cancelled.class)).isOne();
    }

    @Test
    void aMarketableOrderFills() {
        stream();
        String id = nextId();
        session.orders().submit(buy(id, recorder.last(0) * 102 / 100));
        recorder.await(
                "all of " + id + " filled",
                () -> recorder.eventsOf(id).stream()
                        .anyMatch(event -> event instanceof OrderEvent.Filled filled && filled.complete()));
        assertThat(truth(id))
                .singleElement()
                .satisfies(order -> assertThat(order.filled()).isEqualTo(order.quantity()));
    }

    @ParameterizedTest
    @EnumSource(CallFault.class)
    void anOrderIsNeverSentTwiceAndItsFateIsFoundOut(CallFault fault) {
        stream();
        String id = nextId();
        server.provokeNextOrder(fault);
        session.orders().submit(resting(id));
        recorder.await(
                "the fate of " + id,
                () -> told(id, OrderEvent.Accepted.class)
                                + told(id, OrderEvent.Rejected.class)
                                + told(id, OrderEvent.Denied.class)
                        > 0);
        server.calm();
        if (fault.carriedOut()) {
            assertThat(truth(id)).hasSize(1);
            assertThat(told(id, OrderEvent.Accepted.class)).isOne();
            assertThat(told(id, OrderEvent.Rejected.class)).isZero();
        } else {
            assertThat(truth(id)).isEmpty();
            assertThat(told(id, OrderEvent.Accepted.class)).isZero();
        }
    }

    @Test
    void anAddressThatIsNotRegisteredIsExplained() {
        stream();
        String id = nextId();
        server.refuseAddress();
        session.orders().submit(resting(id));
        OrderEvent.Rejected rejected = await(id, OrderEvent.Rejected.class);
        assertThat(rejected.reason()).containsIgnoringCase("address");
        assertThat(truth(id)).isEmpty();
    }
}
