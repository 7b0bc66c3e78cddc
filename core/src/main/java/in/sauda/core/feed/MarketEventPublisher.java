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
}
