package in.sauda.core.engine;

import java.util.Arrays;

/// How far this computer's market clock is from the exchange's: the median of receipt minus exchange time over 200
/// ticks, less an assumed 150 ms on the way (rules 7.7). A simulated exchange may play another day: its first tick
/// already tells. Engine thread only.
final class ClockSkew {
    static final long UNKNOWN = Long.MIN_VALUE;
    static final int SAMPLES = 200;
    static final long ASSUMED_DELAY_MILLIS = 150;

    /// No computer's clock is that wrong.
    static final long OTHER_DAY_MILLIS = 3_600_000;

    private final long[] samples = new long[SAMPLES];
    private final long[] sorted = new long[SAMPLES];
    private final boolean simulated;
    private int count;
    private long skewMillis = UNKNOWN;

    ClockSkew(boolean simulated) {
        this.simulated = simulated;
    }

    /// Takes one difference and returns true when a new median is known.
    boolean add(long receivedMinusExchangeMillis) {
        if (simulated && skewMillis == UNKNOWN && Math.abs(receivedMinusExchangeMillis) > OTHER_DAY_MILLIS) {
            skewMillis = receivedMinusExchangeMillis - ASSUMED_DELAY_MILLIS;
            return true;
        }
        samples[count++] = receivedMinusExchangeMillis;
        if (count < SAMPLES) {
            return false;
        }
        count = 0;
        System.arraycopy(samples, 0, sorted, 0, SAMPLES);
        Arrays.sort(sorted);
        skewMillis = (sorted[SAMPLES / 2 - 1] + sorted[SAMPLES / 2]) / 2 - ASSUMED_DELAY_MILLIS;
        return true;
    }

    long millis() {
        return skewMillis;
    }
}
