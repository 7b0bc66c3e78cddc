package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.Listings;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.UiEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each order is one broker's: its gateway, its book, its login, its words for the contract.
class TwoBrokersTest {
    private static final BrokerId FIRST = new BrokerId("angelone");
    private static final BrokerId SECOND = new BrokerId("upstox");
    private static final Instrument THEIR_RELIANCE = new Instrument(
            "upstox",
            RELIANCE.key(),
            "RELIANCE",
            "RELIANCE",
            "EQ",
            InstrumentCategory.EQUITY,
            null,
            0,
            null,
            1,
            10,
            0,
            true,
            "INE002A01018");

    private final FakeSession other = new FakeSession();

    private static final class TheirListings implements Listings {
        @Override
        public Optional<Instrument> theirs(Instrument ours) {
            return ours.equals(RELIANCE) ? Optional.of(THEIR_RELIANCE) : Optional.empty();
        }

        @Override
        public InstrumentKey ours(InstrumentKey theirs) {
            return theirs;
        }
    }

    private HandDriven trading() {
        HandDriven engine = new HandDriven(TradingMode.DEMO);
        engine.ready(new BrokerLink(FIRST, "Angel One", null, engine.session, Listings.SAME));
        engine.core.control.add(
                new ControlMessage.Joined(new BrokerLink(SECOND, "Upstox", null, other, new TheirListings())));
        engine.await(() -> engine.core.accounts.standings().size() == 2
                && standing(engine, 1).reconciled());
        engine.clock.set("10:00");
        engine.book(RELIANCE, 9_995, 40, 10_005, 40);
        return engine;
    }

    private static BrokerStanding standing(HandDriven engine, int place) {
        List<BrokerStanding> standings = engine.core.accounts.standings();
        engine.step();
        return standings.get(Math.min(place, standings.size() - 1));
    }

    private static OrderTicket ticket(BrokerId broker) {
        return new OrderTicket(
                TradingMode.DEMO,
                RELIANCE,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                10,
                10_005,
                0,
                OrderTicket.MANUAL,
                0,
                false,
                broker);
    }

    private static ConfirmationCard staged(HandDriven engine, BrokerId broker) {
        engine.send(new Command.Stage(ticket(broker)));
        assertThat(engine.seen(UiEvent.ConfirmationRequested.class))
                .as("a card, not %s", engine.seen(UiEvent.OrderChanged.class))
                .isNotEmpty();
        return engine.last(UiEvent.ConfirmationRequested.class).card();
    }

    private ClientOrderId sent(HandDriven engine, BrokerId broker) {
        FakeSession gateway = broker.equals(SECOND) ? other : engine.session;
        ClientOrderId id = staged(engine, broker).request().id();
        int before = gateway.submitted.size();
        engine.send(new Command.Confirm(id));
        engine.await(() -> gateway.submitted.size() > before);
        return id;
    }

    private static OrderView order(HandDriven engine, ClientOrderId id) {
        return engine.seen(UiEvent.OrderChanged.class).stream()
                .map(UiEvent.OrderChanged::order)
                .filter(order -> order.request().id().equals(id))
                .toList()
                .getLast();
    }

    private static BookedPosition booked(long net) {
        return new BookedPosition(
                RELIANCE.key(), "RELIANCE", Product.INTRADAY, net, 0, net, 0, 10_000, 0, 0, 0, Paise.UNKNOWN);
    }

    @Test
    void sendsToTheChosenBrokerAloneInItsOwnWords() {
        try (HandDriven engine = trading()) {
            ConfirmationCard card = staged(engine, SECOND);
            assertThat(card.broker()).isEqualTo("Upstox");
            assertThat(card.request().broker()).isEqualTo(SECOND);
            assertThat(card.request().instrument()).isEqualTo(RELIANCE);
            assertThat(card.request().price())
                    .as("on the tick of the chosen broker's listing")
                    .isEqualTo(10_000);
            engine.send(new Command.Confirm(card.request().id()));
            engine.await(() -> !other.submitted.isEmpty());
            assertThat(other.submitted).containsExactly(card.request().as(THEIR_RELIANCE));
            assertThat(engine.session.submitted).isEmpty();

            engine.report(SECOND, new OrderEvent.Accepted(card.request().id(), "7"));
            engine.send(new Command.Cancel(card.request().id()));
            assertThat(other.cancelled).containsExactly(card.request().id());
            assertThat(engine.session.cancelled).isEmpty();
        }
    }

    @Test
    void anOrderThatNamesNobodyIsTheFirstBrokers() {
        try (HandDriven engine = trading()) {
            ClientOrderId id = sent(engine, OrderTicket.FIRST);
            assertThat(order(engine, id).request().broker()).isEqualTo(FIRST);
            assertThat(other.submitted).isEmpty();
        }
    }

    @Test
    void aBookSettlesItsOwnBrokersOrdersOnly() {
        try (HandDriven engine = trading()) {
            ClientOrderId id = sent(engine, SECOND);
            engine.report(SECOND, new OrderEvent.Unknown(id, "The reply was lost."));
            int read = engine.session.booksRead.get();
            int theirs = other.booksRead.get();
            other.account = new AccountSnapshot(
                    List.of(new BookedOrder(
                            "7",
                            id.value(),
                            RELIANCE.key(),
                            "RELIANCE",
                            Side.BUY,
                            OrderType.LIMIT,
                            Product.INTRADAY,
                            10,
                            0,
                            10_000,
                            0,
                            0,
                            Status.OPEN,
                            "",
                            1)),
                    List.of());
            engine.clock.advance(1);
            engine.send(new Command.Reconcile());
            engine.await(() -> engine.session.booksRead.get() > read && other.booksRead.get() > theirs);
            engine.await(() -> order(engine, id).status() == OrderStatus.OPEN);
            assertThat(order(engine, id).brokerOrderId()).isEqualTo("7");
        }
    }

    @Test
    void aBrokerWhoseLoginHasEndedIsRefusedWithASentence() {
        try (HandDriven engine = trading()) {
            other.validUntilMillis = 1;
            engine.send(new Command.Stage(ticket(SECOND)));
            assertThat(engine.last(UiEvent.OrderChanged.class).order().status()).isEqualTo(OrderStatus.DENIED);
            assertThat(engine.last(UiEvent.Notice.class).sentence())
                    .isEqualTo("The login at Upstox has ended, so it takes no orders.");
            assertThat(standing(engine, 1).loginOver()).isTrue();
            sent(engine, FIRST);
        }
    }

    @Test
    void positionsOfTheSameShareStayApart() {
        try (HandDriven engine = trading()) {
            ClientOrderId mine = sent(engine, FIRST);
            engine.report(FIRST, new OrderEvent.Accepted(mine, "7"));
            engine.report(FIRST, new OrderEvent.Filled(mine, "7", 10, 10_000, true, 1));
            other.account = new AccountSnapshot(List.of(), List.of(booked(4)));
            engine.session.account = new AccountSnapshot(List.of(), List.of(booked(10)));
            engine.send(new Command.Reconcile());
            engine.await(() -> engine.core.positionRows.get(1) != null);
            PositionRow first = Objects.requireNonNull(engine.core.positionRows.get(0));
            PositionRow second = Objects.requireNonNull(engine.core.positionRows.get(1));
            assertThat(first.broker()).isEqualTo(FIRST);
            assertThat(first.netQuantity()).isEqualTo(10);
            assertThat(second.broker()).isEqualTo(SECOND);
            assertThat(second.netQuantity()).isEqualTo(4);
        }
    }

    @Test
    void ordersPlacedElsewhereWithTheSameNumberAtBothAreTwo() {
        try (HandDriven engine = trading()) {
            BookedOrder elsewhere = new BookedOrder(
                    "261120000000001",
                    "",
                    RELIANCE.key(),
                    "RELIANCE",
                    Side.BUY,
                    OrderType.LIMIT,
                    Product.INTRADAY,
                    10,
                    0,
                    10_000,
                    0,
                    0,
                    Status.OPEN,
                    "",
                    1);
            engine.report(FIRST, new OrderEvent.Foreign(elsewhere));
            engine.report(SECOND, new OrderEvent.Foreign(elsewhere));
            assertThat(engine.seen(UiEvent.OrderChanged.class))
                    .extracting(change -> change.order().request().broker())
                    .containsExactly(FIRST, SECOND);
            engine.send(new Command.Cancel(
                    engine.last(UiEvent.OrderChanged.class).order().request().id()));
            assertThat(other.cancelled).hasSize(1);
            assertThat(engine.session.cancelled).isEmpty();
        }
    }

    @Test
    void aPositionThatWasLeftElsewhereIsShownAsLeft() {
        try (HandDriven engine = trading()) {
            ClientOrderId mine = sent(engine, SECOND);
            engine.report(SECOND, new OrderEvent.Accepted(mine, "7"));
            engine.report(SECOND, new OrderEvent.Filled(mine, "7", 10, 10_000, true, 1));
            other.account = new AccountSnapshot(
                    List.of(),
                    List.of(new BookedPosition(
                            RELIANCE.key(),
                            "RELIANCE",
                            Product.INTRADAY,
                            0,
                            0,
                            10,
                            10,
                            10_000,
                            10_100,
                            0,
                            1_000,
                            Paise.UNKNOWN)));
            engine.send(new Command.Reconcile());
            engine.await(() -> engine.core.positionRows.get(1) != null);
            PositionRow ours = Objects.requireNonNull(engine.core.positionRows.get(0));
            PositionRow theirs = Objects.requireNonNull(engine.core.positionRows.get(1));
            assertThat(ours.netQuantity()).isZero();
            assertThat(ours.realisedPaise()).as("ten at 1 rupee").isEqualTo(1_000);
            assertThat(theirs.netQuantity()).isZero();
            assertThat(theirs.realisedPaise()).isZero();
        }
    }

    @Test
    void cancelsEverythingAtOneBrokerOrderByOrderWhereItHasNoCallForIt() {
        try (HandDriven engine = trading()) {
            ClientOrderId here = sent(engine, FIRST);
            ClientOrderId there = sent(engine, SECOND);
            engine.report(FIRST, new OrderEvent.Accepted(here, "7"));
            engine.report(SECOND, new OrderEvent.Accepted(there, "8"));
            engine.send(new Command.CancelAll(FIRST));
            assertThat(engine.session.cancelled).containsExactly(here);
            assertThat(other.cancelled).isEmpty();
            assertThat(engine.last(UiEvent.Notice.class).sentence()).isEqualTo("Asked to cancel 1 order.");
        }
    }
}
