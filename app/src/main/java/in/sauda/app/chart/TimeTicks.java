package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Labels of the session axis: the date where a session starts, round times between, none overlapping.
///
/// A label sits on an existing bar and shows that bar's own start. Labels are made again only when the view moved.
/// Owned by the JavaFX thread.
final class TimeTicks {
    static final double MIN_PITCH_PIXELS = 64;
    /// Free room between two labels.
    static final double GAP_PIXELS = 14;
    private static final int[] STEP_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180};

    private int[] bars = new int[64];
    private String[] labels = new String[64];
    private boolean[] sessionStarts = new boolean[64];
    private final ToDoubleFunction<String> textWidth;
    private int count;
    private double lastRight;

    private double leftBar = Double.NaN;
    private double barWidth;
    private double width;
    private long layoutChanges = -1;

    /// @param textWidth pixels that a label takes
    TimeTicks(ToDoubleFunction<String> textWidth) {
        this.textWidth = textWidth;
    }

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
        lastRight = Double.NEGATIVE_INFINITY;
        long labelledMillis = Long.MIN_VALUE;
        int session = Math.max(0, sessions.sessionOf(first));
        for (; session < sessions.count() && sessions.start(session) < end; session++) {
            int start = sessions.start(session);
            long startMillis = series.startMillis(start);
            String label = sessionLabel(series.timeframe(), startMillis, labelledMillis);
            if (start >= first && place(view, start, label, true)) {
                labelledMillis = startMillis;
            }
            if (stepMillis > 0) {
                int sessionEnd = Math.min(end, sessions.end(session, view.barCount()));
                addTimes(series, view, Math.max(first, start), sessionEnd, stepMillis);
            }
        }
        dateOnFirstLabel(series, view);
    }

    /// Round times of one session; keeps clear of the date that starts the next one.
    private void addTimes(BarSeries series, Viewport view, int from, int end, long stepMillis) {
        double limit = end < view.barCount() ? view.centre(end) - MIN_PITCH_PIXELS * 0.7 : Double.POSITIVE_INFINITY;
        int bar = from;
        while (bar < end) {
            bar = BarSearch.firstAtOrAfter(series, bar, end, roundUp(series.startMillis(bar), stepMillis));
            if (bar < end && view.centre(bar) <= limit) {
                place(view, bar, timeLabel(series.timeframe(), series.startMillis(bar)), false);
            }
            bar++;
        }
    }

    /// Adds the label unless it would touch the one before.
    private boolean place(Viewport view, int bar, String label, boolean sessionStart) {
        double half = textWidth.applyAsDouble(label) / 2;
        double centre = view.centre(bar);
        if (centre - half < lastRight + GAP_PIXELS) {
            return false;
        }
        add(bar, label, sessionStart);
        lastRight = Math.max(2 * half, centre + half);
        return true;
    }

    /// When the screen shows the middle of one session, its date would be nowhere.
    private void dateOnFirstLabel(BarSeries series, Viewport view) {
        if (count == 0 || series.timeframe() == Timeframe.D1) {
            return;
        }
        for (int tick = 0; tick < count; tick++) {
            if (sessionStarts[tick]) {
                return;
            }
        }
        labels[0] = TimeText.date(series.startMillis(bars[0])) + " " + labels[0];
        if (count > 1 && right(view, 0) + GAP_PIXELS > view.centre(bars[1]) - textWidth.applyAsDouble(labels[1]) / 2) {
            remove(1);
        }
    }

    private double right(Viewport view, int tick) {
        double width = textWidth.applyAsDouble(labels[tick]);
        return Math.max(width, view.centre(bars[tick]) + width / 2);
    }

    private void remove(int tick) {
        int moved = count - tick - 1;
        System.arraycopy(bars, tick + 1, bars, tick, moved);
        System.arraycopy(labels, tick + 1, labels, tick, moved);
        System.arraycopy(sessionStarts, tick + 1, sessionStarts, tick, moved);
        count--;
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
            long days = (long) Math.ceil(MIN_PITCH_PIXELS / barWidth);
            return days <= 12 ? days * timeframe.millis() : 0;
        }
        for (int minutes : STEP_MINUTES) {
            long step = minutes * 60_000L;
            if (step >= timeframe.millis() && barWidth * step / timeframe.millis() >= MIN_PITCH_PIXELS) {
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
