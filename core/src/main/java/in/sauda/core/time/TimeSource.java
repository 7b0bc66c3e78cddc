package in.sauda.core.time;

/// Wall and monotonic time, injected so that tests and replays decide what time it is.
public interface TimeSource {
    /// Milliseconds since the epoch, UTC, by this computer's clock.
    long wallMillis();

    /// Monotonic nanoseconds with an arbitrary origin; only differences mean anything.
    long nanos();
}
