package in.sauda.core.strategy;

import in.sauda.core.calendar.Announcement;
import java.util.Arrays;
import java.util.List;

/// How near the next announcement is (rules 2.10, X-1): pressure rises over the last hour and is whole in the last
/// fifteen minutes. Immutable.
public final class EventPressure {
    /// Where no announcement is known.
    public static final EventPressure NONE = new EventPressure(new long[0]);

    private static final double LOCK_MINUTES = 15;
    private static final double RAMP_MINUTES = 60;
    private static final double MINUTE_MILLIS = 60_000;

    private final long[] moments;

    private EventPressure(long[] moments) {
        this.moments = moments;
    }

    public static EventPressure of(List<Announcement> announcements) {
        return announcements.isEmpty()
                ? NONE
                : new EventPressure(announcements.stream()
                        .mapToLong(Announcement::millis)
                        .sorted()
                        .toArray());
    }

    /// Minutes to the next announcement, infinite without one.
    private double minutes(long millis) {
        int found = Arrays.binarySearch(moments, millis);
        int next = found >= 0 ? found : -found - 1;
        return next == moments.length ? Double.POSITIVE_INFINITY : (moments[next] - millis) / MINUTE_MILLIS;
    }

    /// True in the last fifteen minutes before one.
    boolean locked(long millis) {
        return moments.length > 0 && minutes(millis) <= LOCK_MINUTES;
    }

    /// 0 an hour before one or earlier, 1 from fifteen minutes before on.
    double at(long millis) {
        return moments.length == 0
                ? 0
                : Math.clamp((RAMP_MINUTES - minutes(millis)) / (RAMP_MINUTES - LOCK_MINUTES), 0.0, 1.0);
    }
}
