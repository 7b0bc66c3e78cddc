package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Values as this broker spells them: numbers as numbers or strings, {@code "- 2235.80"} with a space,
/// thousands commas, null or an empty string for zero.
final class WireValues {
    private static final int MAX_DIGITS = 40;

    private WireValues() {}

    /// @throws UnreadableException when the field is neither empty nor a number
    static BigDecimal decimal(JsonNode row, String field) {
        return decimalOf(row.path(field), field);
    }

    static BigDecimal decimalOf(JsonNode node, String name) {
        if (node.isNumber()) {
            return bounded(node.decimalValue(), name);
        }
        if (node.isMissingNode() || node.isNull()) {
            return BigDecimal.ZERO;
        }
        String text = node.isTextual() ? node.textValue().replace(" ", "").replace(",", "") : "?";
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (text.length() > MAX_DIGITS) {
            throw new UnreadableException(name + " is not a number");
        }
        try {
            return bounded(new BigDecimal(text), name);
        } catch (NumberFormatException notANumber) {
            throw new UnreadableException(name + " is not a number", notANumber);
        }
    }

    /// A number like 1E999999999 would take all memory once it is written out.
    private static BigDecimal bounded(BigDecimal value, String name) {
        if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS || Math.abs(value.scale()) > MAX_DIGITS) {
            throw new UnreadableException(name + " is not a sensible number");
        }
        return value;
    }

    /// Rupees on the wire to a fixed-point price.
    static long price(JsonNode row, String field, int decimals) {
        return fixed(decimal(row, field), decimals, field);
    }

    static long fixed(BigDecimal rupees, int decimals, String name) {
        try {
            return FixedPoint.fromRupees(rupees, decimals);
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableException(name + " is too large", tooLarge);
        }
    }

    static long paise(JsonNode row, String field) {
        return price(row, field, 2);
    }

    /// Rupees to paise, or {@link Paise#UNKNOWN} where the broker leaves the amount out.
    static long paiseIfStated(JsonNode row, String field) {
        return stated(row, field) ? paise(row, field) : Paise.UNKNOWN;
    }

    /// A price, or -1 where the broker leaves it out.
    static long priceIfStated(JsonNode row, String field, int decimals) {
        return stated(row, field) ? price(row, field, decimals) : -1;
    }

    /// A floating-point figure, or NaN where the broker leaves it out.
    static double figure(JsonNode row, String field) {
        return stated(row, field) ? decimal(row, field).doubleValue() : Double.NaN;
    }

    /// The value under the first key that has one.
    static String first(JsonNode row, String... fields) {
        for (String field : fields) {
            if (stated(row, field)) {
                return text(row, field);
            }
        }
        return "";
    }

    /// The value under either of the two spellings this broker uses.
    static String either(JsonNode row, String one, String other) {
        return stated(row, one) ? text(row, one) : text(row, other);
    }

    static boolean stated(JsonNode row, String field) {
        return !text(row, field).isEmpty();
    }

    /// A whole number; {@code "75.00"} is one, {@code "0.5"} is not.
    static long whole(JsonNode row, String field) {
        return wholeOf(row.path(field), field);
    }

    static long wholeOf(JsonNode node, String name) {
        try {
            return decimalOf(node, name).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new UnreadableException(name + " is not a whole number", fraction);
        }
    }

    static String text(JsonNode row, String field) {
        JsonNode node = row.path(field);
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }

    /// The rows of a list; "nothing" in any spelling is an empty list.
    static List<JsonNode> rows(JsonNode data) {
        if (data.isMissingNode()
                || data.isNull()
                || (data.isTextual() && data.textValue().isBlank())) {
            return List.of();
        }
        if (!data.isArray()) {
            throw new UnreadableException("a list was expected");
        }
        List<JsonNode> rows = new ArrayList<>(data.size());
        data.forEach(rows::add);
        return rows;
    }
}
