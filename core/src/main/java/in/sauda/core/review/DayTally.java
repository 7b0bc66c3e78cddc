package in.sauda.core.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How the day's signals have done so far: which are old enough to be judged, and how those came out (rules 2.5, 2.6).
///
/// @param signals all of them
/// @param after5 with a price five minutes later
/// @param surges of those, with a surge of volume
/// @param after15 with a price fifteen minutes later
/// @param pending not old enough to be judged
/// @param buckets of the judged ones; every bucket is there
public record DayTally(int signals, int after5, int surges, int after15, int pending, Map<Bucket, Integer> buckets) {
    private static final long MINUTE_MILLIS = 60_000L;

    /// Fifteen minutes, three of grace and the minute in which the candle closes.
    private static final long JUDGED_MILLIS = 19 * MINUTE_MILLIS;

    public DayTally {
        buckets = Map.copyOf(buckets);
    }

    /// @param marketMillis exchange time
    public static DayTally of(List<Observation> observations, long marketMillis) {
        int after5 = 0;
        int surges = 0;
        int after15 = 0;
        int pending = 0;
        Map<Bucket, Integer> buckets = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            buckets.put(bucket, 0);
        }
        for (Observation each : observations) {
            after5 += each.after5() == null ? 0 : 1;
            surges += each.surge() ? 1 : 0;
            after15 += each.after15() == null ? 0 : 1;
            if (each.after15() == null && marketMillis < each.signal().candleMillis() + JUDGED_MILLIS) {
                pending++;
            } else {
                buckets.merge(each.bucket(), 1, Integer::sum);
            }
        }
        return new DayTally(observations.size(), after5, surges, after15, pending, buckets);
    }
}
