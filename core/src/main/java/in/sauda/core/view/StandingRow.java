package in.sauda.core.view;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.MomentumReading;

/// Where a symbol stood when its last minute closed, by the usual momentum thresholds (rules 2.7). Immutable.
///
/// @param candleMillis start of that minute
/// @param close fixed-point
/// @param dayHigh fixed-point
/// @param reading VWAP, distance from the day's high and relative volume
/// @param status by the strict rule, the relaxed one, or neither
/// @param warm false while the instrument's history is on its way
public record StandingRow(
        int index,
        Instrument instrument,
        long candleMillis,
        long close,
        long dayHigh,
        MomentumReading reading,
        MomentumReading.Status status,
        boolean warm) {}
