package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.TriggerOrders.Request;
import in.sauda.core.broker.TriggerOrders.Rule;
import in.sauda.core.broker.TriggerOrders.State;
import in.sauda.core.domain.InstrumentKey;
import java.util.List;
import java.util.Locale;

/// Trigger orders of one leg (protocol 2.10). Times are microseconds here.
public final class TriggerMapping {
    private static final long MICROS_PER_MILLI = 1_000;
    /// Automatic protection: the broker takes no plain market order.
    private static final int PROTECTED = -1;

    private TriggerMapping() {}

    /// @param key the broker's key of the instrument
    /// @param above true when the trigger is above the last price
    public static ObjectNode create(Request request, String key, boolean above) {
        ObjectNode body = terms(request, above);
        return body.put("product", OrderRequests.product(request.product()))
                .put("instrument_token", key)
                .put("transaction_type", request.side().name());
    }

    public static ObjectNode modify(String id, Request terms, boolean above) {
        return terms(terms, above).put("gtt_order_id", id);
    }

    public static ObjectNode cancel(String id) {
        return JsonNodeFactory.instance.objectNode().put("gtt_order_id", id);
    }

    private static ObjectNode terms(Request request, boolean above) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("type", "SINGLE").put("quantity", request.quantity());
        body.putArray("rules")
                .addObject()
                .put("strategy", "ENTRY")
                .put("trigger_type", above ? "ABOVE" : "BELOW")
                .put("trigger_price", request.instrument().rupees(request.triggerPrice()))
                .put("market_protection", PROTECTED);
        return body;
    }

    /// @throws UnreadableException when the reply names no order
    public static String id(JsonNode data) {
        String id = data.path("gtt_order_ids").path(0).asText("");
        if (id.isEmpty()) {
            throw new UnreadableException("the trigger order has no id");
        }
        return id;
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<Rule> rules(JsonNode data, KeyBook keys) {
        List<JsonNode> rows = data.isObject() ? List.of(data) : WireValues.rows(data);
        return rows.stream().map(row -> rule(row, keys)).toList();
    }

    private static Rule rule(JsonNode row, KeyBook keys) {
        String wire = WireValues.text(row, "instrument_token");
        InstrumentKey key = keys.key(wire).orElseThrow(() -> new UnreadableException("unknown instrument " + wire));
        JsonNode entry = row.path("rules").path(0);
        String status = WireValues.text(entry, "status");
        long created = WireValues.whole(row, "created_at") / MICROS_PER_MILLI;
        return new Rule(
                WireValues.required(row, "gtt_order_id"),
                state(status),
                status,
                key,
                WireValues.first(row, "trading_symbol", "tradingsymbol"),
                OrderMapping.side(entry),
                OrderMapping.product(WireValues.required(row, "product"), key.segment()),
                WireValues.whole(row, "quantity"),
                0,
                0,
                WireValues.price(entry, "trigger_price", key.segment().priceDecimals()),
                created,
                created,
                WireValues.whole(row, "expires_at") / MICROS_PER_MILLI);
    }

    private static State state(String status) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "PENDING" -> State.NEW;
            case "SCHEDULED" -> State.ACTIVE;
            case "TRIGGERED", "OPEN", "COMPLETED" -> State.SENT;
            case "CANCELLED" -> State.CANCELLED;
            default -> State.OTHER;
        };
    }
}
