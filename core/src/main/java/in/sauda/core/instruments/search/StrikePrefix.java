package in.sauda.core.instruments.search;

import org.jspecify.annotations.Nullable;

/// A strike as far as it is typed: {@code 25} stands for 25, 250…259, 2500…2599, 25000….
///
/// @param whole digits before the point
/// @param fraction digits after the point, null where no point was typed
record StrikePrefix(long whole, @Nullable String fraction) {
    /// Longest number that can still be a strike.
    private static final int MAX_DIGITS = 9;

    /// Returns null for text that cannot be a strike.
    static @Nullable StrikePrefix parse(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.isEmpty() || whole.length() > MAX_DIGITS || whole.startsWith("0")) {
            return null;
        }
        return new StrikePrefix(Long.parseLong(whole), point < 0 ? null : text.substring(point + 1));
    }

    boolean matches(long strike, long scale) {
        long rupees = strike / scale;
        if (fraction != null) {
            return rupees == whole && fractionMatches(fraction, strike % scale, scale);
        }
        while (rupees > whole) {
            rupees /= 10;
        }
        return rupees == whole;
    }

    boolean equalTo(long strike, long scale) {
        return strike / scale == whole && (fraction == null ? strike % scale == 0 : matches(strike, scale));
    }

    private static boolean fractionMatches(String fraction, long rest, long scale) {
        long digit = scale;
        for (int i = 0; i < fraction.length(); i++) {
            digit /= 10;
            long expected = digit == 0 ? 0 : rest / digit % 10;
            if (fraction.charAt(i) - '0' != expected) {
                return false;
            }
        }
        return true;
    }
}
