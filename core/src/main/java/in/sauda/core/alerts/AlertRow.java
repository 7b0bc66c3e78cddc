package in.sauda.core.alerts;

/// An alert as it stands; immutable.
///
/// @param reading the number it looks at as of now, NaN when it is not known
public record AlertRow(AlertRule rule, State state, double reading, int fired, long lastFiredMillis) {
    /// What an alert is doing.
    public enum State {
        /// Watches.
        ARMED,
        /// Watches, but its number is not known yet.
        WAITING,
        /// Fired and is quiet until its cool-down is over.
        COOLING,
        PAUSED,
        /// Was to fire once and did.
        DONE
    }
}
