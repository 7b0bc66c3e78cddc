package in.sauda.broker.angelone.orders;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.ManualTime;
import in.sauda.broker.angelone.mapping.OrderRequests;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.support.BookRow;
import in.sauda.core.broker.support.OrderTracker;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Pushes and readings of the book in every order of arrival.
class OrderTrackerTest {
    private static final ClientOrderId ID = new ClientOrderId("SD-1");

    private final ManualTime time = new ManualTime(0);
    private final List<OrderEvent> events = new ArrayList<>();
    private final OrderTracker tracker = new OrderTracker(events::add, time, "Angel One", OrderRequests::variety);

    private static BookRow row(String tag, String id, Status status, long filled, long price) {
        BookedOrder order = new BookedOrder(
                id,
                tag,
                Instruments.option().key(),
                "X",
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                75,
                filled,
                price,
                0,
                price,
                status,
                "",
                1);
        return new BookRow(order, 0, "NORMAL", false);
    }

    private void send() {
        tracker.sending(new OrderRequest(
                ID,
                TradingMode.DEMO,
                Instruments.option(),
                1,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                75,
                15_005,
                0));
    }

    private void later() {
        time.sleep(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aReadingBegunBeforeAPushSaysNothing() {
        send();
        tracker.accepted(ID, "1", "u");
        long begun = time.nanos();
        later();
        tracker.update(row("SD-1", "1", Status.OPEN, 0, 16_000));
        int told = events.size();

        tracker.read(List.of(row("SD-1", "1", Status.OPEN, 0, 15_005)), begun);
        assertThat(events).as("the old price is not told again").hasSize(told);

        later();
        tracker.read(List.of(row("SD-1", "1", Status.OPEN, 0, 16_000)), time.nanos());
        assertThat(events).hasSize(told);
    }

    @Test
    void aPushBeforeTheReplyAnswersALostReplyToo() {
        send();
        tracker.update(row("SD-1", "1", Status.OPEN, 0, 15_005));
        tracker.unknown(ID, "no reply");
        tracker.accepted(ID, "1", "u");

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        OrderEvent.Submitted.class, OrderEvent.Accepted.class, OrderEvent.Updated.class);
    }

    @Test
    void nothingLeavesAFinishedOrder() {
        send();
        tracker.accepted(ID, "1", "u");
        tracker.update(row("SD-1", "1", Status.COMPLETE, 75, 15_000));
        int told = events.size();

        tracker.update(row("SD-1", "1", Status.OPEN, 25, 15_000));
        tracker.read(List.of(row("SD-1", "1", Status.OPEN, 25, 15_000)), time.nanos());

        assertThat(events).hasSize(told);
        assertThat(tracker.active()).isFalse();
    }

    @Test
    void tellsForeignOrdersOnceAndKeepsTheNewestState() {
        tracker.noted(List.of(row("", "5", Status.OPEN, 0, 100)), time.nanos());
        tracker.read(List.of(row("", "5", Status.OPEN, 0, 100)), time.nanos());
        assertThat(events).as("the snapshot told it").isEmpty();

        long begun = time.nanos();
        later();
        tracker.update(row("", "5", Status.COMPLETE, 75, 100));
        tracker.read(List.of(row("", "5", Status.OPEN, 0, 100)), begun);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderEvent.Foreign.class,
                        foreign -> assertThat(foreign.order().status()).isEqualTo(Status.COMPLETE));
    }

    @Test
    void aForeignOrderIsCancelledUnderItsOwnVariety() {
        BookRow stop = new BookRow(row("", "9", Status.TRIGGER_PENDING, 0, 100).order(), 0, "STOPLOSS", false);
        tracker.update(stop);

        assertThat(tracker.changing(ClientOrderId.ofForeign("9"), "9", null)).isEqualTo("STOPLOSS");
        tracker.update(row("", "9", Status.CANCELLED, 0, 100));

        assertThat(events.getLast()).isInstanceOf(OrderEvent.Cancelled.class);
        assertThat(events.getLast().id()).isEqualTo(ClientOrderId.ofForeign("9"));
    }
}
