package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import java.util.List;

/// Lists of shares a broker publishes for everybody: what it lends money on, and what it takes for the day. Blocks.
public interface StockLists {
    /// Every share of a list, in the broker's order.
    ///
    /// @throws BrokerException when the list cannot be fetched or read
    List<Listed> read(Kind kind) throws BrokerException;

    enum Kind {
        /// Shares the broker lends money on until they are sold.
        MARGIN_FUNDED,
        /// Shares that may be bought and sold within a day on margin.
        INTRADAY
    }

    /// @param key segment and the exchange's token, the same in every master
    /// @param margin percent of the price the buyer pays himself, not a number where the list does not tell
    record Listed(InstrumentKey key, String symbol, double margin) {}
}
