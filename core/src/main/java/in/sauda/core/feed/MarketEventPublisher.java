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

    /// More levels of an instrument's book than an event carries. Only to be looked at: nothing is decided by it, so it
    /// goes past the engine, and nobody has to listen.
    ///
    /// @param instrument registry index
    /// @param receivedNanos monotonic time of receipt
    default void book(int instrument, Depth book, long receivedNanos) {}

    /// The broker's own Greeks of an option, likewise only to be looked at. Figures it leaves out are 0.
    ///
    /// @param instrument registry index
    /// @param receivedNanos monotonic time of receipt
    /// @param delta change of the premium for a change of one in the underlying
    /// @param theta change of the premium a day, in rupees
    /// @param vega change of the premium for one percent of volatility, in rupees
    /// @param impliedVolatility percent a year
    default void greeks(
            int instrument,
            long receivedNanos,
            double delta,
            double gamma,
            double theta,
            double vega,
            double impliedVolatility) {}
}
