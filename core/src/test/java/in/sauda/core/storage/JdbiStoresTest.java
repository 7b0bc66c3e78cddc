package in.sauda.core.storage;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.NIFTY_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertStore;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.orders.TradeState;
import in.sauda.core.signals.Signal;
import in.sauda.core.view.OrderView;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiStoresTest {
    @TempDir
    @Nullable
    Path home;

    private final InstrumentRegistry registry = new InstrumentRegistry();
    private @Nullable Database database;
    private Stores stores = InMemoryStores.create();

    @BeforeEach
    void open() {
        database = Database.open(Objects.requireNonNull(home));
        stores = JdbiStores.of(database, registry);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }

    @Test
    void replacesACandleOfTheSameMinuteAndLoadsInOrder() {
        Candle later = new Candle(120_000, 3, 4, 2, 3, 5, 0);
        Candle first = new Candle(60_000, 1, 2, 1, 2, 10, Candle.PARTIAL);
        Candle better = new Candle(60_000, 1, 3, 1, 2, 20, Candle.REVISED);
        stores.candles().save(List.of(entry(later), entry(first)));
        stores.candles().save(List.of(entry(better)));
        assertThat(stores.candles().load(INFY.key(), Timeframe.M1, 0, 180_000)).containsExactly(better, later);
        assertThat(stores.candles().load(INFY.key(), Timeframe.M1, 0, 120_000)).containsExactly(better);
        assertThat(stores.candles().load(INFY.key(), Timeframe.M5, 0, 180_000)).isEmpty();
    }

    private static CandleStore.Entry entry(Candle candle) {
        return new CandleStore.Entry(INFY.key(), Timeframe.M1, candle);
    }

    @Test
    void bringsASignalBackWithItsContract() {
        Signal signal = new Signal(
                7,
                "momentum",
                "MOMENTUM_LONG",
                registry.index(NIFTY_FUTURE),
                NIFTY_FUTURE,
                60_000,
                121_500,
                0.81,
                1.0,
                10_090,
                3_000,
                100.08,
                10_100,
                0.1,
                2.7,
                "Above 101.00",
                "Below 100.08",
                10_008,
                "because");
        assertThat(stores.signals().lastId()).isZero();
        stores.signals().save(List.of(signal));
        stores.signals().save(List.of(signal));
        assertThat(stores.signals().load(0, 100_000)).containsExactly(signal);
        assertThat(stores.signals().lastId()).isEqualTo(7);
    }

    @Test
    void bringsAlertsBackWithWhatTheyCountedAndKeepsTheHistoryOfThoseThatAreGone() {
        AlertRule price = new AlertRule(
                3, INFY, AlertCondition.parse("price x> 1510.5"), AlertRepeat.COOL_DOWN, 600, "breakout", false);
        AlertRule clock = new AlertRule(
                4, null, AlertCondition.parse("time 15:10"), AlertRepeat.EVERY_TIME, 0, "square off", true);
        AlertStore alerts = stores.alerts();
        alerts.save(List.of(new StoredAlert(price, 0, 0, false), new StoredAlert(clock, 2, 50, false)));
        StoredAlert fired = new StoredAlert(price, 1, 60_000, true);
        alerts.save(List.of(fired));
        AlertFiring first = new AlertFiring(3, INFY, 60_000, 1_510.55, "INFY-EQ rose.");
        AlertFiring second = new AlertFiring(4, null, 70_000, 910, "It is 15:10.");
        alerts.saveFirings(List.of(first, second));
        alerts.saveFirings(List.of(first));
        assertThat(alerts.load()).containsExactly(fired, new StoredAlert(clock, 2, 50, false));
        alerts.remove(List.of(3L));
        assertThat(alerts.load()).extracting(alert -> alert.rule().id()).containsExactly(4L);
        assertThat(alerts.firings(10)).containsExactly(second, first);
        assertThat(alerts.firings(1)).containsExactly(second);
    }

    @Test
    void keepsTheNewestStateOfAnOrderAndEveryStateBesideIt() {
        OrderView sent = order(OrderStatus.SUBMITTING, null, 0);
        OrderView filled = order(OrderStatus.FILLED, "B1", 65);
        stores.orders().saveOrders(List.of(sent));
        assertThat(stores.orders().loadOrders(Long.MAX_VALUE)).containsExactly(sent);
        stores.orders().saveOrders(List.of(filled));
        assertThat(stores.orders().loadOrders(Long.MAX_VALUE)).isEmpty();
        assertThat(stores.orders().loadOrders(0)).containsExactly(filled);
        List<String> states = Objects.requireNonNull(database)
                .jdbi()
                .withHandle(handle -> handle.select("SELECT status FROM order_history ORDER BY number")
                        .mapTo(String.class)
                        .list());
        assertThat(states).containsExactly("SUBMITTING", "FILLED");
    }

    private OrderView order(OrderStatus status, @Nullable String brokerOrderId, long filled) {
        OrderRequest request = new OrderRequest(
                new ClientOrderId("abc-1"),
                TradingMode.DEMO,
                NIFTY_FUTURE,
                registry.index(NIFTY_FUTURE),
                Side.BUY,
                OrderType.LIMIT,
                Product.CARRY_FORWARD,
                Validity.DAY,
                65,
                2_500_000,
                0);
        return new OrderView(
                request, brokerOrderId, status, filled, filled == 0 ? 0 : 2_499_990, "", "momentum", 7, false, 10, 20);
    }

    @Test
    void loadsOnlyTradesThatAreNotOver() {
        StoredTrade trade = new StoredTrade(
                "t1",
                "momentum",
                NIFTY_FUTURE,
                registry.index(NIFTY_FUTURE),
                TradeState.IN_TRADE,
                7,
                new ClientOrderId("abc-1"),
                null,
                65,
                -5,
                0,
                20);
        stores.orders().saveTrades(List.of(trade));
        assertThat(stores.orders().loadOpenTrades()).containsExactly(trade);
        stores.orders()
                .saveTrades(List.of(new StoredTrade(
                        "t1", "momentum", NIFTY_FUTURE, 0, TradeState.NEUTRAL, 7, null, null, 0, 0, 0, 30)));
        assertThat(stores.orders().loadOpenTrades()).isEmpty();
    }
}
