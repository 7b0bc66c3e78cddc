package in.sauda.core.patterns;

/// Measures of one candle (rules 1.1).
public record CandleShape(double open, double high, double low, double close) {
    public double body() {
        return Math.abs(close - open);
    }

    public double range() {
        return high - low;
    }

    /// A close at the open is not green.
    public boolean green() {
        return close > open;
    }

    /// Upper shadow.
    public double upper() {
        return high - Math.max(open, close);
    }

    /// Lower shadow.
    public double lower() {
        return Math.min(open, close) - low;
    }

    /// Where the close lies in the range, 0 at the low, 1 at the high; NaN without a range.
    public double closePosition() {
        return (close - low) / range();
    }
}
