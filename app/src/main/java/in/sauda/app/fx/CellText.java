package in.sauda.app.fx;

/// What one table cell shows: a text, its meaning, and since when it has been flashing.
///
/// @param flash which way the value moved, for the flash
/// @param flashNanos monotonic time of the change
public record CellText(String text, Tone tone, Flash flash, long flashNanos) {
    public static final CellText EMPTY = of("");

    /// Direction of a flash.
    public enum Flash {
        NONE,
        UP,
        DOWN
    }

    public static CellText of(String text) {
        return of(text, Tone.NEUTRAL);
    }

    public static CellText of(String text, Tone tone) {
        return new CellText(text, tone, Flash.NONE, 0);
    }
}
