package in.sauda.app.chart;

import in.sauda.core.domain.IndianNumbers;

/// Writes fixed-point prices of one series with the decimals its traders expect.
final class PriceText {
    private static final int MOST_DECIMALS = 4;

    private final int decimals;
    private final int shownDecimals;

    /// @param decimals decimals of the fixed-point prices; at most four are shown
    PriceText(int decimals) {
        this.decimals = decimals;
        this.shownDecimals = Math.min(decimals, MOST_DECIMALS);
    }

    String price(long fixedPoint) {
        return IndianNumbers.fixed(fixedPoint, decimals, shownDecimals);
    }

    /// A difference with its sign.
    String signed(long fixedPoint) {
        return fixedPoint > 0 ? "+" + price(fixedPoint) : price(fixedPoint);
    }
}
