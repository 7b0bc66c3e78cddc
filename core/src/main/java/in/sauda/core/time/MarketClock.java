package in.sauda.core.time;

/// What time it is on the exchange: the wall clock when trading live, a virtual one in the demo and in replay.
@FunctionalInterface
public interface MarketClock {
    /// Milliseconds since the epoch, UTC.
    long millis();
}
