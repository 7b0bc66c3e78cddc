package in.sauda.core.alerts;

import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// When an alert fires: a number, how it stands, and to what.
///
/// @param value in the measure's unit; of a time of the day, minutes since midnight in India
public record AlertCondition(AlertMeasure measure, AlertRelation relation, double value) {
    private static final double MOST = 1e12;

    /// @throws IllegalArgumentException when the value is none, with a sentence
    public AlertCondition {
        if (!Double.isFinite(value) || Math.abs(value) > MOST) {
            throw new IllegalArgumentException("An alert needs a number to compare with.");
        }
        boolean positive = measure == AlertMeasure.PRICE || measure == AlertMeasure.VOLUME;
        if (positive && value <= 0) {
            throw new IllegalArgumentException(measure.title() + " must be compared with a number above 0.");
        }
        if (measure == AlertMeasure.TIME) {
            // A time of the day has come or has not: nothing is above it.
            relation = AlertRelation.CROSSES_UP;
        }
    }

    /// The condition with a value as a person types it: a number with or without grouping, or a time like 15:10.
    ///
    /// @throws IllegalArgumentException when it is none, with a sentence
    public static AlertCondition of(AlertMeasure measure, AlertRelation relation, String typed) {
        String text = typed.strip();
        if (measure == AlertMeasure.TIME) {
            return new AlertCondition(measure, relation, minutes(text));
        }
        try {
            String bare =
                    text.replace(",", "").replace("₹", "").replace("%", "").replace('−', '-');
            return new AlertCondition(measure, relation, Double.parseDouble(bare.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + typed + "' is no number.", notANumber);
        }
    }

    private static double minutes(String text) {
        try {
            LocalTime time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
            return time.getHour() * 60.0 + time.getMinute();
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("'" + text + "' is no time of the day; type it as 15:10.", notATime);
        }
    }

    /// Reads {@code price >= 2500}, {@code rsi x> 70}, {@code time 15:10}.
    ///
    /// @throws IllegalArgumentException when it is none, with a sentence
    public static AlertCondition parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        AlertMeasure measure = AlertMeasure.named(words[0])
                .orElseThrow(() -> new IllegalArgumentException("'" + words[0] + "' cannot be watched; there are "
                        + Arrays.stream(AlertMeasure.values())
                                .map(AlertMeasure::id)
                                .collect(Collectors.joining(", "))
                        + "."));
        if (measure == AlertMeasure.TIME && words.length >= 2) {
            return of(measure, AlertRelation.CROSSES_UP, words[words.length - 1]);
        }
        if (words.length < 3) {
            throw new IllegalArgumentException("Type a condition such as \"price >= 2500\" or \"rsi x> 70\".");
        }
        return of(measure, relation(words[1]), words[2]);
    }

    private static AlertRelation relation(String sign) {
        String wanted = sign.equals(">") ? ">=" : sign.equals("<") ? "<=" : sign;
        return Arrays.stream(AlertRelation.values())
                .filter(relation -> relation.sign().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + sign
                        + "' compares nothing; there are >= <= x> (crosses up) x< (crosses down) x (crosses)."));
    }

    /// The number of a clock alert at a moment.
    static double minutesOfDay(long epochMillis) {
        return IndiaTime.millisOfDay(epochMillis) / 60_000.0;
    }

    /// As {@link #parse} reads it.
    public String text() {
        return measure == AlertMeasure.TIME
                ? measure.id() + " " + AlertWords.time(value)
                : measure.id() + " " + relation.sign() + " " + AlertWords.plain(value);
    }
}
