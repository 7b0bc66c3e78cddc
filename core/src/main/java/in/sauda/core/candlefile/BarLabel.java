package in.sauda.core.candlefile;

/// Which end of its minute a candle file stamps a candle with.
public enum BarLabel {
    START,
    END,
    /// Decided by looking: days that have a candle at the open are stamped with starts, days that have none there but
    /// one at the close are stamped with ends.
    AUTO
}
