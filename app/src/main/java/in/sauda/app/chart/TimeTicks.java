package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.util.Arrays;

/// Labels of the session axis: the date where a session starts, round times between, none overlapping.
///
/// A label sits on an existing bar and shows that bar's own start. Labels are made again only when the view moved.
/// Owned by the JavaFX thread.
final class TimeTicks {
    static final double MIN_GAP_PIXELS = 64;
    private static final int[] STEP_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180};

    private int[] bars = new int[64];
    private String[] labels = new String[64];
    private boolean[] sessionStarts = new boolean[64];
    private int count;

    private double leftBar = Double.NaN;
    private double barWidth;
    private double width;
    private long layoutChanges = -1;

    void update(BarSeries series, SeriesIndex index, Viewport view) {
        if (view.left() == leftBar
                && view.barWidth() == barWidth
                && view.width() == width
                && index.layoutChanges() == layoutChanges) {
            return;
        }
        leftBar = view.left();
        barWidth = view.barWidth();
        width = view.width();
        layoutChanges = index.layoutChanges();
        count = 0;
        if (view.barCount() > 0) {
            fill(series, index.sessions(), view);
        }
    }

    void invalidate() {
        leftBar = Double.NaN;
    }

    int count() {
        return count;
    }

    int bar(int tick) {
        return bars[tick];
    }

    String label(int tick) {
        return labels[tick];
    }

    /// True where a session starts: the grid draws a separator and the label is a date.
    boolean sessionStart(int tick) {
        return sessionStarts[tick];
    }

    private void fill(BarSeries series, SessionStarts sessions, Viewport view) {
        int first = view.firstVisible();
        int end = view.endVisible();
        long stepMillis = stepMillis(series.timeframe(), view.barWidth());
        double lastX = Double.NEGATIVE_INFINITY;
        long labelledMillis = Long.MIN_VALUE;
        int session = Math.max(0, sessions.sessionOf(first));
        for (; session < sessions.count() && sessions.start(session) < end; session++) {
            int start = sessions.start(session);
            double x = view.centre(start);
            if (start >= first && x - lastX >= MIN_GAP_PIXELS) {
                long startMillis = series.startMillis(start);
                add(start, sessionLabel(series.timeframe(), startMillis, labelledMillis), true);
                labelledMillis = startMillis;
                lastX = x;
            }
            if (stepMillis > 0) {
                int sessionEnd = Math.min(end, sessions.end(session, view.barCount()));
                lastX = addTimes(series, view, Math.max(first, start), sessionEnd, stepMillis, lastX);
            }
        }
        dateOnFirstLabel(series);
    }

    /// Round times of one session; keeps clear of the date that starts the next one.
    private double addTimes(BarSeries series, Viewport view, int from, int end, long stepMillis, double previousX) {
        double lastX = previousX;
        double limitX = end < view.barCount() ? view.centre(end) - MIN_GAP_PIXELS * 0.7 : Double.POSITIVE_INFINITY;
        int bar = from;
        while (bar < end) {
            long round = roundUp(series.startMillis(bar), stepMillis);
            bar = firstAtOrAfter(series, bar, end, round);
            if (bar >= end) {
                break;
            }
            double x = view.centre(bar);
            if (x - lastX >= MIN_GAP_PIXELS * 0.85 && x <= limitX) {
                add(bar, timeLabel(series.timeframe(), series.startMillis(bar)), false);
                lastX = x;
            }
            bar++;
        }
        return lastX;
    }

    /// When the screen shows the middle of one session, its date would be nowhere.
    private void dateOnFirstLabel(BarSeries series) {
        if (count == 0 || series.timeframe() == Timeframe.D1) {
            return;
        }
        for (int tick = 0; tick < count; tick++) {
            if (sessionStarts[tick]) {
                return;
            }
        }
        labels[0] = TimeText.date(series.startMillis(bars[0])) + " " + labels[0];
    }

    private static String sessionLabel(Timeframe timeframe, long startMillis, long previousMillis) {
        if (timeframe == Timeframe.D1) {
            return TimeText.month(startMillis);
        }
        boolean newYear = previousMillis != Long.MIN_VALUE
                && IndiaTime.date(previousMillis).getYear()
                        != IndiaTime.date(startMillis).getYear();
        return newYear ? TimeText.dateWithYear(startMillis) : TimeText.date(startMillis);
    }

    private static String timeLabel(Timeframe timeframe, long startMillis) {
        return timeframe == Timeframe.D1 ? TimeText.date(startMillis) : TimeText.time(startMillis);
    }

    /// 0 when even the widest step would crowd the axis.
    private static long stepMillis(Timeframe timeframe, double barWidth) {
        if (timeframe == Timeframe.D1) {
            long days = (long) Math.ceil(MIN_GAP_PIXELS / barWidth);
            return days <= 12 ? days * timeframe.millis() : 0;
        }
        for (int minutes : STEP_MINUTES) {
            long step = minutes * 60_000L;
            if (step >= timeframe.millis() && barWidth * step / timeframe.millis() >= MIN_GAP_PIXELS) {
                return step;
            }
        }
        return 0;
    }

    /// Next multiple of the step counted from midnight in India.
    private static long roundUp(long epochMillis, long stepMillis) {
        long midnight = IndiaTime.startOfDay(epochMillis);
        if (stepMillis >= Timeframe.D1.millis()) {
            return epochMillis;
        }
        return midnight + Math.ceilDiv(epochMillis - midnight, stepMillis) * stepMillis;
    }

    private static int firstAtOrAfter(BarSeries series, int from, int to, long millis) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.startMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(int bar, String label, boolean sessionStart) {
        if (count == bars.length) {
            bars = Arrays.copyOf(bars, count * 2);
            labels = Arrays.copyOf(labels, count * 2);
            sessionStarts = Arrays.copyOf(sessionStarts, count * 2);
        }
        bars[count] = bar;
        labels[count] = label;
        sessionStarts[count++] = sessionStart;
    }
}
