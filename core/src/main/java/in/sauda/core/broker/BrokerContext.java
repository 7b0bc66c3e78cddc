package in.sauda.core.broker;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.time.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a session may call back into. Consumers may be called from any adapter thread.
///
/// @param endpoints overrides by name, see {@link Broker}
/// @param publishers makes one market-event publisher per feed thread
/// @param orderEvents lossless sink for order events
/// @param feedStates every change of the feed's connection
/// @param phases what a kind of market is doing now; safe from any thread
/// @param time wall and monotonic clocks
/// @param random jitter
/// @param instruments every instrument of every master now; another object whenever that changes
/// @param browser opens a page for the user, for brokers whose login is one
public record BrokerContext(
        Map<String, String> endpoints,
        Supplier<MarketEventPublisher> publishers,
        Consumer<OrderEvent> orderEvents,
        Consumer<FeedState> feedStates,
        Function<SessionClass, Phase> phases,
        TimeSource time,
        RandomGenerator random,
        Supplier<List<Instrument>> instruments,
        Consumer<URI> browser) {

    /// For brokers that need neither a master nor a browser.
    public BrokerContext(
            Map<String, String> endpoints,
            Supplier<MarketEventPublisher> publishers,
            Consumer<OrderEvent> orderEvents,
            Consumer<FeedState> feedStates,
            Function<SessionClass, Phase> phases,
            TimeSource time,
            RandomGenerator random) {
        this(endpoints, publishers, orderEvents, feedStates, phases, time, random, List::of, page -> {});
    }
}
