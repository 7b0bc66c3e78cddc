package in.sauda.app.chart;

/// Aligns logical coordinates to device pixels, so that one-pixel lines stay crisp on any screen scale.
final class PixelGrid {
    private double scale = 1;

    /// @param outputScale device pixels per logical pixel
    void setScale(double outputScale) {
        scale = outputScale > 0 ? outputScale : 1;
    }

    /// Left or top edge of the device pixel that contains the coordinate.
    double floor(double logical) {
        return Math.floor(logical * scale) / scale;
    }

    /// Width of the thinnest line that looks one logical pixel wide.
    double line() {
        return Math.max(1, Math.rint(scale)) / scale;
    }

    double scale() {
        return scale;
    }
}
