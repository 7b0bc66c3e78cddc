package in.sauda.app.chart;

/// Widths of one candle in device pixels: the body is odd, so that the wick is exactly in its middle.
final class CandleShape {
    private static final int HOLLOW_FROM = 3;

    private double scale = 1;
    private int lineDevicePixels = 1;
    private int bodyDevicePixels = 1;

    /// Chooses the body for a bar of the given logical width.
    void fit(double barWidthPixels, double bodyShare, PixelGrid grid) {
        scale = grid.scale();
        lineDevicePixels = (int) Math.rint(grid.line() * scale);
        int wanted = (int) Math.floor(barWidthPixels * scale * bodyShare);
        int sides = Math.max(0, (wanted - lineDevicePixels) / 2);
        bodyDevicePixels = lineDevicePixels + 2 * sides;
    }

    /// Too narrow for a body beside the wick.
    boolean isLine() {
        return bodyDevicePixels <= lineDevicePixels;
    }

    boolean canBeHollow() {
        return bodyDevicePixels >= HOLLOW_FROM * lineDevicePixels;
    }

    double wickLeft(double centre) {
        int halfLine = lineDevicePixels / 2;
        return (Math.floor(centre * scale) - halfLine) / scale;
    }

    double bodyLeft(double centre) {
        int side = (bodyDevicePixels - lineDevicePixels) / 2;
        return wickLeft(centre) - side / scale;
    }

    double bodyWidth() {
        return bodyDevicePixels / scale;
    }
}
