package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.support.BookRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Frames of the order-update socket.
public final class OrderUpdateMapping {
    private static final String GREETING = "AB00";
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    /// The order book's words for the socket's codes (protocol 5.3).
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("AB01", "open"),
            Map.entry("AB02", "cancelled"),
            Map.entry("AB03", "rejected"),
            Map.entry("AB04", "modified"),
            Map.entry("AB05", "complete"),
            Map.entry("AB06", "after market order req received"),
            Map.entry("AB07", "cancelled after market order"),
            Map.entry("AB08", "modify after market order req received"),
            Map.entry("AB09", "open pending"),
            Map.entry("AB10", "trigger pending"),
            Map.entry("AB11", "modify pending"));

    private OrderUpdateMapping() {}

    /// @param statusCode {@code 200}, or why the connection is turned away
    /// @param greeting true for the first frame, which carries no order
    /// @param row null when the frame carries no order that is understood
    public record Update(
            String statusCode,
            boolean greeting,
            String message,
            @Nullable BookRow row) {}

    /// Reads a frame. A code that is not known makes no order: whoever reads it looks into the order book.
    ///
    /// @throws UnreadableException when it is not a frame, or its order makes no sense
    public static Update read(String frame) {
        JsonNode json = parse(frame);
        String code = WireValues.either(json, "order-status", "orderStatus");
        String state = STATES.get(code);
        BookRow row = null;
        if (state != null && json.path("orderData") instanceof ObjectNode order) {
            row = OrderBookMapping.order(order.put("orderstatus", state));
        }
        return new Update(
                WireValues.text(json, "status-code"),
                code.equals(GREETING),
                WireValues.text(json, "error-message"),
                row);
    }

    private static JsonNode parse(String frame) {
        try {
            JsonNode json = JSON.readValue(frame);
            if (json != null && json.isObject()) {
                return json;
            }
            throw new UnreadableException("an order update is not an object");
        } catch (JsonProcessingException notJson) {
            throw new UnreadableException("an order update is not JSON", notJson);
        }
    }
}
