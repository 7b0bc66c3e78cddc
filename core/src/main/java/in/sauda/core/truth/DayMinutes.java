package in.sauda.core.truth;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.BarSource;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleGaps;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the minutes of one instrument's day come from, and which there are none of.
///
/// @param expected minutes of continuous trading until now
/// @param ticks made from ticks alone
/// @param history from the broker's history
/// @param patched of ours, completed or filled by history
/// @param partial known to be incomplete and not read again yet
/// @param revised changed after they were closed
/// @param spikes with one print of more than 20 % of the day's volume
/// @param finals confirmed or replaced by the re-read after the close
/// @param gaps minutes without a candle; one nobody traded in looks the same as one that was missed
public record DayMinutes(
        int expected,
        int ticks,
        int history,
        int patched,
        int partial,
        int revised,
        int spikes,
        int finals,
        List<CandleGaps.Gap> gaps) {
    private static final long MINUTE_MILLIS = 60_000L;
    private static final long DAY_MILLIS = 86_400_000L;

    public DayMinutes {
        gaps = List.copyOf(gaps);
    }

    /// Counts a day of a live series; any thread.
    ///
    /// @param untilMillis minutes that start there or later are not missed yet
    public static DayMinutes of(
            TradingCalendar calendar, SessionClass market, BarSeries series, LocalDate day, long untilMillis) {
        long from = IndiaTime.epochMillis(day, LocalTime.MIDNIGHT);
        int closed = series.forming() ? series.size() - 1 : series.size();
        Set<Long> known = new HashSet<>();
        Map<BarSource, Integer> sources = new EnumMap<>(BarSource.class);
        int[] marks = new int[4];
        for (int bar = closed - 1; bar >= 0 && series.startMillis(bar) >= from; bar--) {
            if (series.startMillis(bar) < from + DAY_MILLIS) {
                known.add(series.startMillis(bar));
                int flags = series.flags(bar);
                sources.merge(BarSource.of(flags), 1, Integer::sum);
                marks[0] += (flags & Candle.PARTIAL) != 0 ? 1 : 0;
                marks[1] += (flags & Candle.REVISED) != 0 ? 1 : 0;
                marks[2] += (flags & Candle.SPIKE) != 0 ? 1 : 0;
                marks[3] += (flags & Candle.FINAL) != 0 ? 1 : 0;
            }
        }
        return new DayMinutes(
                expected(calendar.phases(market, day), day, untilMillis),
                sources.getOrDefault(BarSource.TICKS, 0),
                sources.getOrDefault(BarSource.HISTORY, 0),
                sources.getOrDefault(BarSource.PATCHED, 0),
                marks[0],
                marks[1],
                marks[2],
                marks[3],
                CandleGaps.of(calendar, market, known, day, untilMillis));
    }

    private static int expected(List<PhaseSpan> phases, LocalDate day, long untilMillis) {
        long minutes = 0;
        for (PhaseSpan span : phases) {
            if (span.phase() == Phase.CONTINUOUS) {
                long start = IndiaTime.epochMillis(day, span.start());
                long end = Math.min(IndiaTime.epochMillis(day, span.end()), untilMillis);
                minutes += Math.max(0, Math.ceilDiv(end - start, MINUTE_MILLIS));
            }
        }
        return (int) minutes;
    }

    /// Minutes without a candle.
    public int missing() {
        return gaps.stream().mapToInt(CandleGaps.Gap::minutes).sum();
    }
}
