package in.sauda.core.orders;

import in.sauda.core.view.OrderView;

/// Where the engine leaves what must reach the disk. Returns at once; the storage thread does the writing.
public interface OrderJournal {
    void save(OrderView order);

    /// Saves an order that is to be sent; the answer comes back to the engine, which sends only after a good one.
    void saveBeforeSending(OrderView order);

    void save(StoredTrade trade);
}
