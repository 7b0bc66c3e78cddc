package in.sauda.core.storage;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.orders.OrderStore;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.orders.TradeState;
import in.sauda.core.view.OrderView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Orders and trades in H2. The newest state of an order is one row; every state it went through is kept beside it.
final class JdbiOrderStore implements OrderStore {
    private static final String MERGE_ORDER = """
            MERGE INTO orders (id, mode, instrument, side, type, product, validity, quantity, price, trigger_price,
                broker_order_id, status, filled_quantity, average_price, text, strategy, signal_id, is_exit,
                created_at, updated_at, terminal, broker)
            KEY (id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_HISTORY = """
            INSERT INTO order_history (order_id, status, broker_order_id, quantity, price, filled_quantity,
                average_price, text, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MERGE_TRADE = """
            MERGE INTO trades (id, strategy, instrument, state, signal_id, entry_order, exit_order, net_quantity, cash,
                cool_until, updated_at)
            KEY (id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String STATES = """
            SELECT o.id, o.mode, o.instrument, o.side, o.type, o.product, o.validity, h.quantity, h.price,
                o.trigger_price, h.broker_order_id, h.status, h.filled_quantity, h.average_price, h.text, o.strategy,
                o.signal_id, o.is_exit, o.created_at, h.updated_at, o.broker
            FROM order_history h JOIN orders o ON o.id = h.order_id
            WHERE h.updated_at >= ? AND h.updated_at < ?
            ORDER BY h.updated_at, h.number
            """;

    private static final int MOST_TEXT = 2_000;

    private final Jdbi jdbi;
    private final InstrumentRegistry registry;

    JdbiOrderStore(Jdbi jdbi, InstrumentRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    @Override
    public void saveOrders(List<OrderView> orders) {
        jdbi.useTransaction(handle -> {
            saveLatest(handle, orders);
            addHistory(handle, orders);
        });
    }

    private static void saveLatest(Handle handle, List<OrderView> orders) {
        PreparedBatch batch = handle.prepareBatch(MERGE_ORDER);
        for (OrderView order : orders) {
            OrderRequest request = order.request();
            batch.bind(0, request.id().value())
                    .bind(1, request.mode().name())
                    .bind(2, InstrumentJson.write(request.instrument()))
                    .bind(3, request.side().name())
                    .bind(4, request.type().name())
                    .bind(5, request.product().name())
                    .bind(6, request.validity().name())
                    .bind(7, request.quantity())
                    .bind(8, request.price())
                    .bind(9, request.triggerPrice())
                    .bind(10, order.brokerOrderId())
                    .bind(11, order.status().name())
                    .bind(12, order.filledQuantity())
                    .bind(13, order.averagePrice())
                    .bind(14, shortened(order.text()))
                    .bind(15, order.strategy())
                    .bind(16, order.signalId())
                    .bind(17, order.exit())
                    .bind(18, order.createdMillis())
                    .bind(19, order.updatedMillis())
                    .bind(20, order.status().terminal())
                    .bind(21, request.broker().value())
                    .add();
        }
        batch.execute();
    }

    private static void addHistory(Handle handle, List<OrderView> orders) {
        PreparedBatch batch = handle.prepareBatch(ADD_HISTORY);
        for (OrderView order : orders) {
            batch.bind(0, order.request().id().value())
                    .bind(1, order.status().name())
                    .bind(2, order.brokerOrderId())
                    .bind(3, order.request().quantity())
                    .bind(4, order.request().price())
                    .bind(5, order.filledQuantity())
                    .bind(6, order.averagePrice())
                    .bind(7, shortened(order.text()))
                    .bind(8, order.updatedMillis())
                    .add();
        }
        batch.execute();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }

    @Override
    public void saveTrades(List<StoredTrade> trades) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(MERGE_TRADE);
            for (StoredTrade trade : trades) {
                batch.bind(0, trade.tradeId())
                        .bind(1, trade.strategy())
                        .bind(2, InstrumentJson.write(trade.instrument()))
                        .bind(3, trade.state().name())
                        .bind(4, trade.signalId())
                        .bind(5, text(trade.entry()))
                        .bind(6, text(trade.exit()))
                        .bind(7, trade.netQuantity())
                        .bind(8, trade.cash())
                        .bind(9, trade.coolUntilMillis())
                        .bind(10, trade.updatedMillis())
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String text(@Nullable ClientOrderId id) {
        return id == null ? null : id.value();
    }

    @Override
    public List<OrderView> loadOrders(long sinceMillis) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM orders WHERE NOT terminal OR updated_at >= ? ORDER BY created_at, id",
                        sinceMillis)
                .map((row, _) -> order(row))
                .list());
    }

    @Override
    public List<OrderView> states(long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> handle.select(STATES, fromMillis, toMillis)
                .map((row, _) -> order(row))
                .list());
    }

    private OrderView order(ResultSet row) throws SQLException {
        Instrument instrument = InstrumentJson.read(row.getString("instrument"));
        OrderRequest request = new OrderRequest(
                new ClientOrderId(row.getString("id")),
                TradingMode.valueOf(row.getString("mode")),
                instrument,
                registry.index(instrument),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                Product.valueOf(row.getString("product")),
                Validity.valueOf(row.getString("validity")),
                row.getLong("quantity"),
                row.getLong("price"),
                row.getLong("trigger_price"),
                false,
                new BrokerId(Objects.requireNonNullElse(row.getString("broker"), instrument.broker())));
        return new OrderView(
                request,
                row.getString("broker_order_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("filled_quantity"),
                row.getLong("average_price"),
                row.getString("text"),
                row.getString("strategy"),
                row.getLong("signal_id"),
                row.getBoolean("is_exit"),
                row.getLong("created_at"),
                row.getLong("updated_at"));
    }

    @Override
    public List<StoredTrade> loadOpenTrades() {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM trades WHERE state <> ? ORDER BY updated_at, id", TradeState.NEUTRAL.name())
                .map((row, _) -> trade(row))
                .list());
    }

    private StoredTrade trade(ResultSet row) throws SQLException {
        Instrument instrument = InstrumentJson.read(row.getString("instrument"));
        return new StoredTrade(
                row.getString("id"),
                row.getString("strategy"),
                instrument,
                registry.index(instrument),
                TradeState.valueOf(row.getString("state")),
                row.getLong("signal_id"),
                id(row.getString("entry_order")),
                id(row.getString("exit_order")),
                row.getLong("net_quantity"),
                row.getLong("cash"),
                row.getLong("cool_until"),
                row.getLong("updated_at"));
    }

    private static @Nullable ClientOrderId id(@Nullable String value) {
        return value == null ? null : new ClientOrderId(value);
    }
}
