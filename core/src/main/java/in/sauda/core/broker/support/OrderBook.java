package in.sauda.core.broker.support;

import in.sauda.core.broker.BrokerException;
import java.util.List;

/// A broker's order book, read over the network. Blocks.
public interface OrderBook {
    /// Every order of the day that can be understood; a strange row must not hide the others.
    ///
    /// @throws BrokerException when the book cannot be read
    List<BookRow> all() throws BrokerException;

    /// One order by the id {@link OrderTracker#accepted} was given for asking.
    ///
    /// @throws BrokerException when it cannot be read; the whole book is read from then on
    BookRow one(String uniqueId) throws BrokerException;
}
