package in.sauda.core.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Conversions between fixed-point {@code long} prices and rupees, for boundaries only; inside the core prices stay
/// {@code long}.
public final class FixedPoint {
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private FixedPoint() {}

    /// 10^decimals for 0..8 decimals.
    public static long scale(int decimals) {
        return POWERS_OF_TEN[decimals];
    }

    public static BigDecimal toRupees(long price, int decimals) {
        return BigDecimal.valueOf(price, decimals);
    }

    /// Rounds half up to the given number of decimals.
    ///
    /// @throws ArithmeticException when the value does not fit a long
    public static long fromRupees(BigDecimal rupees, int decimals) {
        return rupees.setScale(decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    public static long fromRupees(double rupees, int decimals) {
        return Math.round(rupees * POWERS_OF_TEN[decimals]);
    }

    public static double toDouble(long price, int decimals) {
        return (double) price / POWERS_OF_TEN[decimals];
    }
}
