package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.OffsetStamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Values as this broker spells them: numbers mostly as numbers, sometimes as text, null or absence for nothing.
public final class WireValues {
    private static final int MAX_DIGITS = 40;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /// As the documentation prints the times of trades.
    private static final DateTimeFormatter OLD_STAMP = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dd-MMM-uuuu HH:mm:ss")
            .toFormatter(Locale.ENGLISH);

    private WireValues() {}

    static String text(JsonNode row, String field) {
        JsonNode node = row.path(field);
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    /// The value under the first name that has one.
    static String first(JsonNode row, String... fields) {
        for (String field : fields) {
            String text = text(row, field);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    static String required(JsonNode row, String field) {
        String text = text(row, field);
        if (text.isEmpty()) {
            throw new UnreadableException(field + " is missing");
        }
        return text;
    }

    static boolean stated(JsonNode row, String field) {
        return !text(row, field).isEmpty();
    }

    /// @throws UnreadableException when the field is neither empty nor a number
    static BigDecimal decimal(JsonNode row, String field) {
        return decimalOf(row.path(field), field);
    }

    static BigDecimal decimalOf(JsonNode node, String name) {
        if (node.isNumber()) {
            return bounded(node.decimalValue(), name);
        }
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty() && (node.isTextual() || node.isNull() || node.isMissingNode())) {
            return BigDecimal.ZERO;
        }
        try {
            if (text.length() <= MAX_DIGITS) {
                return bounded(new BigDecimal(text), name);
            }
        } catch (NumberFormatException notANumber) {
            throw new UnreadableException(name + " is not a number", notANumber);
        }
        throw new UnreadableException(name + " is not a number");
    }

    /// A number like 1E999999999 would take all memory once it is written out.
    private static BigDecimal bounded(BigDecimal value, String name) {
        if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS || Math.abs(value.scale()) > MAX_DIGITS) {
            throw new UnreadableException(name + " is not a sensible number");
        }
        return value;
    }

    static long fixed(BigDecimal rupees, int decimals, String name) {
        try {
            return FixedPoint.fromRupees(rupees, decimals);
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableException(name + " is too large", tooLarge);
        }
    }

    /// Rupees on the wire to a fixed-point price.
    static long price(JsonNode row, String field, int decimals) {
        return fixed(decimal(row, field), decimals, field);
    }

    static long paise(JsonNode row, String field) {
        return price(row, field, 2);
    }

    static long paiseIfStated(JsonNode row, String field) {
        return stated(row, field) ? paise(row, field) : Paise.UNKNOWN;
    }

    /// A price, or -1 where the broker leaves it out.
    static long priceIfStated(JsonNode row, String field, int decimals) {
        return stated(row, field) ? price(row, field, decimals) : -1;
    }

    /// A number that is only looked at, so it may be as small as it likes.
    static double figure(JsonNode row, String field) {
        JsonNode node = row.path(field);
        if (!stated(row, field)) {
            return Double.NaN;
        }
        double value =
                node.isNumber() ? node.doubleValue() : decimal(row, field).doubleValue();
        if (!Double.isFinite(value)) {
            throw new UnreadableException(field + " is not a sensible number");
        }
        return value;
    }

    /// A whole number; {@code 75.0} is one, {@code 0.5} is not.
    static long whole(JsonNode row, String field) {
        try {
            return decimal(row, field).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new UnreadableException(field + " is not a whole number", fraction);
        }
    }

    /// The rows of a list; nothing in any spelling is an empty list.
    public static List<JsonNode> rows(JsonNode data) {
        if (data.isMissingNode() || data.isNull()) {
            return List.of();
        }
        if (!data.isArray()) {
            throw new UnreadableException("a list was expected");
        }
        List<JsonNode> rows = new ArrayList<>(data.size());
        data.forEach(rows::add);
        return rows;
    }

    /// A time of the order book, epoch milliseconds, 0 when there is none.
    static long stamp(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            DateTimeFormatter format = Character.isLetter(text.length() > 3 ? text.charAt(3) : ' ') ? OLD_STAMP : STAMP;
            return LocalDateTime.parse(text, format).toInstant(IndiaTime.OFFSET).toEpochMilli();
        } catch (DateTimeException notATime) {
            throw new UnreadableException(text + " is not a time", notATime);
        }
    }

    /// A time with its offset, epoch milliseconds.
    static long offsetStamp(String text) {
        try {
            return OffsetStamp.epochMillis(text);
        } catch (DateTimeException notATime) {
            throw new UnreadableException(text + " is not a time", notATime);
        }
    }
}
