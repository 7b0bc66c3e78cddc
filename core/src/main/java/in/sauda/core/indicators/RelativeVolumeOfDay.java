package in.sauda.core.indicators;

/// RVOL by time of day: today's volume so far over the mean of the last sessions' volume until the same minute (rules
/// 1.2: 14 sessions, at least 5). A minute without trade counts as 0.
public final class RelativeVolumeOfDay implements Indicator {
    private static final int LEAST_SESSIONS = 5;

    /// Cumulative volume by minute of the session; one row a session, the current one at {@link #today}.
    private final long[][] cumulative;
    private int sessions;
    private int today = -1;
    private int minute = -1;
    private long traded;

    /// @param length sessions in the mean, 14 in the rules
    /// @param minutes of the longest session, e.g. 375
    public RelativeVolumeOfDay(int length, int minutes) {
        if (length < LEAST_SESSIONS) {
            throw new IllegalArgumentException("at least " + LEAST_SESSIONS + " sessions are needed, not " + length);
        }
        cumulative = new long[length + 1][minutes];
    }

    /// A new session begins.
    public void startSession() {
        if (today >= 0) {
            fill(cumulative[today].length - 1);
            sessions = Math.min(sessions + 1, cumulative.length - 1);
        }
        today = (today + 1) % cumulative.length;
        minute = -1;
        traded = 0;
    }

    /// Takes a bar of the session.
    ///
    /// @param minuteOfSession 0 for the first minute; increasing
    public void add(int minuteOfSession, long units) {
        fill(minuteOfSession - 1);
        traded += Math.max(0, units);
        minute = minuteOfSession;
        cumulative[today][minute] = traded;
    }

    private void fill(int until) {
        while (minute < until) {
            minute++;
            cumulative[today][minute] = traded;
        }
    }

    /// Sessions the mean is taken of, without today's.
    public int sessions() {
        return sessions;
    }

    @Override
    public double value() {
        if (sessions < LEAST_SESSIONS || minute < 0) {
            return Double.NaN;
        }
        long sum = 0;
        for (int back = 1; back <= sessions; back++) {
            sum += cumulative[Math.floorMod(today - back, cumulative.length)][minute];
        }
        return sum == 0 ? Double.NaN : (double) traded * sessions / sum;
    }

    /// In bars: five sessions and one bar.
    @Override
    public int warmUp() {
        return LEAST_SESSIONS * cumulative[0].length + 1;
    }

    @Override
    public void reset() {
        sessions = 0;
        today = -1;
        minute = -1;
        traded = 0;
    }
}
