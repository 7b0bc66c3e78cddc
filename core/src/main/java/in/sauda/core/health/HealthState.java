package in.sauda.core.health;

/// Outcome of a health rule, and of all together. Ordered: the later one is the worse.
public enum HealthState {
    /// Not judged now: the market is closed or nothing is watched.
    IDLE,
    OK,
    WARN,
    FAIL;

    HealthState worse(HealthState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
