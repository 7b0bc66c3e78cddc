package in.sauda.bench.soak;

import java.util.List;

/// What a session with faults came to.
///
/// @param candles complete minutes compared with the exchange's own
/// @param differing candles that are not the exchange's although the terminal could know, each in words
/// @param vanished candles that are not the exchange's because packets vanished without a trace, each in words
/// @param incurable those of them that another reading of the broker's history would not mend either, each in words
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
        List<String> vanished,
        List<String> incurable,
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
