package in.sauda.core.patterns;

/// The patterns that need at most two candles, as the notes define them. Comparisons have a tolerance of 1e-9 in favour
/// of "true" for ≥ and ≤; a candle without a range fulfils no shape (rules 1.1, 1.3).
public final class Patterns {
    static final double TOLERANCE = 1e-9;

    private Patterns() {}

    static boolean atLeast(double value, double limit) {
        return value >= limit - TOLERANCE;
    }

    static boolean atMost(double value, double limit) {
        return value <= limit + TOLERANCE;
    }

    public static boolean strongBull(CandleShape candle) {
        return strong(candle) && candle.green() && atLeast(candle.closePosition(), 0.75);
    }

    public static boolean strongBear(CandleShape candle) {
        return strong(candle) && !candle.green() && atMost(candle.closePosition(), 0.25);
    }

    private static boolean strong(CandleShape candle) {
        return candle.range() > 0 && atLeast(candle.body() / candle.range(), 0.60);
    }

    /// Long lower shadow, little above, of any colour; a dragonfly doji is one.
    public static boolean hammer(CandleShape candle) {
        return candle.range() > 0 && pin(candle, candle.lower(), candle.upper());
    }

    /// Long upper shadow, little below; a gravestone doji is one.
    public static boolean shootingStar(CandleShape candle) {
        return candle.range() > 0 && pin(candle, candle.upper(), candle.lower());
    }

    private static boolean pin(CandleShape candle, double longShadow, double shortShadow) {
        return atLeast(longShadow, 2 * candle.body())
                && atMost(shortShadow, 0.3 * candle.body())
                && atMost(candle.body(), 0.3 * candle.range());
    }

    /// A green body over the whole of a red one; not both ends may be equal, and the red one must have a body.
    public static boolean bullishEngulfing(CandleShape previous, CandleShape current) {
        return previous.close() < previous.open()
                && current.green()
                && atMost(current.open(), previous.close())
                && atLeast(current.close(), previous.open())
                && !(same(current.open(), previous.close()) && same(current.close(), previous.open()));
    }

    /// A red body over the whole of a green one.
    public static boolean bearishEngulfing(CandleShape previous, CandleShape current) {
        return previous.green()
                && current.close() < current.open()
                && atLeast(current.open(), previous.close())
                && atMost(current.close(), previous.open())
                && !(same(current.open(), previous.close()) && same(current.close(), previous.open()));
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE;
    }

    /// Strictly inside the range of the candle before.
    public static boolean insideBar(CandleShape previous, CandleShape current) {
        return current.high() < previous.high() && current.low() > previous.low();
    }
}
