package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderStore;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.orders.TradeState;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.StorageException;
import in.sauda.core.storage.Stores;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.UiEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private static HandDriven trading(TradingMode mode) {
        HandDriven engine = new HandDriven(mode).ready();
        engine.clock.set("10:00");
        engine.book(RELIANCE, 9_995, 40, 10_005, 40);
        return engine;
    }

    private static ClientOrderId staged(HandDriven engine, Side side, long quantity, long price) {
        engine.send(new Command.Stage(engine.ticket(side, quantity, price)));
        return engine.last(UiEvent.ConfirmationRequested.class).card().request().id();
    }

    private static OrderView order(HandDriven engine) {
        return engine.last(UiEvent.OrderChanged.class).order();
    }

    private static ClientOrderId sent(HandDriven engine, long quantity) {
        ClientOrderId id = staged(engine, Side.BUY, quantity, 10_000);
        int before = engine.session.submitted.size();
        engine.send(new Command.Confirm(id));
        engine.await(() -> engine.session.submitted.size() > before);
        return id;
    }

    @Test
    void sendsNothingBeforeTheConfirmationAndOnceAfterTwo() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = staged(engine, Side.BUY, 10, 10_003);
            ConfirmationCard card =
                    engine.last(UiEvent.ConfirmationRequested.class).card();
            assertThat(card.request().price()).as("never worse than typed").isEqualTo(10_000);
            assertThat(card.valuePaise()).isEqualTo(100_000);
            assertThat(card.expiresNanos() - card.raisedNanos()).isEqualTo(30_000 * NANOS_PER_MILLI);
            assertThat(engine.session.submitted).isEmpty();

            engine.send(new Command.Confirm(id));
            engine.send(new Command.Confirm(id));
            engine.await(() -> !engine.session.submitted.isEmpty());
            engine.send(new Command.Confirm(id));
            assertThat(engine.session.submitted).containsExactly(card.request());
        }
    }

    @Test
    void refusesAConfirmationThatComesTooLate() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = staged(engine, Side.BUY, 10, 10_000);
            engine.clock.advance(30_000);
            engine.send(new Command.Confirm(id));
            assertThat(order(engine).status()).isEqualTo(OrderStatus.EXPIRED);
            assertThat(engine.last(UiEvent.ConfirmationClosed.class).outcome()).isEqualTo("Not confirmed in time");
            assertThat(engine.session.submitted).isEmpty();
        }
    }

    @Test
    void blocksEntriesOnAStaleFeedButNotExits() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            engine.clock.advance(10_001);
            engine.send(new Command.Stage(engine.ticket(Side.BUY, 10, 10_000)));
            assertThat(order(engine).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(order(engine).text()).startsWith("STALE_FEED");
        }
    }

    @Test
    void countsEveryFillOnceWhateverOrderEventsArriveIn() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = sent(engine, 100);
            engine.report(new OrderEvent.Filled(id, "B1", 40, 10_000, false, 1));
            engine.report(new OrderEvent.Accepted(id, "B1"));
            assertThat(order(engine).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
            engine.report(new OrderEvent.Filled(id, "B1", 40, 10_000, false, 1));
            engine.send(new Command.Cancel(id));
            assertThat(engine.session.cancelled).containsExactly(id);
            engine.report(new OrderEvent.Cancelled(id, "on request"));
            engine.report(new OrderEvent.Filled(id, "B1", 100, 10_004, true, 2));
            engine.report(new OrderEvent.Cancelled(id, "late"));

            assertThat(order(engine).status()).isEqualTo(OrderStatus.FILLED);
            PositionRow position = Objects.requireNonNull(engine.core.positionRows.get(0));
            assertThat(position.netQuantity()).isEqualTo(100);
            assertThat(position.averagePrice()).isEqualTo(10_004);
        }
    }

    @Test
    void keepsAnUnknownOutcomeInFlightUntilTheOrderBookAnswers() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = sent(engine, 10);
            engine.report(new OrderEvent.Unknown(id, "no reply"));
            assertThat(order(engine).status()).isEqualTo(OrderStatus.UNKNOWN);
            engine.clock.advance(1_000);
            engine.session.account = new AccountSnapshot(
                    List.of(new AccountSnapshot.BookedOrder(
                            "B7",
                            id.value(),
                            RELIANCE.key(),
                            RELIANCE.symbol(),
                            Side.BUY,
                            OrderType.LIMIT,
                            Product.INTRADAY,
                            10,
                            10,
                            10_000,
                            0,
                            9_990,
                            AccountSnapshot.Status.COMPLETE,
                            "",
                            5)),
                    List.of());
            engine.send(new Command.Reconcile());
            engine.await(() -> order(engine).status() == OrderStatus.FILLED);
            assertThat(order(engine).brokerOrderId()).isEqualTo("B7");
            assertThat(engine.session.submitted).hasSize(1);
        }
    }

    @Test
    void leadsAManualTradeFromConfirmationToNeutral() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId entry = sent(engine, 10);
            engine.report(new OrderEvent.Accepted(entry, "B1"));
            engine.report(new OrderEvent.Filled(entry, "B1", 10, 10_000, true, 1));
            ClientOrderId exit = staged(engine, Side.SELL, 10, 9_900);
            engine.send(new Command.Confirm(exit));
            engine.await(() -> engine.session.submitted.size() == 2);
            engine.report(new OrderEvent.Accepted(exit, "B2"));
            engine.report(new OrderEvent.Filled(exit, "B2", 10, 9_990, true, 2));

            assertThat(engine.seen(UiEvent.TradeChanged.class))
                    .extracting(UiEvent.TradeChanged::state)
                    .containsExactly(
                            TradeState.AWAITING_CONFIRM,
                            TradeState.ENTRY_PENDING,
                            TradeState.IN_TRADE,
                            TradeState.EXITED,
                            TradeState.COOLDOWN);
            PositionRow position = Objects.requireNonNull(engine.core.positionRows.get(0));
            assertThat(position.realisedPaise()).isEqualTo(-100);
            assertThat(position.netQuantity()).isZero();
            engine.clock.advance(15 * 60_000);
            engine.step();
            assertThat(engine.last(UiEvent.TradeChanged.class).state()).isEqualTo(TradeState.NEUTRAL);
        }
    }

    private static AccountSnapshot booked(long netQuantity) {
        return new AccountSnapshot(
                List.of(),
                List.of(new AccountSnapshot.BookedPosition(
                        RELIANCE.key(),
                        RELIANCE.symbol(),
                        Product.INTRADAY,
                        netQuantity,
                        0,
                        10,
                        10 - netQuantity,
                        10_000,
                        10_010,
                        10_000,
                        0,
                        0)));
    }

    private static TradeState lastTrade(HandDriven engine) {
        return engine.last(UiEvent.TradeChanged.class).state();
    }

    private static void bookRead(HandDriven engine, AccountSnapshot account) {
        engine.session.account = account;
        engine.clock.advance(40_000);
        int before = engine.session.booksRead.get();
        engine.send(new Command.Reconcile());
        engine.await(() -> engine.session.booksRead.get() > before);
        engine.step();
    }

    @Test
    void aTradeWhosePositionWasClosedElsewhereIsOverAtTheSecondLook() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId entry = sent(engine, 10);
            engine.report(new OrderEvent.Filled(entry, "B1", 10, 10_000, true, 1));
            assertThat(lastTrade(engine)).isEqualTo(TradeState.IN_TRADE);
            bookRead(engine, booked(10));
            assertThat(lastTrade(engine)).isEqualTo(TradeState.IN_TRADE);
            bookRead(engine, booked(0));
            assertThat(lastTrade(engine)).as("one look is not enough").isEqualTo(TradeState.IN_TRADE);
            // It looks again by itself, fifteen seconds later.
            engine.clock.advance(15_100);
            engine.await(() -> lastTrade(engine) == TradeState.NEUTRAL);
            assertThat(engine.seen(UiEvent.TradeChanged.class))
                    .extracting(UiEvent.TradeChanged::reason)
                    .contains("The position was closed elsewhere.");
        }
    }

    @Test
    void aTradeWhosePositionComesBackIntoTheBooksGoesOn() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId entry = sent(engine, 10);
            engine.report(new OrderEvent.Filled(entry, "B1", 10, 10_000, true, 1));
            bookRead(engine, new AccountSnapshot(List.of(), List.of()));
            bookRead(engine, booked(10));
            bookRead(engine, new AccountSnapshot(List.of(), List.of()));
            assertThat(lastTrade(engine)).isEqualTo(TradeState.IN_TRADE);
        }
    }

    @Test
    void fillsPaperOrdersByTheBestLevelAndMarksThePosition() {
        try (HandDriven engine = trading(TradingMode.PAPER)) {
            ClientOrderId id = staged(engine, Side.BUY, 100, 10_005);
            engine.send(new Command.Confirm(id));
            engine.await(() -> order(engine).filledQuantity() == 40);
            assertThat(order(engine).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
            engine.book(RELIANCE, 9_995, 40, 10_010, 500);
            engine.step();
            assertThat(order(engine).filledQuantity()).isEqualTo(40);
            engine.book(RELIANCE, 9_995, 40, 10_000, 500);
            engine.step();
            assertThat(order(engine).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(order(engine).averagePrice()).isEqualTo(10_005);
            engine.clock.advance(20);
            engine.tick(RELIANCE, 10_105, 1_000);
            PositionRow position = Objects.requireNonNull(engine.core.positionRows.get(0));
            assertThat(position.unrealisedPaise()).isEqualTo(100 * 100);
            assertThat(engine.session.submitted).isEmpty();
        }
    }

    @Test
    void neverComparesPaperOrdersWithTheBrokersBook() {
        try (HandDriven engine = trading(TradingMode.PAPER)) {
            engine.session.account = new AccountSnapshot(
                    List.of(),
                    List.of(new AccountSnapshot.BookedPosition(
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
            ClientOrderId id = staged(engine, Side.BUY, 100, 9_900);
            engine.send(new Command.Confirm(id));
            engine.await(() -> order(engine).status() == OrderStatus.OPEN);
            engine.clock.advance(1_000);
            engine.send(new Command.Reconcile());
            engine.core.control.add(
                    new ControlMessage.FeedReport(new FeedState.Disconnected("cut", 1_000), engine.clock.nanos()));
            engine.core.control.add(new ControlMessage.FeedReport(new FeedState.Connected(), engine.clock.nanos()));
            engine.step();

            assertThat(engine.session.booksRead)
                    .as("readings of the broker's book")
                    .hasValue(0);
            assertThat(order(engine).status()).isEqualTo(OrderStatus.OPEN);
            assertThat(engine.core.positions.isEmpty())
                    .as("no real position among those on paper")
                    .isTrue();
        }
    }

    @Test
    void neverSendsAnOrderThatCouldNotBeSaved() {
        Stores memory = InMemoryStores.create();
        Stores broken = new Stores(
                memory.candles(),
                memory.signals(),
                new OrderStore() {
                    @Override
                    public void saveOrders(List<OrderView> orders) {
                        throw new StorageException("disk full", "free some space");
                    }

                    @Override
                    public void saveTrades(List<StoredTrade> trades) {}

                    @Override
                    public List<OrderView> loadOrders(long sinceMillis) {
                        return List.of();
                    }

                    @Override
                    public List<OrderView> states(long fromMillis, long toMillis) {
                        return List.of();
                    }

                    @Override
                    public List<StoredTrade> loadOpenTrades() {
                        return List.of();
                    }
                },
                memory.alerts(),
                memory.parity());
        try (HandDriven engine = new HandDriven(TradingMode.DEMO, broken).ready()) {
            engine.clock.set("10:00");
            engine.tick(RELIANCE, 10_000, 1);
            ClientOrderId id = staged(engine, Side.BUY, 10, 10_000);
            engine.send(new Command.Confirm(id));
            engine.await(() -> order(engine).status() == OrderStatus.DENIED);
            assertThat(order(engine).text()).startsWith("NOT_SAVED");
            assertThat(engine.session.submitted).isEmpty();
            assertThat(engine.seen(UiEvent.Notice.class))
                    .extracting(UiEvent.Notice::code)
                    .contains("STORAGE");
        }
    }

    @Test
    void changesAWorkingOrderOnlyThroughACard() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = sent(engine, 10);
            engine.report(new OrderEvent.Accepted(id, "B1"));
            engine.send(new Command.StageModify(id, 20, 9_998));
            assertThat(engine.session.modified).isEmpty();
            ConfirmationCard card =
                    engine.last(UiEvent.ConfirmationRequested.class).card();
            assertThat(card.replaces()).isEqualTo("B1");
            engine.send(new Command.Confirm(id));
            engine.await(() -> !engine.session.modified.isEmpty());
            assertThat(engine.session.modified.getFirst().price()).isEqualTo(9_995);
            engine.report(new OrderEvent.Updated(id, "B1", 20, 9_995, 0));
            assertThat(order(engine).request().quantity()).isEqualTo(20);
            assertThat(order(engine).status()).isEqualTo(OrderStatus.OPEN);
        }
    }

    @Test
    void neverSendsAnOrderWhoseSavingTookTooLong() {
        try (HandDriven engine = trading(TradingMode.DEMO)) {
            ClientOrderId id = staged(engine, Side.BUY, 10, 10_000);
            engine.core.control.add(new ControlMessage.UserCommand(new Command.Confirm(id)));
            engine.core.execution.confirm(id);
            engine.clock.advance(10_001);
            engine.core.execution.onSaved(id);
            engine.step();
            assertThat(order(engine).status()).isEqualTo(OrderStatus.DENIED);
            assertThat(engine.session.submitted).isEmpty();
        }
    }
}
