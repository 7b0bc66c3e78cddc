package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.util.List;

/// The broker's own search, for a symbol that is not in the master of the day. Blocks.
public interface InstrumentLookup {
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Found> search(Segment segment, String text) throws BrokerException;

    record Found(InstrumentKey key, String symbol) {}
}
