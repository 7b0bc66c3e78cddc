package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.view.Command;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.UiEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Orders placed with another application appear by themselves, and their fills move the positions.
class ForeignOrderTest {
    private static final ClientOrderId ID = ClientOrderId.ofForeign("201020000000080");

    private static HandDriven trading(TradingMode mode) {
        HandDriven engine = new HandDriven(mode).ready();
        engine.clock.set("10:00");
        engine.tick(RELIANCE, 10_000, 1);
        return engine;
    }

    private static BookedOrder booked(String tag, long filled, Status status) {
        return new BookedOrder(
                "201020000000080",
                tag,
                RELIANCE.key(),
                RELIANCE.symbol(),
                Side.BUY,
                OrderType.LIMIT,
                Product.DELIVERY,
                10,
                filled,
                9_990,
                0,
                filled == 0 ? 0 : 9_990,
                status,
                "",
                1_000);
    }

    private static List<OrderView> shown(HandDriven engine) {
        return engine.seen(UiEvent.OrderChanged.class).stream()
                .map(UiEvent.OrderChanged::order)
                .toList();
    }

    @Test
    void appearsAndItsFillsMoveThePositions() {
        try (HandDriven engine = trading(TradingMode.LIVE)) {
            engine.report(new OrderEvent.Foreign(booked("", 0, Status.OPEN)));
            engine.report(new OrderEvent.Foreign(booked("", 0, Status.OPEN)));
            assertThat(shown(engine)).singleElement().satisfies(order -> {
                assertThat(order.strategy()).isEqualTo(OrderTicket.ELSEWHERE);
                assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
                assertThat(order.brokerOrderId()).isEqualTo("201020000000080");
                assertThat(order.request().product()).isEqualTo(Product.DELIVERY);
            });

            engine.session.account = new AccountSnapshot(
                    List.of(booked("", 10, Status.COMPLETE)),
                    List.of(new BookedPosition(
                            RELIANCE.key(),
                            RELIANCE.symbol(),
                            Product.DELIVERY,
                            10,
                            0,
                            10,
                            0,
                            9_990,
                            0,
                            0,
                            0,
                            Paise.UNKNOWN)));
            engine.report(new OrderEvent.Foreign(booked("", 10, Status.COMPLETE)));
            engine.await(() -> engine.core.positionRows.get(0) != null);

            PositionRow position = Objects.requireNonNull(engine.core.positionRows.get(0));
            assertThat(position.netQuantity()).isEqualTo(10);
            assertThat(shown(engine)).hasSize(2);
            assertThat(shown(engine).getLast().status()).isEqualTo(OrderStatus.FILLED);
        }
    }

    @Test
    void canBeCancelledFromHere() {
        try (HandDriven engine = trading(TradingMode.LIVE)) {
            engine.report(new OrderEvent.Foreign(booked("", 0, Status.OPEN)));
            engine.send(new Command.Cancel(ID));
            assertThat(engine.session.cancelled).containsExactly(ID);
            engine.report(new OrderEvent.Foreign(booked("", 0, Status.OPEN)));
            assertThat(shown(engine).getLast().status()).isEqualTo(OrderStatus.CANCEL_PENDING);
            engine.report(new OrderEvent.Cancelled(ID, "on request"));
            assertThat(shown(engine).getLast().status()).isEqualTo(OrderStatus.CANCELLED);
        }
    }

    @Test
    void staysOffThePaper() {
        try (HandDriven engine = trading(TradingMode.PAPER)) {
            engine.report(new OrderEvent.Foreign(booked("", 10, Status.COMPLETE)));
            assertThat(shown(engine)).isEmpty();
        }
    }

    @Test
    void anOrderOfOursIsNotForeignWhateverTellsOfIt() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            engine.book(RELIANCE, 9_995, 40, 10_005, 40);
            engine.send(new Command.Stage(engine.ticket(Side.BUY, 10, 10_000)));
            ClientOrderId ours = engine.last(UiEvent.ConfirmationRequested.class)
                    .card()
                    .request()
                    .id();
            engine.send(new Command.Confirm(ours));
            engine.await(() -> !engine.session.submitted.isEmpty());
            int before = shown(engine).size();

            engine.report(new OrderEvent.Foreign(booked(ours.value(), 0, Status.OPEN)));

            assertThat(shown(engine)).hasSize(before);
        }
    }
}
