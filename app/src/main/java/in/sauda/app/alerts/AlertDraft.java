package in.sauda.app.alerts;

import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertMeasure;
import in.sauda.core.alerts.AlertRelation;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertWords;
import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// An alert on the form, as typed.
///
/// @param id 0 for a new one
/// @param coolDown minutes
public record AlertDraft(
        long id,
        @Nullable Instrument instrument,
        AlertMeasure measure,
        AlertRelation relation,
        String value,
        AlertRepeat repeat,
        String coolDown,
        String note,
        boolean paused) {
    private static final String USUAL_COOL_DOWN = "10";
    private static final int MOST_MINUTES = 24 * 60;

    /// A new alert on an instrument's price.
    static AlertDraft fresh(@Nullable Instrument instrument, AlertRelation relation, String value) {
        return new AlertDraft(
                0, instrument, AlertMeasure.PRICE, relation, value, AlertRepeat.ONCE, USUAL_COOL_DOWN, "", false);
    }

    static AlertDraft of(AlertRule rule) {
        return new AlertDraft(
                rule.id(),
                rule.instrument(),
                rule.condition().measure(),
                rule.condition().relation(),
                AlertWords.typed(rule.condition()),
                rule.repeat(),
                rule.coolDownSeconds() == 0 ? USUAL_COOL_DOWN : AlertWords.plain(rule.coolDownSeconds() / 60.0),
                rule.note(),
                rule.paused());
    }

    /// The rule it makes.
    ///
    /// @throws IllegalArgumentException when something is wrong, with a sentence
    AlertRule rule() {
        AlertCondition condition = AlertCondition.of(measure, relation, value);
        int seconds = repeat == AlertRepeat.COOL_DOWN ? coolDownSeconds() : 0;
        return new AlertRule(id, instrument, condition, repeat, seconds, note.strip(), paused);
    }

    private int coolDownSeconds() {
        try {
            double minutes = Double.parseDouble(coolDown.strip());
            if (minutes * 60 >= 1 && minutes <= MOST_MINUTES) {
                return (int) Math.round(minutes * 60);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with the range.
        }
        throw new IllegalArgumentException(
                "The cool-down must be minutes from 0.1 to " + MOST_MINUTES + ", not '" + coolDown + "'.");
    }
}
