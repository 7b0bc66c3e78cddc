package in.sauda.core.alerts;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Conditions and readings in words.
public final class AlertWords {
    private AlertWords() {}

    /// {@code Price at or above ₹2,500.00}.
    public static String condition(AlertCondition condition, @Nullable Instrument instrument) {
        if (condition.measure() == AlertMeasure.TIME) {
            return "At " + time(condition.value());
        }
        return condition.measure().title() + " " + condition.relation().title() + " "
                + value(condition.measure(), condition.value(), instrument);
    }

    /// A number of a measure with its unit; a dash where it is not known.
    public static String value(AlertMeasure measure, double value, @Nullable Instrument instrument) {
        if (Double.isNaN(value)) {
            return IndianNumbers.UNKNOWN;
        }
        return switch (measure) {
            case PRICE -> price(value, instrument);
            case VOLUME -> IndianNumbers.units(Math.round(value));
            case CHANGE, VWAP_GAP, HIGH_DISTANCE, EMA_GAP, SUPERTREND -> signed(value) + " %";
            case RELATIVE_VOLUME -> rounded(value) + " ×";
            case RSI, ADX, MACD -> signed(value);
            case TIME -> time(value);
        };
    }

    private static String price(double rupees, @Nullable Instrument instrument) {
        if (instrument == null) {
            return "₹" + rounded(rupees);
        }
        long fixed = FixedPoint.fromRupees(rupees, instrument.priceDecimals());
        String text = IndianNumbers.price(fixed, instrument.segment());
        return instrument.index() ? text : "₹" + text;
    }

    private static String rounded(double value) {
        return IndianNumbers.decimal(BigDecimal.valueOf(value), 2);
    }

    private static String signed(double value) {
        return value < 0 ? IndianNumbers.MINUS + rounded(-value) : rounded(value);
    }

    /// A time of the day from its minutes.
    static String time(double minutes) {
        int whole = (int) Math.floor(minutes);
        return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
    }

    /// Without grouping or needless zeros.
    public static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// What a user types into the value's field.
    public static String typed(AlertCondition condition) {
        return condition.measure() == AlertMeasure.TIME ? time(condition.value()) : plain(condition.value());
    }
}
