package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.exchange.OrderSpec;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Placing, changing and cancelling orders, and the books (protocol 2.6, 2.8).
final class OrderEndpoints {
    private static final int LONGEST_TAG = 40;
    private static final int MOST_SLICES = 25;

    private final Market market;
    private final Exchange exchange;
    private final WireKeys keys;
    private final OrderJson json;
    private final KillSwitches switches;

    OrderEndpoints(Market market, Exchange exchange, WireKeys keys, OrderJson json, KillSwitches switches) {
        this.switches = switches;
        this.market = market;
        this.exchange = exchange;
        this.keys = keys;
        this.json = json;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", "/v3/order/place", Endpoint.ORDERS, call -> ids(place(call.body()))),
                new Endpoint(
                        "POST",
                        "/v2/order/place",
                        Endpoint.ORDERS,
                        call -> id(place(call.body()).getFirst())),
                new Endpoint("PUT", "/v3/order/modify", Endpoint.ORDERS, this::modify),
                new Endpoint("PUT", "/v2/order/modify", Endpoint.ORDERS, this::modify),
                new Endpoint("DELETE", "/v3/order/cancel", Endpoint.ORDERS, this::cancel),
                new Endpoint("DELETE", "/v2/order/cancel", Endpoint.ORDERS, this::cancel),
                new Endpoint("GET", "/v2/order/retrieve-all", "book", call -> book()),
                new Endpoint("GET", "/v2/order/details", "details", call -> row(wanted(call.query("order_id")))),
                new Endpoint("GET", "/v2/order/history", "history", this::history),
                new Endpoint("GET", "/v2/order/trades", "trades", this::tradesOf),
                new Endpoint("GET", "/v2/order/trades/get-trades-for-day", "trades", call -> trades("")));
    }

    private static ObjectNode id(ExchangeOrder order) {
        return Json.object().put("order_id", order.id());
    }

    private static ObjectNode ids(List<ExchangeOrder> orders) {
        ObjectNode data = Json.object();
        ArrayNode all = data.putArray("order_ids");
        orders.forEach(order -> all.add(order.id()));
        return data;
    }

    private List<ExchangeOrder> place(JsonNode body) throws ApiError {
        return slices(body).stream().map(exchange::place).toList();
    }

    /// What becomes of one request: itself, or the parts it is cut into where it asks for that.
    List<OrderSpec> slices(JsonNode body) throws ApiError {
        if (AccountEndpoints.night(market)) {
            throw new ApiError(423, "UDAPI100074", "The place order service is open from 5:30 AM to 12:00 AM");
        }
        OrderSpec spec = spec(body);
        switches.check(spec.contract());
        if (!body.path("slice").asBoolean(false)) {
            return List.of(spec);
        }
        List<OrderSpec> slices = slices(spec);
        if (slices.size() > MOST_SLICES) {
            throw ApiError.bad("UDAPI1118", "The order would be sliced into more than 25 orders");
        }
        return slices;
    }

    static List<OrderSpec> slices(OrderSpec spec) {
        List<OrderSpec> slices = new ArrayList<>();
        long most = slice(spec.contract());
        for (long left = spec.quantity(); left > 0; left -= most) {
            slices.add(quantity(spec, Math.min(left, most)));
        }
        return slices;
    }

    private static long slice(Contract contract) {
        long lots = contract.freezeQuantity() / contract.lotSize();
        return lots == 0 ? Long.MAX_VALUE / 2 : lots * contract.lotSize();
    }

    private static OrderSpec quantity(OrderSpec spec, long quantity) {
        return new OrderSpec(
                spec.contract(),
                spec.side(),
                spec.type(),
                spec.variety(),
                spec.product(),
                spec.duration(),
                spec.price(),
                spec.trigger(),
                quantity,
                spec.tag(),
                true);
    }

    private OrderSpec spec(JsonNode body) throws ApiError {
        Contract contract = keys.required(body.path("instrument_token").asText(""));
        String product = switch (body.path("product").asText("")) {
            case "I" -> "INTRADAY";
            case "D", "MTF" -> contract.segment().derivative() ? "CARRYFORWARD" : "DELIVERY";
            default -> throw ApiError.bad("UDAPI1054", "The product is invalid");
        };
        Side side = switch (body.path("transaction_type").asText("")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ApiError.bad("UDAPI1057", "The transaction type is invalid");
        };
        String tag = body.path("tag").asText("");
        if (tag.length() > LONGEST_TAG) {
            throw ApiError.bad("UDAPI1119", "The tag is longer than 40 characters");
        }
        OrderType type = type(body.path("order_type").asText(""));
        OrderSpec spec = new OrderSpec(
                contract,
                side,
                type,
                type == OrderType.STOP_LIMIT || type == OrderType.STOP_MARKET ? "STOPLOSS" : "NORMAL",
                product,
                validity(body.path("validity").asText("")),
                price(body, "price", contract),
                price(body, "trigger_price", contract),
                body.path("quantity").asLong(0),
                body.path("tag").isNull() ? "" : tag,
                true);
        check(spec, body, true);
        return spec;
    }

    private static String validity(String text) throws ApiError {
        if (!text.equals("DAY") && !text.equals("IOC")) {
            throw ApiError.bad("UDAPI1055", "The validity is invalid");
        }
        return text;
    }

    private static OrderType type(String text) throws ApiError {
        return switch (text) {
            case "LIMIT" -> OrderType.LIMIT;
            case "MARKET" -> OrderType.MARKET;
            case "SL" -> OrderType.STOP_LIMIT;
            case "SL-M" -> OrderType.STOP_MARKET;
            default -> throw ApiError.bad("UDAPI1056", "The order type is invalid");
        };
    }

    private static long price(JsonNode body, String field, Contract contract) {
        return Math.round(body.path(field).asDouble(0) * contract.scale());
    }

    /// The table of price rules.
    private static void check(OrderSpec spec, JsonNode body, boolean fresh) throws ApiError {
        if (spec.quantity() <= 0) {
            throw ApiError.bad("UDAPI1052", "The quantity must be above zero");
        }
        switch (spec.type()) {
            case MARKET -> {
                rule(spec.price() == 0, fresh ? "UDAPI1040" : "UDAPI1030", "Price must be 0 for MARKET orders");
                rule(protection(body), "UDAPI1158", "Market orders need market protection");
            }
            case LIMIT ->
                rule(spec.price() > 0, fresh ? "UDAPI1043" : "UDAPI1029", "Price is required for LIMIT orders");
            case STOP_LIMIT -> {
                boolean both = spec.price() > 0 && spec.trigger() > 0;
                rule(both, fresh ? "UDAPI1041" : "UDAPI1031", "Price and trigger price are required for SL orders");
                boolean buy = spec.side() == Side.BUY;
                rule(!buy || spec.trigger() < spec.price(), "UDAPI1037", "The trigger price must be below the price");
                rule(buy || spec.trigger() > spec.price(), "UDAPI1038", "The trigger price must be above the price");
            }
            case STOP_MARKET -> {
                boolean good = spec.price() == 0 && spec.trigger() > 0;
                rule(good, fresh ? "UDAPI1042" : "UDAPI1032", "Only the trigger price is taken for SL-M orders");
                rule(protection(body), "UDAPI1158", "Market orders need market protection");
            }
        }
    }

    private static boolean protection(JsonNode body) {
        return body.path("market_protection").asDouble(0) != 0;
    }

    private static void rule(boolean kept, String code, String message) throws ApiError {
        if (!kept) {
            throw ApiError.bad(code, message);
        }
    }

    private JsonNode modify(Endpoint.Call call) throws ApiError {
        JsonNode body = call.body();
        ExchangeOrder order = wanted(body.path("order_id").asText(""));
        OrderSpec old = order.spec();
        OrderSpec next = new OrderSpec(
                old.contract(),
                old.side(),
                type(body.path("order_type").asText("")),
                old.variety(),
                old.product(),
                validity(body.path("validity").asText("")),
                price(body, "price", old.contract()),
                price(body, "trigger_price", old.contract()),
                body.hasNonNull("quantity") ? body.path("quantity").asLong() : old.quantity(),
                old.tag(),
                true);
        check(next, body, false);
        return changed(order, exchange.modify(order, next), "UDAPI100041");
    }

    private JsonNode cancel(Endpoint.Call call) throws ApiError {
        ExchangeOrder order = wanted(call.query("order_id"));
        return changed(order, exchange.cancel(order), "UDAPI100040");
    }

    private static JsonNode changed(ExchangeOrder order, Optional<String> refusal, String code) throws ApiError {
        if (refusal.isPresent()) {
            throw ApiError.bad(code, refusal.get());
        }
        return id(order);
    }

    private ExchangeOrder wanted(String id) throws ApiError {
        if (id.isEmpty()) {
            throw ApiError.bad("UDAPI1023", "The order id is required");
        }
        return market.locked(() -> exchange.find(id)).orElseThrow(() -> ApiError.bad("UDAPI100010", "Order not found"));
    }

    private JsonNode row(ExchangeOrder order) {
        return market.locked(() -> json.order(order, order.state().wire()));
    }

    private JsonNode book() {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.orders()
                    .forEach(order -> rows.add(json.order(order, order.state().wire())));
            return rows;
        });
    }

    /// The first state every order has, and the one it is in.
    private JsonNode history(Endpoint.Call call) throws ApiError {
        ExchangeOrder order = wanted(call.query("order_id"));
        return market.locked(() -> Json.array()
                .add(json.order(order, "put order req received"))
                .add(json.order(order, order.state().wire())));
    }

    private JsonNode tradesOf(Endpoint.Call call) throws ApiError {
        return trades(wanted(call.query("order_id")).id());
    }

    private JsonNode trades(String orderId) {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.account().trades().stream()
                    .filter(trade -> orderId.isEmpty() || trade.order().id().equals(orderId))
                    .forEach(trade -> rows.add(json.trade(trade)));
            return rows;
        });
    }
}
