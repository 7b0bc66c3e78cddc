package in.sauda.app.chart;

import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.Arrays;

/// Indices of the bars that open a new session, so that separators and labels never scan the history.
///
/// A session is a trading day in India; on daily bars it is a calendar month. Owned by the JavaFX thread.
final class SessionStarts {
    private int[] bars = new int[64];
    private int count;
    private long lastPeriod;
    private Timeframe timeframe = Timeframe.M1;

    void clear(Timeframe newTimeframe) {
        count = 0;
        timeframe = newTimeframe;
    }

    /// Takes the next bar; bars come in order.
    void append(int bar, long startMillis) {
        long period = period(startMillis);
        if (count > 0 && period == lastPeriod) {
            return;
        }
        lastPeriod = period;
        if (count == bars.length) {
            bars = Arrays.copyOf(bars, count * 2);
        }
        bars[count++] = bar;
    }

    int count() {
        return count;
    }

    /// First bar of a session.
    int start(int session) {
        return bars[session];
    }

    /// One past the last bar of a session.
    int end(int session, int barCount) {
        return session + 1 < count ? bars[session + 1] : barCount;
    }

    /// Session that contains the bar, -1 when there are no bars.
    int sessionOf(int bar) {
        int found = Arrays.binarySearch(bars, 0, count, bar);
        return found >= 0 ? found : -found - 2;
    }

    boolean startsAt(int bar) {
        return Arrays.binarySearch(bars, 0, count, bar) >= 0;
    }

    private long period(long startMillis) {
        if (timeframe == Timeframe.D1) {
            LocalDate date = IndiaTime.date(startMillis);
            return date.getYear() * 12L + date.getMonthValue();
        }
        return IndiaTime.startOfDay(startMillis);
    }
}
