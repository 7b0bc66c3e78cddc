package in.sauda.core.indicators;

/// A number that follows the bars of one instrument. Fed with closed bars, oldest first; constant time and no objects a
/// bar; one writer.
///
/// Undefined is NaN, never 0: an indicator that is not warm cannot be mistaken for one that is.
public interface Indicator {
    /// The value at the newest bar, NaN before {@link #warmUp()} bars.
    double value();

    /// Bars until the first value.
    int warmUp();

    /// Forgets every bar.
    void reset();

    /// True when the value is defined.
    default boolean warm() {
        return !Double.isNaN(value());
    }
}
