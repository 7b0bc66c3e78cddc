package in.sauda.app.command;

import in.sauda.core.time.TimeSource;
import java.util.function.LongConsumer;

/// Lets real time pass as the recording's does, or so many times as fast; silences over a minute count as one.
final class ReplayPace implements LongConsumer {
    private static final long LONGEST_SILENCE_MILLIS = 60_000L;
    private static final long SHORTEST_SLEEP_NANOS = 1_000_000L;

    private final double speed;
    private final TimeSource time;
    private long lastMillis = Long.MAX_VALUE;
    private long dueNanos;

    private ReplayPace(double speed, TimeSource time) {
        this.speed = speed;
        this.time = time;
        this.dueNanos = time.nanos();
    }

    /// @param speed 0 for as fast as possible
    static LongConsumer of(double speed, TimeSource time) {
        return speed == 0 ? _ -> {} : new ReplayPace(speed, time);
    }

    @Override
    public void accept(long recordedMillis) {
        long passed = Math.clamp(recordedMillis - Math.min(lastMillis, recordedMillis), 0, LONGEST_SILENCE_MILLIS);
        lastMillis = recordedMillis;
        dueNanos += (long) (passed * 1_000_000.0 / speed);
        long ahead = dueNanos - time.nanos();
        if (ahead > SHORTEST_SLEEP_NANOS) {
            try {
                Thread.sleep(ahead / 1_000_000L);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("The replay was interrupted.", interrupted);
            }
        }
    }
}
