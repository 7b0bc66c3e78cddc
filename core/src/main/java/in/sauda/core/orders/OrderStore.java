package in.sauda.core.orders;

import in.sauda.core.view.OrderView;
import java.util.List;

/// Orders and trades on disk. Calls block; never on the engine or UI thread.
public interface OrderStore {
    /// Saves the newest state of each order, all or nothing.
    void saveOrders(List<OrderView> orders);

    void saveTrades(List<StoredTrade> trades);

    /// Orders created or changed since that exchange time, and every order not yet terminal, oldest first.
    List<OrderView> loadOrders(long sinceMillis);

    /// Every state orders took in {@code [fromMillis, toMillis)}, by its time, oldest first.
    List<OrderView> states(long fromMillis, long toMillis);

    /// Trades that are not neutral.
    List<StoredTrade> loadOpenTrades();
}
