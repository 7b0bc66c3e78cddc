package in.sauda.core.signals;

import in.sauda.core.instruments.Instrument;

/// What a strategy saw on one closed candle.
///
/// @param id unique and increasing within the database
/// @param strategy profile name, e.g. {@code momentum}
/// @param type e.g. {@code MOMENTUM_LONG}
/// @param candleMillis start of the candle that fired
/// @param raisedMillis market time at which the signal was raised
/// @param confidence shown confidence, 0..1
/// @param legacyConfidence confidence by the formula of note 002
/// @param price close of the candle, fixed-point
/// @param volume volume of the candle
/// @param vwap rupees
/// @param dayHigh fixed-point
/// @param dayHighDistancePercent distance of the close from the day's high
/// @param relativeVolume volume over its 20-bar mean
/// @param entryHint e.g. {@code Above 1,234.50}
/// @param stopHint e.g. {@code Below 1,228.10}
/// @param stopPrice fixed-point, 0 when there is none
/// @param reason three parts with numbers
public record Signal(
        long id,
        String strategy,
        String type,
        int instrumentIndex,
        Instrument instrument,
        long candleMillis,
        long raisedMillis,
        double confidence,
        double legacyConfidence,
        long price,
        long volume,
        double vwap,
        long dayHigh,
        double dayHighDistancePercent,
        double relativeVolume,
        String entryHint,
        String stopHint,
        long stopPrice,
        String reason) {
    /// The same signal under another number.
    public Signal numbered(long number) {
        return new Signal(
                number,
                strategy,
                type,
                instrumentIndex,
                instrument,
                candleMillis,
                raisedMillis,
                confidence,
                legacyConfidence,
                price,
                volume,
                vwap,
                dayHigh,
                dayHighDistancePercent,
                relativeVolume,
                entryHint,
                stopHint,
                stopPrice,
                reason);
    }
}
