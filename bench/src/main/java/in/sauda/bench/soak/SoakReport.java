package in.sauda.bench.soak;

import java.util.List;

/// What a session with faults came to.
///
/// @param candles complete minutes compared with the exchange's own
/// @param differing candles that are not the exchange's, each in words
/// @param orders orders whose end was compared
/// @param disagreeing orders whose last state is not the exchange's, each in words
/// @param duplicated client orders of which the exchange has more than one
/// @param threads platform threads when warm and at the end
/// @param sockets sockets the exchange saw open at the end
/// @param heapMegabytes live heap when warm and at the end
/// @param faults what the exchange did wrong
public record SoakReport(
        long ticks,
        int candles,
        List<String> differing,
        int orders,
        List<String> disagreeing,
        List<String> duplicated,
        Change threads,
        int sockets,
        Change heapMegabytes,
        List<String> faults) {
    /// A figure when the session was warm, and at its end.
    public record Change(long warm, long end) {}
}
