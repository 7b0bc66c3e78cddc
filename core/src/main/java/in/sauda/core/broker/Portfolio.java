package in.sauda.core.broker;

import java.util.List;

/// What the account owns, as the broker's books say. Every call asks the broker, blocks and respects its rate
/// limit.
public interface Portfolio {
    /// @throws BrokerException when the broker refuses or cannot be reached
    Funds funds() throws BrokerException;

    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Holding> holdings() throws BrokerException;

    /// @throws BrokerException when the broker refuses or cannot be reached
    List<AccountSnapshot.BookedPosition> positions() throws BrokerException;

    /// Executions of the day, in the broker's order.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<BookedTrade> trades() throws BrokerException;

    /// Asks once for the conversion and never repeats the request.
    ///
    /// @throws BrokerException when it was refused, or when its outcome is not known: the code is
    ///     {@code UNKNOWN_OUTCOME} then, and the positions tell
    void convert(PositionConversion conversion) throws BrokerException;
}
