package in.sauda.broker.angelone.stream;

import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.time.TimeSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a feed is built from.
///
/// @param publishers makes one publisher per connection
/// @param states told every change, in order
/// @param phases what a kind of market is doing now
public record FeedWiring(
        String url,
        FeedLimits limits,
        FeedLogin login,
        Supplier<MarketEventPublisher> publishers,
        Consumer<FeedState> states,
        Function<SessionClass, Phase> phases,
        TaskTimer timer,
        TimeSource time,
        RandomGenerator random) {}
