package in.sauda.core.strategy;

import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Thresholds of the momentum strategy (rules 2.1, 2.2). A locked profile is never edited, only copied.
///
/// @param volumeWindow bars in the volume mean
/// @param dayHighProximityPercent farthest distance from the day's high
/// @param volumeMultiplier least relative volume
/// @param minimumCandles candles needed before anything is judged, across days
/// @param noSignalBefore earliest candle end in India time
/// @param lastSignal latest candle end in India time
/// @param repeatMillis the same symbol may signal again after this long, or after it left the band
/// @param shortSide also raise the mirrored {@code MOMENTUM_SHORT}
/// @param regimeGuard whether the kind of market is asked before a signal
public record MomentumProfile(
        String name,
        int volumeWindow,
        double dayHighProximityPercent,
        double volumeMultiplier,
        int minimumCandles,
        LocalTime noSignalBefore,
        LocalTime lastSignal,
        long repeatMillis,
        boolean shortSide,
        RegimeGuard.Mode regimeGuard) {
    /// What runs live: the thresholds of note 002 with our repeat rule and hours.
    public static MomentumProfile standard() {
        return new MomentumProfile(
                "momentum",
                20,
                0.5,
                2.0,
                20,
                LocalTime.of(9, 20),
                LocalTime.of(15, 10),
                300_000L,
                false,
                RegimeGuard.Mode.SHADOW);
    }

    /// The bare rule of note 002 on every closed candle: no repeat rule, no hours. Locked.
    public static MomentumProfile note002() {
        return new MomentumProfile(
                "momentum-v0", 20, 0.5, 2.0, 20, LocalTime.MIN, LocalTime.MAX, 0, false, RegimeGuard.Mode.OFF);
    }

    /// The dashboard's relaxed thresholds.
    public static MomentumProfile relaxed() {
        return new MomentumProfile(
                "momentum-relaxed",
                20,
                1.0,
                1.2,
                20,
                LocalTime.of(9, 20),
                LocalTime.of(15, 10),
                300_000L,
                false,
                RegimeGuard.Mode.OFF);
    }

    /// What a signal counts in that kind of market: only a guard that is enforced changes it.
    double weight(RegimeGuard.@Nullable Reading market) {
        return market == null || regimeGuard != RegimeGuard.Mode.ENFORCE ? 1 : market.factor();
    }

    /// True when a candle that closed then may raise a signal, by the hours.
    boolean open(long closedMillis) {
        LocalTime time = IndiaTime.time(closedMillis);
        return !time.isBefore(noSignalBefore) && !time.isAfter(lastSignal);
    }
}
