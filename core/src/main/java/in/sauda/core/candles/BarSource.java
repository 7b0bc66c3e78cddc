package in.sauda.core.candles;

/// Where a bar comes from.
public enum BarSource {
    /// We made it from ticks.
    TICKS("ticks"),
    /// The broker's history.
    HISTORY("history"),
    /// A hole of ours, missing or incomplete, that history filled; of a wider bar, some of its minutes.
    PATCHED("patched");

    private final String words;

    BarSource(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// @param flags of {@link Candle}
    public static BarSource of(int flags) {
        if ((flags & Candle.PATCHED) != 0) {
            return PATCHED;
        }
        return (flags & Candle.HISTORY) != 0 ? HISTORY : TICKS;
    }

    /// Everything that is known of a bar's origin, for people: {@code ticks, revised, final}.
    public static String describe(int flags) {
        return of(flags).words
                + ((flags & Candle.PARTIAL) != 0 ? ", incomplete" : "")
                + ((flags & Candle.REVISED) != 0 ? ", revised" : "")
                + ((flags & Candle.SPIKE) != 0 ? ", spike" : "")
                + ((flags & Candle.FINAL) != 0 ? ", final" : "");
    }
}
