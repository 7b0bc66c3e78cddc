package in.sauda.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.orders.OrdersViewModel;
import in.sauda.app.positions.PositionsViewModel;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.PositionRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskViewModelTest {
    private static final BrokerStanding ANGEL_ONE = broker("angelone", "Angel One", Set.of());
    private static final BrokerStanding UPSTOX = broker("upstox", "Upstox", Set.of(BrokerPart.ORDER_DESK));

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final OrdersViewModel orders = new OrdersViewModel(terminal);
    private final PositionsViewModel positions = new PositionsViewModel(terminal, time);
    private final DeskViewModel desk = new DeskViewModel(terminal, TradingMode.DEMO, orders, positions);

    private static BrokerStanding broker(String id, String name, Set<BrokerPart> parts) {
        BrokerCapabilities capabilities = new BrokerCapabilities(
                true,
                parts,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                BrokerCapabilities.DeepBook.NONE,
                1,
                1,
                Map.of(),
                1,
                1,
                0,
                TriggerOrders.Limits.NONE);
        return new BrokerStanding(new BrokerId(id), name, false, true, capabilities, AccountData.NONE, Reading.none());
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void tradeAtBoth() {
        terminal.brokers(List.of(ANGEL_ONE, UPSTOX));
        orders.attach(driver);
        positions.attach(driver);
    }

    private void order(String id, BrokerStanding broker, OrderStatus status) {
        OrderRequest request = new OrderRequest(
                new ClientOrderId(id),
                TradingMode.DEMO,
                Instruments.RELIANCE,
                0,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                1,
                100,
                0,
                false,
                broker.id());
        terminal.order(request, status, 0, "");
    }

    private void position(int row, BrokerStanding broker, long net) {
        terminal.positions()
                .put(
                        row,
                        new PositionRow(
                                row,
                                TradingMode.DEMO,
                                Product.INTRADAY,
                                Instruments.RELIANCE,
                                terminal.index(Instruments.RELIANCE),
                                net,
                                100,
                                100,
                                0,
                                0,
                                0,
                                broker.id()));
    }

    @Test
    void cancelsWhereOrdersWorkAndOnlyAfterTheUserSaidYes() {
        order("A1", ANGEL_ONE, OrderStatus.OPEN);
        order("A2", ANGEL_ONE, OrderStatus.FILLED);
        order("U1", UPSTOX, OrderStatus.PARTIALLY_FILLED);
        driver.pulse();
        assertThat(desk.askCancelAll()).isTrue();
        assertThat(Objects.requireNonNull(desk.question().get()).words())
                .isEqualTo("Cancel every working order (DEMO), those placed elsewhere included:"
                        + " 1 at Angel One, 1 at Upstox?");
        assertThat(terminal.sent(Command.CancelAll.class)).isEmpty();
        desk.yes();
        desk.yes();
        assertThat(terminal.sent(Command.CancelAll.class))
                .containsExactly(new Command.CancelAll(ANGEL_ONE.id()), new Command.CancelAll(UPSTOX.id()));
    }

    @Test
    void leavesPositionsByTheBrokersOwnMeansOrByACardForEach() {
        terminal.tick(Instruments.RELIANCE, 100, 100, 10);
        position(0, ANGEL_ONE, 10);
        position(1, UPSTOX, -5);
        position(2, UPSTOX, 0);
        driver.pulse();
        assertThat(desk.askExitAll()).isTrue();
        assertThat(Objects.requireNonNull(desk.question().get()).words())
                .contains("a card follows for each of 1 position at Angel One")
                .contains("Upstox closes 1 position with market orders of its own");
        desk.yes();
        assertThat(terminal.sent(Command.ExitAll.class)).containsExactly(new Command.ExitAll(UPSTOX.id()));
        assertThat(terminal.sent(Command.Stage.class)).singleElement().satisfies(stage -> {
            assertThat(stage.ticket().exit()).isTrue();
            assertThat(stage.ticket().broker()).isEqualTo(ANGEL_ONE.id());
        });
    }

    @Test
    void stopsASegmentOnlyAfterTheUserSaidYes() {
        desk.askTurn(UPSTOX, Segment.NFO, true);
        desk.no();
        desk.yes();
        assertThat(terminal.sent(Command.TurnSwitch.class)).isEmpty();
        desk.askTurn(UPSTOX, Segment.NFO, true);
        desk.yes();
        assertThat(terminal.sent(Command.TurnSwitch.class))
                .containsExactly(new Command.TurnSwitch(UPSTOX.id(), Segment.NFO, true));
    }

    @Test
    void asksNothingWhereThereIsNothingToDo() {
        assertThat(desk.askCancelAll()).isFalse();
        assertThat(desk.askExitAll()).isFalse();
        assertThat(desk.question().get()).isNull();
    }
}
