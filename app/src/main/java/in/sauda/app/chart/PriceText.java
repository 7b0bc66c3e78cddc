package in.sauda.app.chart;

/// Writes fixed-point prices and volumes the way India reads them: 12,34,567.05 and 1.23 Cr, 4.56 L, 78.9 K.
///
/// @param decimals decimals of the fixed-point price
final class PriceText {
    private static final int CURRENCY_DECIMALS = 7;
    private static final int SHOWN_CURRENCY_DECIMALS = 4;
    private static final String MINUS = "−";

    private final int shownDecimals;
    private final long unit;
    private final long scale;

    PriceText(int decimals) {
        shownDecimals = decimals == CURRENCY_DECIMALS ? SHOWN_CURRENCY_DECIMALS : decimals;
        unit = power(decimals - shownDecimals);
        scale = power(shownDecimals);
    }

    String price(double fixedPoint) {
        return price(Math.round(fixedPoint));
    }

    String price(long fixedPoint) {
        long rounded = Math.floorDiv(fixedPoint + unit / 2, unit);
        StringBuilder text = new StringBuilder(16);
        if (rounded < 0) {
            text.append(MINUS);
        }
        long magnitude = Math.abs(rounded);
        group(text, magnitude / scale);
        if (shownDecimals > 0) {
            text.append('.');
            String fraction = Long.toString(magnitude % scale);
            text.repeat('0', shownDecimals - fraction.length()).append(fraction);
        }
        return text.toString();
    }

    /// A difference, always with its sign.
    String signed(long fixedPoint) {
        return fixedPoint > 0 ? "+" + price(fixedPoint) : price(fixedPoint);
    }

    static String signedPercent(double percent) {
        long hundredths = Math.round(percent * 100);
        long magnitude = Math.abs(hundredths);
        String sign = hundredths > 0 ? "+" : hundredths < 0 ? MINUS : "";
        return sign + magnitude / 100 + "." + magnitude % 100 / 10 + magnitude % 10 + "%";
    }

    static String volume(long units) {
        if (units < 0) {
            return "–";
        }
        if (units >= 10_000_000L) {
            return shortened(units, 10_000_000L, " Cr");
        }
        if (units >= 100_000L) {
            return shortened(units, 100_000L, " L");
        }
        if (units >= 1_000L) {
            return shortened(units, 1_000L, " K");
        }
        return Long.toString(units);
    }

    private static String shortened(long units, long divisor, String suffix) {
        StringBuilder text = new StringBuilder(16);
        long hundredths = Math.round(units / (divisor / 100.0));
        group(text, hundredths / 100);
        long fraction = hundredths % 100;
        return text.append('.')
                .append(fraction / 10)
                .append(fraction % 10)
                .append(suffix)
                .toString();
    }

    private static void group(StringBuilder text, long whole) {
        String digits = Long.toString(whole);
        int length = digits.length();
        for (int i = 0; i < length; i++) {
            int remaining = length - i;
            if (i > 0 && (remaining == 3 || remaining > 3 && remaining % 2 == 1)) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
    }

    private static long power(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }
}
