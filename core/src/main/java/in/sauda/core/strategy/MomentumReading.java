package in.sauda.core.strategy;

/// What the momentum rules see of one closed candle. Prices in rupees.
///
/// @param distancePercent distance of the close from the day's high (long) or low (short)
public record MomentumReading(double close, double vwap, double distancePercent, double relativeVolume) {
    private static final double CANDIDATE_DISTANCE_PERCENT = 1.0;
    private static final double CANDIDATE_VOLUME = 1.2;

    /// Where a symbol stands on the dashboard (rules 2.7).
    public enum Status {
        SIGNAL,
        CANDIDATE,
        MONITORING
    }

    /// Close above VWAP, near the day's high, with volume (rules 2.2). False while a value is undefined.
    public boolean fulfilsLong(MomentumProfile profile) {
        return close > vwap && nearWithVolume(profile);
    }

    /// The mirror image: close below VWAP, near the day's low, with volume.
    public boolean fulfilsShort(MomentumProfile profile) {
        return close < vwap && nearWithVolume(profile);
    }

    private boolean nearWithVolume(MomentumProfile profile) {
        return distancePercent <= profile.dayHighProximityPercent() && relativeVolume >= profile.volumeMultiplier();
    }

    /// The original's confidence, kept as a column; it is 1.0 already at the trigger level (rules E18).
    public double legacyConfidence() {
        return Math.min(1.0, relativeVolume / 4.0 + 0.5);
    }

    /// The confidence we show: half for firing at all, the rest for volume, nearness and distance from VWAP.
    public double confidence(MomentumProfile profile) {
        double volume = clamp(relativeVolume / profile.volumeMultiplier() - 1.0);
        double nearness = 1.0 - distancePercent / profile.dayHighProximityPercent();
        double lead = clamp(Math.abs(close / vwap - 1.0) / 0.005);
        return 0.5 + 0.5 * (0.5 * volume + 0.3 * nearness + 0.2 * lead);
    }

    /// Dashboard score, 0..100 (rules 2.7).
    public double score() {
        double trend = close > vwap ? 33.0 : 0.0;
        double nearness = 33.0 * Math.max(0.0, CANDIDATE_DISTANCE_PERCENT - distancePercent);
        double volume =
                relativeVolume >= 1.0 ? Math.min(34.0, (relativeVolume - 1.0) / (CANDIDATE_VOLUME - 1.0) * 34.0) : 0.0;
        return trend + nearness + volume;
    }

    public Status status(MomentumProfile profile) {
        if (fulfilsLong(profile)) {
            return Status.SIGNAL;
        }
        boolean candidate =
                close > vwap && distancePercent <= CANDIDATE_DISTANCE_PERCENT && relativeVolume >= CANDIDATE_VOLUME;
        return candidate ? Status.CANDIDATE : Status.MONITORING;
    }

    private static double clamp(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }
}
