package in.sauda.core.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal numbers of master files as fixed-point longs, without going through {@code double}.
public final class DecimalText {
    /// Digits a long can always hold.
    private static final int MAX_DIGITS = 18;

    private DecimalText() {}

    /// {@code text} × 10^{@code shift}, rounded half up: {@code fixedPoint("24500.5", 2)} is 2450050.
    ///
    /// @throws NumberFormatException when the text is no number, or one no price can have
    public static long fixedPoint(String text, int shift) {
        BigDecimal value = new BigDecimal(text);
        long wholeDigits = (long) value.precision() - value.scale() + shift;
        if (wholeDigits > MAX_DIGITS || value.scale() > 4 * MAX_DIGITS) {
            throw new NumberFormatException("out of range");
        }
        return value.movePointRight(shift).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
