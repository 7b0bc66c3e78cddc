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
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.DayComparison;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.MinuteDifference.Kind;
import in.sauda.core.view.OrderView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
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

    private static Candle at(String date, String time, long close) {
        long start = IndiaTime.epochMillis(LocalDate.parse(date), LocalTime.parse(time));
        return new Candle(start, 100, 120, 90, close, 500, Candle.FINAL);
    }

    @Test
    void packedDaysAreReadAsTheRowsWere() {
        Candle first = at("2026-11-16", "09:15", 101);
        Candle second = at("2026-11-16", "09:16", 102);
        Candle third = at("2026-11-17", "09:15", 103);
        Candle today = at("2026-11-20", "09:15", 104);
        CandleStore candles = stores.candles();
        candles.save(List.of(entry(first), entry(second), entry(third), entry(today)));
        assertThat(candles.pack(today.startMillis())).isEqualTo(2);
        assertThat(candles.load(INFY.key(), Timeframe.M1, 0, Long.MAX_VALUE))
                .containsExactly(first, second, third, today);
        assertThat(candles.load(INFY.key(), Timeframe.M1, second.startMillis(), today.startMillis()))
                .containsExactly(second, third);
        assertThat(candles.stored(Timeframe.M1, first.startMillis(), third.startMillis()))
                .containsExactly(INFY.key());
        assertThat(candles.stored(Timeframe.M1, third.startMillis() + 1, today.startMillis()))
                .isEmpty();
        assertThat(candles.columns(INFY.key(), first.startMillis(), today.startMillis())
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aRowOfAPackedMinuteGoesBeforeItAndIsPackedNextTime() {
        Candle old = at("2026-11-16", "09:15", 101);
        Candle better = at("2026-11-16", "09:15", 109);
        CandleStore candles = stores.candles();
        candles.save(List.of(entry(old)));
        assertThat(candles.pack(at("2026-11-17", "00:00", 1).startMillis())).isEqualTo(1);
        candles.save(List.of(entry(better)));
        assertThat(candles.load(INFY.key(), Timeframe.M1, 0, Long.MAX_VALUE)).containsExactly(better);
        assertThat(candles.pack(at("2026-11-17", "00:00", 1).startMillis())).isEqualTo(1);
        assertThat(candles.load(INFY.key(), Timeframe.M1, 0, Long.MAX_VALUE)).containsExactly(better);
        candles.forget(at("2026-11-17", "00:00", 1).startMillis());
        assertThat(candles.load(INFY.key(), Timeframe.M1, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void archivedDaysGoBeforeWhatWasStoredOfThem() {
        Candle row = at("2026-11-16", "09:15", 101);
        Candle kept = at("2026-11-16", "09:16", 102);
        Candle better = at("2026-11-16", "09:15", 109);
        CandleStore candles = stores.candles();
        candles.save(List.of(entry(row), entry(kept)));
        candles.archive(INFY.key(), List.of(better, at("2026-11-17", "09:15", 103)));
        assertThat(candles.load(INFY.key(), Timeframe.M1, 0, Long.MAX_VALUE))
                .containsExactly(better, kept, at("2026-11-17", "09:15", 103));
        assertThat(candles.pack(Long.MAX_VALUE / 2)).isZero();
    }

    private static CandleStore.Entry entry(Candle candle) {
        return new CandleStore.Entry(INFY.key(), Timeframe.M1, candle);
    }

    @Test
    void theNewestComparisonOfADayReplacesTheOneBefore() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Candle ours = new Candle(60_000, 1, 3, 1, 2, 20, Candle.REVISED);
        Candle theirs = new Candle(60_000, 1, 4, 1, 2, 25, Candle.HISTORY);
        MinuteDifference price = new MinuteDifference(60_000, Kind.PRICE_AND_VOLUME, ours, theirs);
        MinuteDifference missing = new MinuteDifference(120_000, Kind.MISSING, null, theirs);
        DayParity first = new DayParity(INFY.key(), "INFY-EQ", day, 99, true, 1, 2, 1, 1, 1, 1, 0, 1, 20.0, "");
        DayParity unread = DayParity.unread(INFY.key(), "INFY-EQ", day, 100, 1, "The broker is down.");
        stores.parity().save(List.of(new DayComparison.Result(first, List.of(price, missing))));
        assertThat(stores.parity().load(day)).containsExactly(first);
        assertThat(stores.parity().differences(day, INFY.key()))
                .hasSize(2)
                .first()
                .isEqualTo(price);
        assertThat(stores.parity().differences(day, INFY.key()).getLast().ours())
                .isNull();
        stores.parity().save(List.of(new DayComparison.Result(unread, List.of())));
        assertThat(stores.parity().load(day)).containsExactly(unread);
        assertThat(stores.parity().differences(day, INFY.key())).isEmpty();
        assertThat(stores.parity().dates(5)).containsExactly(day);
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
        assertThat(stores.orders().states(20, 21)).containsExactly(sent, filled);
        assertThat(stores.orders().states(0, 20)).isEmpty();
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
