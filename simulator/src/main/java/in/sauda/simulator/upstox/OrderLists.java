package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderSpec;
import in.sauda.simulator.exchange.Position;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Many orders in one call: placing a list, cancelling all, leaving all positions (protocol 2.7).
final class OrderLists {
    private static final int MOST_ORDERS = 25;
    private static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_ID = 20;
    private static final Set<String> SEGMENTS =
            Set.of("NSE_EQ", "BSE_EQ", "NSE_FO", "BSE_FO", "MCX_FO", "NCD_FO", "BCD_FO", "NSE_COM");

    private final Market market;
    private final Exchange exchange;
    private final WireKeys keys;
    private final OrderEndpoints orders;

    OrderLists(Market market, Exchange exchange, WireKeys keys, OrderEndpoints orders) {
        this.market = market;
        this.exchange = exchange;
        this.keys = keys;
        this.orders = orders;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", "/v2/order/multi/place", Endpoint.LISTS, this::place),
                new Endpoint("DELETE", "/v2/order/multi/cancel", Endpoint.LISTS, this::cancel),
                new Endpoint("POST", "/v2/order/positions/exit", Endpoint.LISTS, this::exit));
    }

    /// One order of a list, read but not yet placed.
    private record Wanted(String id, List<OrderSpec> slices) {
        private boolean buys() {
            return slices.getFirst().side() == Side.BUY;
        }
    }

    /// The whole list is refused when any of it cannot be read; buys go first.
    private JsonNode place(Endpoint.Call call) throws ApiError {
        if (!call.body().isArray() || call.body().isEmpty()) {
            throw ApiError.bad("UDAPI1114", "The list of orders is empty");
        }
        ArrayNode errors = Json.array();
        List<Wanted> wanted = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode body : call.body()) {
            String id = body.path("correlation_id").asText("");
            try {
                wanted.add(new Wanted(checked(id, ids), orders.slices(body)));
            } catch (ApiError refused) {
                errors.add(error(refused).put("correlation_id", id));
            }
        }
        int slices = wanted.stream().mapToInt(order -> order.slices().size()).sum();
        if (slices > MOST_ORDERS) {
            throw ApiError.bad("UDAPI1118", "More than 25 orders");
        }
        if (!errors.isEmpty()) {
            return envelope("error", null, errors, call.body().size(), 0, errors.size());
        }
        ArrayNode data = Json.array();
        wanted.stream().sorted(Comparator.comparing(order -> !order.buys())).forEach(order -> placed(order, data));
        return envelope("success", data, errors, data.size(), data.size(), 0);
    }

    private static String checked(String id, Set<String> ids) throws ApiError {
        if (id.isEmpty()) {
            throw ApiError.bad("UDAPI1115", "The correlation_id is required");
        }
        if (id.length() > LONGEST_ID) {
            throw ApiError.bad("UDAPI1116", "The correlation_id is longer than 20 characters");
        }
        if (!ids.add(id)) {
            throw ApiError.bad("UDAPI1117", "The correlation_id is used twice");
        }
        return id;
    }

    private void placed(Wanted wanted, ArrayNode data) {
        int number = 0;
        for (OrderSpec slice : wanted.slices()) {
            number++;
            String id = wanted.slices().size() == 1 ? wanted.id() : wanted.id() + "_" + number;
            data.add(Json.object()
                    .put("correlation_id", id)
                    .put("order_id", exchange.place(slice).id()));
        }
    }

    private JsonNode cancel(Endpoint.Call call) throws ApiError {
        String segment = segment(call);
        List<ExchangeOrder> open = market.locked(() -> exchange.orders().stream()
                .filter(order -> order.state().working())
                .filter(order -> matches(order, segment, call.query("tag")))
                .toList());
        if (open.isEmpty()) {
            throw ApiError.bad("UDAPI1109", "There are no open orders");
        }
        if (open.size() > MOST_AT_ONCE) {
            throw ApiError.bad("UDAPI1110", "More than 50 open orders");
        }
        List<String> done = new ArrayList<>();
        ArrayNode errors = Json.array();
        for (ExchangeOrder order : open) {
            exchange.cancel(order)
                    .ifPresentOrElse(
                            reason -> errors.add(error(ApiError.bad("UDAPI100040", reason))
                                    .put("order_id", order.id())
                                    .put(
                                            "instrument_key",
                                            keys.key(order.contract()).orElse(""))),
                            () -> done.add(order.id()));
        }
        return all(done, errors);
    }

    private static boolean matches(ExchangeOrder order, String segment, String tag) {
        return (segment.isEmpty() || WireKeys.segment(order.contract()).equals(segment))
                && (tag.isEmpty() || order.spec().tag().equals(tag));
    }

    private static String segment(Endpoint.Call call) throws ApiError {
        String segment = call.query("segment");
        if (!segment.isEmpty() && !SEGMENTS.contains(segment)) {
            throw ApiError.bad("UDAPI1108", "The segment is invalid");
        }
        return segment;
    }

    /// One position to leave.
    private record Open(Contract contract, String product, long quantity) {}

    private JsonNode exit(Endpoint.Call call) throws ApiError {
        String segment = segment(call);
        List<Open> open = market.locked(() -> exchange.account().positions().stream()
                .filter(position -> position.netQuantity() != 0)
                .filter(position -> segment.isEmpty()
                        || WireKeys.segment(position.contract()).equals(segment))
                .map((Position position) -> new Open(position.contract(), position.product(), position.netQuantity()))
                .toList());
        if (open.isEmpty()) {
            throw ApiError.bad("UDAPI1111", "There is no open position");
        }
        if (open.size() > MOST_AT_ONCE) {
            throw ApiError.bad("UDAPI1112", "More than 50 open positions");
        }
        boolean trading = open.stream()
                .allMatch(position -> market.read(position.contract(), tape -> tape.phase() == Phase.CONTINUOUS));
        if (!trading) {
            throw ApiError.bad("UDAPI1113", "Positions are left in market hours only");
        }
        List<String> done = new ArrayList<>();
        for (Open position : open) {
            OrderEndpoints.slices(closing(position, call.query("tag")))
                    .forEach(slice -> done.add(exchange.place(slice).id()));
        }
        return all(done, Json.array());
    }

    private static OrderSpec closing(Open position, String tag) {
        return new OrderSpec(
                position.contract(),
                position.quantity() > 0 ? Side.SELL : Side.BUY,
                OrderType.MARKET,
                "NORMAL",
                position.product(),
                "DAY",
                0,
                0,
                Math.abs(position.quantity()),
                tag,
                true);
    }

    private static JsonNode all(List<String> done, ArrayNode errors) {
        ObjectNode data = Json.object();
        done.forEach(data.putArray("order_ids")::add);
        String status = errors.isEmpty() ? "success" : done.isEmpty() ? "error" : "partial_success";
        return envelope(status, data, errors, done.size() + errors.size(), done.size(), errors.size());
    }

    private static ObjectNode error(ApiError refused) {
        return Json.object()
                .put("error_code", refused.code())
                .put("message", refused.getMessage())
                .putNull("property_path")
                .putNull("invalid_value");
    }

    private static JsonNode envelope(
            String status, @Nullable JsonNode data, ArrayNode errors, int total, int success, int failed) {
        ObjectNode reply = Json.object().put("status", status);
        Optional.ofNullable(data).ifPresent(rows -> reply.set("data", rows));
        reply.set("errors", errors.isEmpty() ? Json.object().nullNode() : errors);
        reply.putObject("summary")
                .put("total", total)
                .put("payload_error", status.equals("error") && data == null ? failed : 0)
                .put("success", success)
                .put("error", data == null ? 0 : failed);
        return reply;
    }
}
