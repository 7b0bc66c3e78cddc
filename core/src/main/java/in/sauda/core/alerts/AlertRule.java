package in.sauda.core.alerts;

import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// One alert as the user made it.
///
/// @param id unique in the database; 0 for one that is new
/// @param instrument null for a time of the day that concerns none
/// @param coolDownSeconds of {@link AlertRepeat#COOL_DOWN}
/// @param note what the user wants to be told, may be empty
/// @param paused kept, but not judged
public record AlertRule(
        long id,
        @Nullable Instrument instrument,
        AlertCondition condition,
        AlertRepeat repeat,
        int coolDownSeconds,
        String note,
        boolean paused) {
    /// @throws IllegalArgumentException when it makes no sense, with a sentence
    public AlertRule {
        if (instrument == null && condition.measure() != AlertMeasure.TIME) {
            throw new IllegalArgumentException(
                    "An alert on " + condition.measure().title() + " needs an instrument.");
        }
        if (repeat == AlertRepeat.COOL_DOWN && coolDownSeconds < 1) {
            throw new IllegalArgumentException("A cool-down takes at least a second.");
        }
    }

    public AlertRule withId(long wanted) {
        return new AlertRule(wanted, instrument, condition, repeat, coolDownSeconds, note, paused);
    }

    public AlertRule withPaused(boolean wanted) {
        return new AlertRule(id, instrument, condition, repeat, coolDownSeconds, note, wanted);
    }

    /// What it watches, for people.
    public String subject() {
        return instrument == null ? "Clock" : instrument.symbol();
    }
}
