package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.Collection;
import java.util.List;

/// Quotes on request, for what is not subscribed and for when the feed is down. Blocks.
public interface Quotes {
    /// Reads quotes of any number of instruments, in as many calls as the broker's limit needs. An instrument the
    /// broker gives no quote for is listed with the reason and hides nothing else.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    Batch read(Collection<Instrument> instruments, QuoteDetail detail) throws BrokerException;

    /// Last price and day's range of one instrument ({@link QuoteDetail#OHLC}), against an allowance of its own.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    QuoteSnapshot one(Instrument instrument) throws BrokerException;

    /// @param quotes in the broker's order
    record Batch(List<QuoteSnapshot> quotes, List<Unfetched> unfetched) {
        public Batch {
            quotes = List.copyOf(quotes);
            unfetched = List.copyOf(unfetched);
        }
    }

    /// @param code the broker's code, may be empty
    record Unfetched(InstrumentKey key, String code, String reason) {}
}
