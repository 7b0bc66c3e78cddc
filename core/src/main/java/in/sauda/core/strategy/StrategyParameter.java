package in.sauda.core.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// One typed parameter of a strategy: its range, what it usually is, and what it means.
///
/// Values travel as texts, so that they can be typed, stored and recorded alike; {@link #checked} is the only way in.
///
/// @param key as the command line and stored profiles know it
/// @param title for people
/// @param unit behind the value, may be empty
/// @param usual value of a new profile, in the form {@link #checked} gives
/// @param least smallest number; of no meaning for times and switches
/// @param most largest number
/// @param choices of a {@link Type#CHOICE}, with commas between them
/// @param meaning one sentence
public record StrategyParameter(
        String key,
        String title,
        Type type,
        String unit,
        String usual,
        double least,
        double most,
        String choices,
        String meaning) {
    /// What a value is.
    public enum Type {
        WHOLE,
        DECIMAL,
        /// Of the day in India, {@code 09:20}.
        TIME,
        SWITCH,
        /// A name such as {@code BANKNIFTY}, in capitals.
        NAME,
        /// One of a few words, in capitals.
        CHOICE
    }

    static StrategyParameter whole(
            String key, String title, String unit, long usual, long least, long most, String meaning) {
        return new StrategyParameter(key, title, Type.WHOLE, unit, Long.toString(usual), least, most, "", meaning);
    }

    static StrategyParameter decimal(
            String key, String title, String unit, double usual, double least, double most, String meaning) {
        return new StrategyParameter(key, title, Type.DECIMAL, unit, trimmed(usual), least, most, "", meaning);
    }

    static StrategyParameter time(String key, String title, String usual, String meaning) {
        return new StrategyParameter(key, title, Type.TIME, "", usual, 0, 0, "", meaning);
    }

    static StrategyParameter onOff(String key, String title, boolean usual, String meaning) {
        return new StrategyParameter(key, title, Type.SWITCH, "", Boolean.toString(usual), 0, 0, "", meaning);
    }

    static StrategyParameter text(String key, String title, String usual, String meaning) {
        return new StrategyParameter(key, title, Type.NAME, "", usual, 0, 0, "", meaning);
    }

    static StrategyParameter choice(String key, String title, String usual, String choices, String meaning) {
        return new StrategyParameter(key, title, Type.CHOICE, "", usual, 0, 0, choices, meaning);
    }

    /// The value in its one form.
    ///
    /// @throws IllegalArgumentException when it is none, with a sentence
    public String checked(String text) {
        return switch (type) {
            case WHOLE -> {
                double number = number(text);
                if (number != Math.rint(number)) {
                    throw new IllegalArgumentException(key + " must be a whole number, not '" + text + "'.");
                }
                yield Long.toString((long) number);
            }
            case DECIMAL -> trimmed(number(text));
            case TIME -> time(text).toString();
            case SWITCH -> Boolean.toString(yes(text));
            case NAME -> name(text);
            case CHOICE -> choice(text);
        };
    }

    private double number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with the range.
        }
        throw new IllegalArgumentException(
                key + " must be a number from " + trimmed(least) + " to " + trimmed(most) + ", not '" + text + "'.");
    }

    private LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(key + " must be a time like 09:20, not '" + text + "'.", notATime);
        }
    }

    private boolean yes(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw new IllegalArgumentException(key + " must be true or false, not '" + text + "'.");
        };
    }

    private String choice(String text) {
        String chosen = text.strip().toUpperCase(Locale.ROOT);
        if (!List.of(choices.split(", ")).contains(chosen)) {
            throw new IllegalArgumentException(key + " must be one of " + choices + ", not '" + text + "'.");
        }
        return chosen;
    }

    private String name(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (!name.matches("[A-Z0-9&_-]{1,40}")) {
            throw new IllegalArgumentException(key + " must be a name such as " + usual + ", not '" + text + "'.");
        }
        return name;
    }

    /// The range in words, empty where there is none.
    public String range() {
        return switch (type) {
            case WHOLE, DECIMAL -> trimmed(least) + " to " + trimmed(most);
            case TIME -> "00:00 to 23:59";
            case SWITCH -> "on or off";
            case NAME -> "";
            case CHOICE -> choices;
        };
    }

    /// A number without needless zeros or an exponent.
    public static String trimmed(double value) {
        BigDecimal exact =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.toPlainString();
    }
}
