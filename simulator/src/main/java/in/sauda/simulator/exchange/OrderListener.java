package in.sauda.simulator.exchange;

import java.util.Optional;

/// Hears of every change of an order in the order in which it happened, under the market's lock.
@FunctionalInterface
public interface OrderListener {
    /// @param trade the latest trade when the change is a fill
    void changed(ExchangeOrder order, OrderChange change, Optional<Trade> trade);
}
