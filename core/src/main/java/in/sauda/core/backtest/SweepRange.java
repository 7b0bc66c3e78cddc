package in.sauda.core.backtest;

import in.sauda.core.strategy.StrategyParameter;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values a sweep tries for one parameter: {@code 1.5..3:0.5}, times {@code 09:15..09:45:15} with a step in
/// minutes, or a list {@code 1,2,5} or {@code true,false}.
///
/// @param key as {@link BacktestParameters#set} takes it
/// @param values in the order given
public record SweepRange(String key, List<String> values) {
    private static final int MOST_VALUES = 1_000;
    private static final Pattern NUMBERS = Pattern.compile("(-?[0-9.]+)\\.\\.(-?[0-9.]+):([0-9.]+)");
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,2}:[0-9]{2})\\.\\.([0-9]{1,2}:[0-9]{2}):([0-9]+)");

    public SweepRange {
        values = List.copyOf(values);
    }

    /// True when a typed value means several.
    public static boolean several(String text) {
        return text.contains("..") || text.contains(",");
    }

    /// Reads {@code name=values}.
    ///
    /// @throws IllegalArgumentException with a sentence when it is none
    public static SweepRange parse(String text) {
        int sign = text.indexOf('=');
        if (sign <= 0) {
            throw new IllegalArgumentException(
                    "A sweep is written name=from..to:step or name=one,two,three, not '" + text + "'.");
        }
        String key = text.substring(0, sign).strip();
        return new SweepRange(key, values(key, text.substring(sign + 1).strip()));
    }

    private static List<String> values(String key, String text) {
        Matcher times = TIMES.matcher(text);
        if (times.matches()) {
            return times(key, times);
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return numbers(key, numbers);
        }
        List<String> list = List.of(text.split("\\s*,\\s*", -1));
        if (text.contains("..") || list.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("The values of " + key
                    + " are written from..to:step, such as 1.5..3:0.5 or 09:15..09:45:15, or one,two,three; not '"
                    + text
                    + "'.");
        }
        return list;
    }

    private static List<String> numbers(String key, Matcher range) {
        BigDecimal from = number(key, range.group(1));
        BigDecimal to = number(key, range.group(2));
        BigDecimal step = number(key, range.group(3));
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            throw new IllegalArgumentException(
                    "The values of " + key + " go up from the first to the last in steps above 0.");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            add(key, values, StrategyParameter.trimmed(value.doubleValue()));
        }
        return values;
    }

    private static List<String> times(String key, Matcher range) {
        try {
            LocalTime from = LocalTime.parse(range.group(1));
            LocalTime to = LocalTime.parse(range.group(2));
            int step = Integer.parseInt(range.group(3));
            int minutes = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
            if (step <= 0 || minutes < 0) {
                throw new IllegalArgumentException(
                        "The values of " + key + " go up from the first to the last in steps above 0.");
            }
            List<String> values = new ArrayList<>();
            for (int minute = 0; minute <= minutes; minute += step) {
                add(key, values, from.plusMinutes(minute).toString());
            }
            return values;
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(key + " must be times like 09:15..09:45:15.", noTime);
        }
    }

    private static void add(String key, List<String> values, String value) {
        if (values.size() == MOST_VALUES) {
            throw new IllegalArgumentException(key + " would take more than " + MOST_VALUES + " values.");
        }
        values.add(value);
    }

    private static BigDecimal number(String key, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(key + " must be numbers, not '" + text + "'.", none);
        }
    }
}
