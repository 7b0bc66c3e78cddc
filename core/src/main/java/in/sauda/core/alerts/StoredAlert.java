package in.sauda.core.alerts;

/// An alert with what became of it, as the database keeps it.
///
/// @param fired how often
/// @param lastFiredMillis market time, 0 for never
/// @param done it was to fire once and did
public record StoredAlert(AlertRule rule, int fired, long lastFiredMillis, boolean done) {}
