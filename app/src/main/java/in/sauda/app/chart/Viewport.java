package in.sauda.app.chart;

/// Which bars are on screen and where: the gapless horizontal mapping from bar index to pixel.
///
/// Bar {@code i} covers the interval {@code [i, i + 1)} in bar units, so nights, weekends and holidays take no room.
/// Pixels are logical and start at the left edge of the plot. Owned by the JavaFX thread.
final class Viewport {
    static final double DEFAULT_BAR_WIDTH_PIXELS = 8;
    static final double MAX_BAR_WIDTH_PIXELS = 64;
    /// Free room right of the newest bar, so that the eye sees it move.
    static final double RIGHT_MARGIN_PIXELS = 36;

    private static final double LEFT_MARGIN_PIXELS = 8;
    /// A pan never removes the last few bars from the screen.
    private static final double MIN_BARS_ON_SCREEN = 3;

    private double widthPixels;
    private double barWidthPixels = DEFAULT_BAR_WIDTH_PIXELS;
    private double leftBar;
    private int barCount;
    private boolean showingAll;
    /// Bars to fit once the width is known, 0 for none.
    private int pendingBars;

    /// Default zoom with the newest bar at the right.
    void reset(int newBarCount) {
        barCount = newBarCount;
        barWidthPixels = DEFAULT_BAR_WIDTH_PIXELS;
        jumpToLatest();
    }

    void resize(double newWidthPixels) {
        if (newWidthPixels == widthPixels || newWidthPixels <= 0) {
            return;
        }
        boolean first = widthPixels == 0;
        boolean wasFollowing = following();
        double rightBar = leftBar + widthPixels / barWidthPixels;
        widthPixels = newWidthPixels;
        if (showingAll) {
            showAll();
        } else if (pendingBars > 0) {
            showLatest(pendingBars);
        } else if (first || leftAligned()) {
            jumpToLatest();
        } else if (wasFollowing) {
            leftBar = rightBar - widthPixels / barWidthPixels;
        }
        clamp();
    }

    /// Takes note of new bars. A view that shows the newest bar moves with it, one that was panned away stays.
    void barsChanged(int newBarCount) {
        int added = newBarCount - barCount;
        if (added == 0) {
            return;
        }
        boolean wasFollowing = following();
        boolean firstBars = barCount == 0;
        barCount = newBarCount;
        if (showingAll) {
            showAll();
        } else if (firstBars || added < 0) {
            jumpToLatest();
        } else if (wasFollowing) {
            double overrunBars = (x(barCount) - (widthPixels - RIGHT_MARGIN_PIXELS)) / barWidthPixels;
            leftBar += Math.clamp(overrunBars, 0, added);
        }
    }

    /// Pixel of a position in bar units; the centre of bar {@code i} is {@code x(i + 0.5)}.
    double x(double bar) {
        return (bar - leftBar) * barWidthPixels;
    }

    double centre(int bar) {
        return (bar + 0.5 - leftBar) * barWidthPixels;
    }

    /// Position in bar units of a pixel; its floor is the bar under the pixel.
    double barAt(double xPixels) {
        return leftBar + xPixels / barWidthPixels;
    }

    /// First bar that is at least partly visible, 0 when there is none.
    int firstVisible() {
        return Math.clamp((long) Math.floor(leftBar), 0, Math.max(0, barCount - 1));
    }

    /// One past the last visible bar.
    int endVisible() {
        return Math.clamp((long) Math.ceil(barAt(widthPixels)), 0, barCount);
    }

    /// True while the newest bar is on screen; the view then moves along with the market.
    boolean following() {
        return barCount == 0 || x(barCount - 1) < widthPixels;
    }

    /// Changes the zoom and keeps the bar under the pixel where it is.
    ///
    /// @param factor above 1 shows fewer, wider bars
    void zoom(double factor, double xPixels) {
        double anchor = barAt(xPixels);
        barWidthPixels = Math.clamp(barWidthPixels * factor, minBarWidth(), MAX_BAR_WIDTH_PIXELS);
        leftBar = anchor - xPixels / barWidthPixels;
        showingAll = false;
        clamp();
    }

    /// Moves the content to the right by a distance in pixels, as a drag does.
    void pan(double distancePixels) {
        leftBar -= distancePixels / barWidthPixels;
        showingAll = false;
        clamp();
    }

    /// Moves along with bars that were inserted before the screen.
    void shift(int bars) {
        leftBar += bars;
        clamp();
    }

    void jumpToLatest() {
        showingAll = false;
        double aligned = barCount - (widthPixels - RIGHT_MARGIN_PIXELS) / barWidthPixels;
        leftBar = Math.max(aligned, -LEFT_MARGIN_PIXELS / barWidthPixels);
    }

    void jumpToFirst() {
        showingAll = false;
        leftBar = -LEFT_MARGIN_PIXELS / barWidthPixels;
    }

    /// Fits the whole history and keeps it fitted while bars arrive.
    void showAll() {
        barWidthPixels = Math.min(MAX_BAR_WIDTH_PIXELS, fittingBarWidth());
        jumpToLatest();
        showingAll = true;
    }

    /// Shows exactly the newest bars.
    void showLatest(int bars) {
        pendingBars = widthPixels == 0 ? bars : 0;
        barWidthPixels = Math.clamp((widthPixels - RIGHT_MARGIN_PIXELS) / bars, minBarWidth(), MAX_BAR_WIDTH_PIXELS);
        jumpToLatest();
    }

    double barWidth() {
        return barWidthPixels;
    }

    double width() {
        return widthPixels;
    }

    int barCount() {
        return barCount;
    }

    double left() {
        return leftBar;
    }

    private boolean leftAligned() {
        return leftBar <= 0 && x(barCount) <= widthPixels;
    }

    private double minBarWidth() {
        return Math.min(1, fittingBarWidth());
    }

    private double fittingBarWidth() {
        return Math.max(1, widthPixels - RIGHT_MARGIN_PIXELS - LEFT_MARGIN_PIXELS) / Math.max(1, barCount);
    }

    private void clamp() {
        double visibleBars = widthPixels / barWidthPixels;
        double kept = Math.min(MIN_BARS_ON_SCREEN, barCount);
        leftBar = Math.max(kept - visibleBars, Math.min(leftBar, barCount - kept));
    }
}
