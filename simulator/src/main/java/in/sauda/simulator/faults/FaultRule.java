package in.sauda.simulator.faults;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/// When a fault happens, how long and how often.
///
/// @param start the first time
/// @param every again and again after this long, counted from start to start
/// @param lasting how long it stays each time; without it until it is cleared, or, if {@code every} is given, to the
///     next start
/// @param count how many frames or requests it hits each time; 0 for any number
public record FaultRule(Fault fault, Start start, Optional<Duration> every, Optional<Duration> lasting, int count) {
    /// The first time a rule applies.
    public sealed interface Start {
        /// So long after the rule was given, by this computer's clock.
        record After(Duration delay) implements Start {}

        /// When the exchange's clock shows this time; at once when it is later already.
        record At(LocalTime time) implements Start {}
    }

    private static final Start NOW = new Start.After(Duration.ZERO);

    public FaultRule {
        if (count < 0) {
            throw new IllegalArgumentException("count must be 0 or more, not " + count);
        }
        if (every.isPresent() && !every.get().isPositive()) {
            throw new IllegalArgumentException("every must be above 0, not " + every.get());
        }
    }

    /// From now on until cleared.
    public static FaultRule now(Fault fault) {
        return new FaultRule(fault, NOW, Optional.empty(), Optional.empty(), 0);
    }

    /// The next frame or request only.
    public static FaultRule once(Fault fault) {
        return now(fault).times(1);
    }

    public FaultRule times(int hits) {
        return new FaultRule(fault, start, every, lasting, hits);
    }

    public FaultRule lasting(Duration time) {
        return new FaultRule(fault, start, every, Optional.of(time), count);
    }

    public FaultRule every(Duration time) {
        return new FaultRule(fault, start, Optional.of(time), lasting, count);
    }

    public FaultRule after(Duration delay) {
        return new FaultRule(fault, new Start.After(delay), every, lasting, count);
    }

    public FaultRule at(LocalTime time) {
        return new FaultRule(fault, new Start.At(time), every, lasting, count);
    }
}
