package in.sauda.core.health;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.truth.RereadProgress;
import java.util.List;

/// What the engine knows for a health check, measured at one moment and judged elsewhere.
///
/// @param atNanos monotonic time of the measurement
/// @param running false once the engine has stopped
/// @param storeConnected false while saving fails
/// @param loggedIn a session is attached
/// @param feedAgeNanos since the newest market event, -1 when there was none
/// @param missing symbols that wait or are refused, at most ten of them
/// @param stale symbols that fell silent, at most ten of them
/// @param candlesMade instruments with a candle of the last closed minute
/// @param candlesExpected instruments that made candles shortly before
/// @param candlesDue instruments for which that minute can be expected at all
/// @param minutes our minutes beside those of the broker's feed
/// @param parity what the newest re-read of a day found
/// @param journal how the recording of the day stands
/// @param liveRestCalls quote calls made for live prices while they should have been streamed
/// @param failures exceptions the engine survived
public record HealthFacts(
        long atNanos,
        long marketMillis,
        TradingMode mode,
        boolean running,
        boolean storeConnected,
        boolean loggedIn,
        FeedState feed,
        List<ConnectionStatistics> connections,
        SubscriptionCounts subscriptions,
        List<String> missing,
        List<String> stale,
        long ticks,
        long feedAgeNanos,
        int candlesMade,
        int candlesExpected,
        int candlesDue,
        MinuteAgreement minutes,
        RereadProgress parity,
        RecorderState journal,
        long liveRestCalls,
        long clockSkewMillis,
        long failures) {
    public HealthFacts {
        connections = List.copyOf(connections);
        missing = List.copyOf(missing);
        stale = List.copyOf(stale);
    }
}
