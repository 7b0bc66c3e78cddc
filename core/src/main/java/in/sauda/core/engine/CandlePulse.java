package in.sauda.core.engine;

import in.sauda.core.candles.CandleBatch;
import java.util.Arrays;

/// Which instruments make candles, minute by minute: the heartbeat of the whole way from the socket to the bar. Engine
/// thread only.
final class CandlePulse {
    private static final long MINUTE_MILLIS = 60_000L;
    private static final long GRACE_MILLIS = 2_000L;

    /// Who made a candle in the last minutes is expected to make the next one.
    private static final long MEMORY_MILLIS = 5 * MINUTE_MILLIS;

    private long[] lastMinute = new long[256];

    void onClosed(CandleBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            int index = batch.index(i);
            if (index >= lastMinute.length) {
                lastMinute = Arrays.copyOf(lastMinute, Math.max(index + 1, lastMinute.length * 2));
            }
            lastMinute[index] = Math.max(lastMinute[index], batch.minuteMillis());
        }
    }

    /// Start of the newest minute that must be closed by now.
    static long lastClosed(long exchangeMillis) {
        return Math.floorDiv(exchangeMillis - GRACE_MILLIS, MINUTE_MILLIS) * MINUTE_MILLIS - MINUTE_MILLIS;
    }

    /// Instruments with a candle of that minute or a newer one.
    int made(long minute) {
        return since(minute);
    }

    /// Instruments that made a candle shortly before that minute, or in it.
    int expected(long minute) {
        return since(minute - MEMORY_MILLIS);
    }

    private int since(long minute) {
        int count = 0;
        for (long last : lastMinute) {
            if (last >= minute && last != 0) {
                count++;
            }
        }
        return count;
    }
}
