package in.sauda.app.chart;

/// The vertical mapping from fixed-point price to pixel.
///
/// Automatic: the visible bars fill the pane, whatever is panned or zoomed. Manual, after a drag on the axis: the range
/// stays until {@link #auto()}. Owned by the JavaFX thread.
final class PriceScale {
    private static final double TOP_PADDING = 0.10;
    private static final double BOTTOM_PADDING = 0.06;
    private static final double MIN_STRETCH = 0.02;
    private static final double MAX_STRETCH = 50;

    private boolean automatic = true;
    private double minimum;
    private double maximum = 1;
    private double heightPixels = 1;

    void resize(double newHeightPixels) {
        heightPixels = Math.max(1, newHeightPixels);
    }

    /// Fits the range to the extremes of the visible bars unless the user scaled by hand.
    void fit(long lowest, long highest) {
        if (!automatic) {
            return;
        }
        double span = Math.max((double) (highest - lowest), Math.max(2, highest * 0.0002));
        double middle = (highest + lowest) / 2.0;
        minimum = middle - span / 2 - span * BOTTOM_PADDING;
        maximum = middle + span / 2 + span * TOP_PADDING;
    }

    double y(long price) {
        return y((double) price);
    }

    double y(double price) {
        return (maximum - price) * heightPixels / (maximum - minimum);
    }

    double priceAt(double yPixels) {
        return maximum - yPixels * (maximum - minimum) / heightPixels;
    }

    /// Stretches the range around its middle.
    ///
    /// @param factor above 1 shows a wider range, so flatter candles
    void stretch(double factor) {
        automatic = false;
        double middle = (maximum + minimum) / 2;
        double half = (maximum - minimum) / 2 * Math.clamp(factor, MIN_STRETCH, MAX_STRETCH);
        half = Math.clamp(half, 1, Math.max(2, Math.abs(middle)));
        minimum = middle - half;
        maximum = middle + half;
    }

    /// Moves a manual range with the pointer; an automatic one stays fitted.
    void pan(double distancePixels) {
        if (automatic) {
            return;
        }
        double distance = distancePixels * (maximum - minimum) / heightPixels;
        minimum += distance;
        maximum += distance;
    }

    void auto() {
        automatic = true;
    }

    boolean automatic() {
        return automatic;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    double height() {
        return heightPixels;
    }
}
