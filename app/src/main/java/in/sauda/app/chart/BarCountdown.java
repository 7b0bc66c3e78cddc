package in.sauda.app.chart;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;

/// Time until the forming bar closes: its full width, or less when the continuous session ends first.
final class BarCountdown {
    private final TradingCalendar calendar;
    private final SessionClass sessionClass;
    private long endMillis;
    private long barStartMillis = Long.MIN_VALUE;
    private long shownSeconds = -1;
    private String text = "";

    BarCountdown(TradingCalendar calendar, Instrument instrument) {
        this.calendar = calendar;
        this.sessionClass = SessionClass.of(instrument);
    }

    /// Text for the tag, {@code mm:ss}, or {@code h:mm:ss} from an hour on. Made again only when the second changes.
    String text(long startMillis, Timeframe timeframe, long nowMillis) {
        long seconds = seconds(startMillis, timeframe, nowMillis);
        if (seconds != shownSeconds) {
            shownSeconds = seconds;
            text = format(seconds);
        }
        return text;
    }

    /// Whole seconds left, rounded up, 0 when the bar is due.
    long seconds(long startMillis, Timeframe timeframe, long nowMillis) {
        if (startMillis != barStartMillis) {
            barStartMillis = startMillis;
            endMillis = end(startMillis, timeframe);
        }
        return Math.max(0, Math.ceilDiv(endMillis - nowMillis, 1_000L));
    }

    private long end(long startMillis, Timeframe timeframe) {
        LocalDate date = IndiaTime.date(startMillis);
        for (PhaseSpan span : calendar.phases(sessionClass, date)) {
            if (span.phase() == Phase.CONTINUOUS) {
                long sessionEnd = IndiaTime.epochMillis(date, span.end());
                if (timeframe == Timeframe.D1) {
                    return sessionEnd;
                }
                if (startMillis < sessionEnd) {
                    return Math.min(startMillis + timeframe.millis(), sessionEnd);
                }
            }
        }
        return startMillis + timeframe.millis();
    }

    private static String format(long seconds) {
        String minutesAndSeconds = TimeText.twoDigits(seconds / 60 % 60) + ":" + TimeText.twoDigits(seconds % 60);
        return seconds < 3_600 ? minutesAndSeconds : seconds / 3_600 + ":" + minutesAndSeconds;
    }
}
