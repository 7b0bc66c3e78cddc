package in.sauda.core.candlefile;

import in.sauda.core.candlefile.CandleFileReader.Times;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.time.IndiaTime;
import java.util.Arrays;

/// Puts the candles of one symbol in order, once each, inside the session, and counts what it had to do.
final class CandleCleaner {
    private static final long MINUTE = 60_000L;

    private final String symbol;
    private final SessionHours hours;
    private final DirtReport dirt;

    CandleCleaner(String symbol, SessionHours hours, DirtReport dirt) {
        this.symbol = symbol;
        this.hours = hours;
        this.dirt = dirt;
    }

    CandleArray clean(CandleArray rows) {
        CandleArray clean = inSession(once(rows));
        days(clean);
        return clean;
    }

    /// In order of time; of several candles of a minute the last one in the file (rules 2.3).
    private CandleArray once(CandleArray rows) {
        long[] order = order(rows);
        CandleArray result = new CandleArray();
        for (long entry : order) {
            int at = (int) entry;
            long start = rows.startMillis(at);
            int end = result.size() - 1;
            if (end < 0 || result.startMillis(end) != start) {
                result.add(rows, at, start);
            } else if (result.same(end, rows, at)) {
                dirt.add(Dirt.REPEATED, () -> symbol + " " + Times.minute(start));
            } else {
                dirt.add(Dirt.CONFLICTING, () -> symbol + " " + Times.minute(start));
                result.replaceLast(rows, at, start);
            }
        }
        return result;
    }

    /// Minute in the upper half, place in the lower: sorting keeps the file's order within a minute.
    private static long[] order(CandleArray rows) {
        long[] order = new long[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (rows.startMillis(i) / MINUTE) << 32 | i;
        }
        Arrays.sort(order);
        return order;
    }

    private CandleArray inSession(CandleArray rows) {
        CandleArray kept = new CandleArray();
        for (int i = 0; i < rows.size(); i++) {
            long start = rows.startMillis(i);
            SessionHours.Day day = hours.day(start);
            if (!day.holds(start)) {
                dirt.add(Dirt.OUTSIDE_SESSION, () -> symbol + " " + Times.minute(start));
                continue;
            }
            kept.add(rows, i, start);
        }
        return kept;
    }

    /// Counts what the calendar expects of each day and does not find, or finds and does not expect.
    private void days(CandleArray rows) {
        int first = 0;
        while (first < rows.size()) {
            SessionHours.Day day = hours.day(rows.startMillis(first));
            int next = first;
            while (next < rows.size() && rows.startMillis(next) < day.close()) {
                next++;
            }
            long expected = (day.close() - day.open()) / MINUTE;
            long absent = expected - (next - first);
            long dayStart = day.open();
            dirt.add(
                    Dirt.MISSING_MINUTE,
                    absent,
                    () -> symbol + " " + IndiaTime.date(dayStart) + ": " + absent + " of " + expected);
            if (!day.scheduled()) {
                dirt.add(Dirt.CLOSED_DAY, next - first, () -> symbol + " " + IndiaTime.date(dayStart));
            }
            first = next;
        }
    }
}
