package in.sauda.app.chart;

/// Where the pointer is over the plot. Owned by the JavaFX thread.
final class Crosshair {
    private boolean visible;
    private double x;
    private double y;

    void moveTo(double newX, double newY) {
        visible = true;
        x = newX;
        y = newY;
    }

    void leave() {
        visible = false;
    }

    boolean visible() {
        return visible;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /// Bar under the pointer, or the newest one when the pointer is elsewhere.
    int bar(ChartModel model) {
        if (!visible) {
            return model.lastBar();
        }
        return Math.clamp((long) Math.floor(model.view().barAt(x)), 0, model.lastBar());
    }
}
