package in.sauda.core.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Prints numbers the Indian way: digits grouped 3-2-2, lakh and crore, the minus sign, rupees before the digits.
///
/// The JDK cannot: `NumberFormat` for en-IN groups in thousands and its compact style differs between platforms.
/// Everything works on fixed-point {@code long} and rounds half up by magnitude, so −0.005 and 0.005 round alike.
public final class IndianNumbers {
    /// Shown where a value is not known; never 0.
    public static final String UNKNOWN = "–";

    public static final char MINUS = '−';
    public static final char RUPEE = '₹';

    private static final long THOUSAND = 1_000L;
    private static final long LAKH = 100_000L;
    private static final long CRORE = 10_000_000L;
    private static final int MOST_PRICE_DECIMALS = 4;

    private IndianNumbers() {}

    /// A fixed-point price with the decimals traders expect: 2, and 4 for currency derivatives.
    public static String price(long price, Segment segment) {
        return fixed(price, segment.priceDecimals(), shownDecimals(segment));
    }

    /// A price difference with its sign.
    public static String signedPrice(long difference, Segment segment) {
        return signed(difference, fixed(magnitude(difference), segment.priceDecimals(), shownDecimals(segment)));
    }

    /// Decimals shown for prices of a segment.
    public static int shownDecimals(Segment segment) {
        return Math.min(segment.priceDecimals(), MOST_PRICE_DECIMALS);
    }

    /// A strike: without decimals unless it has some.
    public static String strike(long strike, Segment segment) {
        boolean whole = strike % FixedPoint.scale(segment.priceDecimals()) == 0;
        return fixed(strike, segment.priceDecimals(), whole ? 0 : shownDecimals(segment));
    }

    /// A whole number, grouped: quantities, volumes, counts.
    public static String units(long units) {
        return fixed(units, 0, 0);
    }

    /// Rupees with paise: {@code ₹12,34,567.00}.
    public static String rupees(long paise) {
        String digits = RUPEE + fixed(magnitude(paise), 2, 2);
        return paise < 0 ? MINUS + digits : digits;
    }

    /// A result in rupees, always signed unless it is zero: {@code +₹1,234.50}, {@code −₹0.05}.
    public static String signedRupees(long paise) {
        return signed(paise, RUPEE + fixed(magnitude(paise), 2, 2));
    }

    /// Percent with two decimals and its sign; unknown when not a number.
    public static String percent(double percent) {
        if (Double.isNaN(percent) || Double.isInfinite(percent)) {
            return UNKNOWN;
        }
        long hundredths = BigDecimal.valueOf(percent)
                .setScale(2, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValue();
        return signed(hundredths, fixed(magnitude(hundredths), 2, 2) + "%");
    }

    /// {@code 1.23 Cr}, {@code 4.56 L}, {@code 78.9 K}, {@code 950}.
    public static String compact(long units) {
        String digits = compactMagnitude(magnitude(units));
        return units < 0 ? MINUS + digits : digits;
    }

    /// {@code ₹1.23 Cr}, {@code −₹4.56 L}.
    public static String compactRupees(long paise) {
        String digits = RUPEE + compactMagnitude(roundedDivide(magnitude(paise), 100));
        return paise < 0 ? MINUS + digits : digits;
    }

    /// A decimal number with the given number of decimals, rounded half up.
    ///
    /// @throws ArithmeticException when it does not fit a long at that scale
    public static String decimal(BigDecimal number, int shown) {
        return fixed(
                number.setScale(shown, RoundingMode.HALF_UP).unscaledValue().longValueExact(), shown, shown);
    }

    /// A fixed-point number with {@code decimals} digits after the point, printed with {@code shown} of them.
    public static String fixed(long value, int decimals, int shown) {
        int kept = Math.min(decimals, shown);
        long rounded = roundedDivide(magnitude(value), FixedPoint.scale(decimals - kept));
        String digits = Long.toUnsignedString(rounded);
        StringBuilder text = new StringBuilder(digits.length() + 12);
        if (value < 0 && rounded != 0) {
            text.append(MINUS);
        }
        int whole = Math.max(0, digits.length() - kept);
        appendGrouped(text, digits, whole);
        if (shown > 0) {
            text.append('.')
                    .repeat('0', Math.max(0, kept - digits.length()))
                    .append(digits, whole, digits.length())
                    .repeat('0', shown - kept);
        }
        return text.toString();
    }

    private static void appendGrouped(StringBuilder text, String digits, int whole) {
        if (whole == 0) {
            text.append('0');
            return;
        }
        for (int i = 0; i < whole; i++) {
            int left = whole - i;
            if (i > 0 && left >= 3 && left % 2 == 1) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
    }

    private static String compactMagnitude(long units) {
        if (Long.compareUnsigned(units, THOUSAND) < 0) {
            return Long.toString(units);
        }
        // A number that rounds up to the next unit is shown in it: 99,999 is 1.00 L, not 100.0 K.
        if (Long.compareUnsigned(units, LAKH - THOUSAND / 20) < 0) {
            return fixed(roundedDivide(units, THOUSAND / 10), 1, 1) + " K";
        }
        if (Long.compareUnsigned(units, CRORE - LAKH / 200) < 0) {
            return fixed(roundedDivide(units, LAKH / 100), 2, 2) + " L";
        }
        return fixed(roundedDivide(units, CRORE / 100), 2, 2) + " Cr";
    }

    private static String signed(long value, String digits) {
        return value == 0 ? digits : (value < 0 ? MINUS : '+') + digits;
    }

    /// The magnitude as an unsigned number, so that Long.MIN_VALUE keeps its own.
    private static long magnitude(long value) {
        return value < 0 ? -value : value;
    }

    private static long roundedDivide(long unsigned, long divisor) {
        long quotient = Long.divideUnsigned(unsigned, divisor);
        long remainder = Long.remainderUnsigned(unsigned, divisor);
        return divisor > 1 && remainder >= divisor - remainder ? quotient + 1 : quotient;
    }
}
