package in.sauda.core.broker.contract;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.Credentials;
import in.sauda.core.instruments.Instrument;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// A local server that speaks the broker's real wire protocol, in a trading session that moves.
public interface WireServer extends AutoCloseable {
    /// An order as the exchange knows it, whatever a client was told.
    ///
    /// @param tag what the client called it
    /// @param working true while it can still trade
    record TrueOrder(String tag, String brokerOrderId, long quantity, long filled, boolean working) {}

    Broker broker();

    /// What time it is on the exchange, which need not be today's.
    long marketMillis();

    Map<String, String> endpoints();

    Credentials credentials();

    Credentials wrongCredentials();

    /// What a user does on a page the session opens; nothing for brokers without one.
    default void browse(URI page) {}

    /// At least three shares that trade several times a second.
    List<Instrument> liquid();

    /// Whether books beyond five levels are served.
    void serveDeepBooks(boolean wanted);

    /// From now on, until {@link #calm()}.
    void provoke(FeedFault fault);

    /// The next order placement only.
    void provokeNextOrder(CallFault fault);

    /// The next call that reads the order book, and the one after it.
    void provokeNextReading(CallFault fault);

    /// Orders are refused as from an address that is not registered.
    void refuseAddress();

    /// Ends every fault.
    void calm();

    /// Frames or requests a fault has hit so far.
    long hits();

    List<TrueOrder> orders();

    /// Connections of clients that are open now, sockets of every kind.
    int connections();

    @Override
    void close();
}
