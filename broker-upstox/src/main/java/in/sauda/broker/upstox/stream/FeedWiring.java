package in.sauda.broker.upstox.stream;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a feed is built from.
///
/// @param address asks for a signed address; blocks
/// @param connections sockets the load is spread over
/// @param keys the broker's key of an instrument, or empty
/// @param publishers makes one publisher per connection
/// @param states told every change, in order
/// @param phases what a kind of market is doing now
public record FeedWiring(
        Address address,
        Budgets budgets,
        int connections,
        Function<Instrument, Optional<String>> keys,
        Supplier<MarketEventPublisher> publishers,
        Consumer<FeedState> states,
        Function<SessionClass, Phase> phases,
        TaskTimer timer,
        TimeSource time,
        RandomGenerator random) {
    /// Where to connect this time; each address is good for one connection.
    public interface Address {
        /// @throws BrokerException when the broker gives none
        String ask() throws BrokerException;
    }
}
