package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.core.broker.OrderDesk.KillSwitch;
import in.sauda.core.broker.OrderDesk.OrderStep;
import in.sauda.core.broker.OrderDesk.Outcome;
import in.sauda.core.broker.OrderDesk.Refusal;
import in.sauda.core.domain.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Replies about many orders at once, where some may have gone well and others not (protocol 2.7), the states of
/// one order (2.8), and the switch against trading (2.5).
public final class DeskMapping {
    private DeskMapping() {}

    /// What became of one order of a list.
    ///
    /// @param orderId empty where it was refused
    /// @param code the broker's code of the refusal
    public record Placed(String orderId, String code, String reason) {}

    /// The outcomes by correlation id. A list that was taken whole comes as its rows, one that was taken in part as
    /// the whole reply.
    ///
    /// @throws UnreadableException when there is no such list
    public static Map<String, Placed> placed(JsonNode reply) {
        Map<String, Placed> outcomes = new HashMap<>();
        for (JsonNode row : WireValues.rows(reply.isObject() ? reply.path("data") : reply)) {
            outcomes.put(
                    WireValues.required(row, "correlation_id"),
                    new Placed(WireValues.required(row, "order_id"), "", ""));
        }
        for (JsonNode error : errors(reply)) {
            outcomes.put(
                    WireValues.required(error, "correlation_id"),
                    new Placed("", WireValues.first(error, "error_code", "errorCode"), words(error)));
        }
        return outcomes;
    }

    private static List<JsonNode> errors(JsonNode reply) {
        return reply.isObject() ? WireValues.rows(reply.path("errors")) : List.of();
    }

    private static String words(JsonNode error) {
        return WireValues.text(error, "message");
    }

    /// What became of a request to cancel or to close everything.
    ///
    /// @throws UnreadableException when the reply makes no sense
    public static Outcome outcome(JsonNode reply, KeyBook keys) {
        JsonNode ids =
                reply.path("data").has("order_ids") ? reply.path("data").path("order_ids") : reply.path("order_ids");
        List<String> done = new ArrayList<>();
        WireValues.rows(ids).forEach(id -> done.add(id.asText()));
        List<Refusal> refusals = errors(reply).stream()
                .map(error -> new Refusal(
                        WireValues.text(error, "order_id"),
                        keys.key(WireValues.text(error, "instrument_key")),
                        WireValues.first(error, "error_code", "errorCode"),
                        words(error)))
                .toList();
        return new Outcome(done, refusals);
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<OrderStep> history(JsonNode data) {
        return WireValues.rows(data).stream().map(DeskMapping::step).toList();
    }

    private static OrderStep step(JsonNode row) {
        int decimals = WireKeys.segmentOf(WireValues.text(row, "instrument_token"))
                .orElse(Segment.NSE)
                .priceDecimals();
        return new OrderStep(
                WireValues.stamp(WireValues.first(row, "exchange_timestamp", "order_timestamp")),
                WireValues.required(row, "status"),
                WireValues.whole(row, "quantity"),
                WireValues.whole(row, "filled_quantity"),
                WireValues.price(row, "price", decimals),
                WireValues.price(row, "average_price", decimals),
                WireValues.first(row, "status_message", "status_message_raw"));
    }

    /// Segments the terminal does not know are left out.
    ///
    /// @throws UnreadableException when there is no list
    public static List<KillSwitch> switches(JsonNode data) {
        List<KillSwitch> switches = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data)) {
            Optional<Segment> segment = WireKeys.segment(WireValues.text(row, "segment"));
            boolean active = WireValues.text(row, "segment_status").equals("ACTIVE");
            segment.ifPresent(known -> switches.add(new KillSwitch(
                    known, active, row.path("kill_switch_enabled").asBoolean(false))));
        }
        return switches;
    }

    /// @param stopped by the broker's name of the segment
    public static ArrayNode turn(Map<String, Boolean> stopped) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        stopped.forEach(
                (segment, stop) -> body.addObject().put("segment", segment).put("action", stop ? "ENABLE" : "DISABLE"));
        return body;
    }
}
