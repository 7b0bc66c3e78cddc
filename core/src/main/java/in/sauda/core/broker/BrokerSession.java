package in.sauda.core.broker;

import java.util.List;
import java.util.Optional;

/// A logged-in session at one broker. Optional parts agree with {@link BrokerCapabilities#parts()}. Safe from
/// any thread.
public interface BrokerSession extends AutoCloseable {
    AccountProfile profile();

    /// When the broker ends this login, epoch milliseconds, or Long.MAX_VALUE when it has no known end. Moves
    /// when the login is renewed.
    long validUntilMillis();

    Portfolio portfolio();

    MarketFeed feed();

    History history();

    OrderGateway orders();

    Optional<Quotes> quotes();

    Optional<DerivativesData> derivatives();

    Optional<OptionData> options();

    Optional<Costs> costs();

    Optional<TriggerOrders> triggers();

    Optional<OrderDesk> desk();

    Optional<MarketInformation> market();

    Optional<InstrumentLookup> lookup();

    Optional<AddressCheck> address();

    /// How much of the broker's allowances is used at this moment; empty when the broker limits nothing. Does
    /// not block.
    List<RateUse> rates();

    /// Closes sockets and threads and logs out; safe to call twice.
    @Override
    void close();
}
