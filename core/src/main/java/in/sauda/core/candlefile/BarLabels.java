package in.sauda.core.candlefile;

import in.sauda.core.candles.CandleArray;
import in.sauda.core.time.IndiaTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Finds out whether a file stamps candles with their start or their end, and turns stamps into starts.
final class BarLabels {
    private static final long MINUTE = 60_000L;

    private static final class Evidence {
        private boolean atOpen;
        private boolean atClose;
    }

    private BarLabels() {}

    /// Votes of the days: a candle stamped with the open means starts; none there but one stamped with the close means
    /// ends. A tie means starts.
    static BarLabel detect(Collection<RawSymbol> symbols, SessionHours hours) {
        int starts = 0;
        int ends = 0;
        for (RawSymbol symbol : symbols) {
            for (Evidence day : evidence(symbol.rows, hours).values()) {
                starts += day.atOpen ? 1 : 0;
                ends += !day.atOpen && day.atClose ? 1 : 0;
            }
        }
        return ends > starts ? BarLabel.END : BarLabel.START;
    }

    private static Map<Long, Evidence> evidence(CandleArray rows, SessionHours hours) {
        Map<Long, Evidence> days = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long minute = floor(rows.startMillis(i));
            SessionHours.Day session = hours.day(minute);
            Evidence day = days.computeIfAbsent(IndiaTime.startOfDay(minute), _ -> new Evidence());
            day.atOpen |= minute == session.open();
            day.atClose |= minute == session.close();
        }
        return days;
    }

    /// Start of the candle a stamp belongs to; 09:15:59 belongs to 09:15 either way.
    static long start(long stamp, BarLabel label) {
        return label == BarLabel.END ? floor(stamp - 1) : floor(stamp);
    }

    private static long floor(long millis) {
        return Math.floorDiv(millis, MINUTE) * MINUTE;
    }
}
