package in.sauda.core.broker;

/// A logged-in session at one broker.
public interface BrokerSession extends AutoCloseable {
    AccountProfile profile();

    /// @throws BrokerException when the broker refuses or cannot be reached
    Funds funds() throws BrokerException;

    MarketFeed feed();

    History history();

    OrderGateway orders();

    /// Closes sockets and threads and logs out; safe to call twice.
    @Override
    void close();
}
