package in.sauda.app.watchlist;

/// Says how old a price is in at most four characters.
public final class Ages {
    private static final long NANOS_PER_TENTH = 100_000_000L;

    private Ages() {}

    /// {@code 0.3s}, {@code 12s}, {@code 5m}, {@code 2h}.
    public static String text(long nanos) {
        long tenths = nanos / NANOS_PER_TENTH;
        if (tenths < 100) {
            return tenths / 10 + "." + tenths % 10 + "s";
        }
        long seconds = tenths / 10;
        if (seconds < 100) {
            return seconds + "s";
        }
        return seconds < 6_000 ? seconds / 60 + "m" : seconds / 3_600 + "h";
    }
}
