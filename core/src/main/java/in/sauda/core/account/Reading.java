package in.sauda.core.account;

import in.sauda.core.broker.BrokerFailure;
import org.jspecify.annotations.Nullable;

/// One thing read from the broker's books: the value read last, its age, and how the present attempt goes. A failure
/// never takes away a value that was read before; it only grows old.
///
/// @param value null until it was read once
/// @param readNanos monotonic time at which the value was read, 0 while there is none
/// @param loading it is being read right now
/// @param failure why the last attempt failed, null after a good one
/// @param <T> immutable
public record Reading<T>(
        @Nullable T value,
        long readNanos,
        boolean loading,
        @Nullable BrokerFailure failure) {
    /// Never read.
    public static <T> Reading<T> none() {
        return new Reading<>(null, 0, false, null);
    }

    /// Age of the value, -1 while there is none.
    public long ageNanos(long nowNanos) {
        return value == null ? -1 : Math.max(0, nowNanos - readNanos);
    }

    /// Whatever was being read is not waited for any more.
    Reading<T> stopped() {
        return new Reading<>(value, readNanos, false, failure);
    }

    Reading<T> started() {
        return new Reading<>(value, readNanos, true, failure);
    }

    Reading<T> read(T next, long nowNanos) {
        return new Reading<>(next, nowNanos, false, null);
    }

    Reading<T> failed(BrokerFailure why) {
        return new Reading<>(value, readNanos, false, why);
    }
}
