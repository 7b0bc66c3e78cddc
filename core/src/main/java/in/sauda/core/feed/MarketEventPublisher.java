package in.sauda.core.feed;

/// The adapter's end of the inbound ring. One publisher belongs to one feed thread.
///
/// Call {@link #begin()}, fill every field of the event (starting with {@link MarketEvent#clear()}), then
/// {@link #publish()}. When the ring is full the event is merged into a waiting one of the same instrument and
/// counted: a slow engine costs intermediate prices, never memory, and never blocks the socket.
public interface MarketEventPublisher {
    /// Returns the event to fill; valid until {@link #publish()}.
    MarketEvent begin();

    /// Hands the event begun last to the engine.
    void publish();

    /// A bar of the broker's own making, told once when a newer one has begun: only to be compared with ours, so
    /// nobody has to listen. Prices are fixed-point in the segment's decimals.
    ///
    /// @param instrument registry index
    /// @param startMillis start of the minute, epoch milliseconds UTC
    /// @param volume units traded in it, 0 also where the broker leaves it out
    default void brokerMinute(
            int instrument, long startMillis, long open, long high, long low, long close, long volume) {}
}
