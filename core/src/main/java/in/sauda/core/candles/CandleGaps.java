package in.sauda.core.candles;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the minutes of continuous trading that are not stored, day by day. A minute in which nothing was traded looks
/// the same as one that was missed.
public final class CandleGaps {
    private static final long MINUTE_MILLIS = 60_000L;

    /// Minutes missing in a row.
    ///
    /// @param fromMillis start of the first missing minute
    /// @param minutes how many
    public record Gap(LocalDate date, long fromMillis, int minutes) {}

    private CandleGaps() {}

    /// @param candles one-minute candles of one instrument, oldest first
    /// @param untilMillis minutes that start there or later are not missed yet
    public static List<Gap> of(
            TradingCalendar calendar,
            SessionClass session,
            List<Candle> candles,
            LocalDate from,
            LocalDate to,
            long untilMillis) {
        Set<Long> known = candles.stream().map(Candle::startMillis).collect(Collectors.toSet());
        List<Gap> gaps = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            gaps.addAll(of(calendar, session, known, day, untilMillis));
        }
        return gaps;
    }

    /// @param known starts of the minutes there are
    /// @param untilMillis minutes that start there or later are not missed yet
    public static List<Gap> of(
            TradingCalendar calendar, SessionClass session, Set<Long> known, LocalDate day, long untilMillis) {
        List<Gap> gaps = new ArrayList<>();
        for (PhaseSpan span : calendar.phases(session, day)) {
            if (span.phase() == Phase.CONTINUOUS) {
                add(span, day, known, untilMillis, gaps);
            }
        }
        return gaps;
    }

    private static void add(PhaseSpan span, LocalDate day, Set<Long> known, long untilMillis, List<Gap> gaps) {
        long end = Math.min(IndiaTime.epochMillis(day, span.end()), untilMillis);
        long began = 0;
        int missing = 0;
        for (long minute = IndiaTime.epochMillis(day, span.start()); minute < end; minute += MINUTE_MILLIS) {
            if (!known.contains(minute)) {
                began = missing == 0 ? minute : began;
                missing++;
            } else if (missing > 0) {
                gaps.add(new Gap(day, began, missing));
                missing = 0;
            }
        }
        if (missing > 0) {
            gaps.add(new Gap(day, began, missing));
        }
    }
}
