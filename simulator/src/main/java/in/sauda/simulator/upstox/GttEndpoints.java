package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.exchange.GttRule;
import in.sauda.simulator.exchange.GttSpec;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import java.util.List;

/// Trigger orders of one leg (protocol 2.10): a protected order is sent when the price is reached. Times are
/// microseconds.
final class GttEndpoints {
    private static final long MICROS = 1_000;
    private static final long YEAR_MICROS = 365L * 86_400_000L * MICROS;
    private static final String ID = "GTT-C";
    /// How far beyond the trigger the order's limit lies.
    private static final double PROTECTION = 0.02;

    private final Market market;
    private final GttBook book;
    private final WireKeys keys;

    GttEndpoints(Market market, GttBook book, WireKeys keys) {
        this.market = market;
        this.book = book;
        this.keys = keys;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", "/v3/order/gtt/place", Endpoint.ORDERS, this::place),
                new Endpoint("PUT", "/v3/order/gtt/modify", Endpoint.ORDERS, this::modify),
                new Endpoint("DELETE", "/v3/order/gtt/cancel", Endpoint.ORDERS, this::cancel),
                new Endpoint("GET", "/v3/order/gtt", "gtt", this::list));
    }

    private JsonNode place(Endpoint.Call call) throws ApiError {
        JsonNode body = call.body();
        Contract contract = keys.required(body.path("instrument_token").asText(""));
        Side side = switch (body.path("transaction_type").asText("")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ApiError.bad("UDAPI1130", "The transaction type is invalid");
        };
        String product = body.path("product").asText("").equals("I")
                ? "INTRADAY"
                : contract.segment().derivative() ? "CARRYFORWARD" : "DELIVERY";
        return ids(book.create(spec(body, contract, side, product)));
    }

    private static GttSpec spec(JsonNode body, Contract contract, Side side, String product) throws ApiError {
        JsonNode rules = body.path("rules");
        JsonNode entry = rules.path(0);
        if (!body.path("type").asText("").equals("SINGLE") || rules.size() != 1) {
            throw ApiError.bad("UDAPI1127", "The simulator takes SINGLE orders with one rule");
        }
        if (!entry.path("strategy").asText("").equals("ENTRY")) {
            throw ApiError.bad("UDAPI1129", "A SINGLE order needs an ENTRY rule");
        }
        double trigger = entry.path("trigger_price").asDouble(0);
        long quantity = body.path("quantity").asLong(0);
        if (trigger <= 0 || quantity <= 0) {
            throw ApiError.bad("UDAPI1133", "The trigger price and the quantity must be above zero");
        }
        double limit = trigger * (1 + side.sign() * PROTECTION);
        return new GttSpec(
                contract,
                side,
                product,
                contract.onTick(limit),
                quantity,
                Math.round(trigger * contract.scale()),
                0,
                365);
    }

    private JsonNode modify(Endpoint.Call call) throws ApiError {
        GttRule rule = rule(call.body().path("gtt_order_id").asText(""));
        GttSpec old = rule.spec();
        if (!book.modify(rule, spec(call.body(), old.contract(), old.side(), old.product()))) {
            throw ApiError.bad("UDAPI1141", "The order can no longer be changed");
        }
        return ids(rule);
    }

    private JsonNode cancel(Endpoint.Call call) throws ApiError {
        GttRule rule = rule(call.body().path("gtt_order_id").asText(""));
        if (!book.cancel(rule)) {
            throw ApiError.bad("UDAPI1142", "The order can no longer be cancelled");
        }
        return ids(rule);
    }

    private GttRule rule(String id) throws ApiError {
        return market.locked(() -> book.find(id.startsWith(ID) ? id.substring(ID.length()) : ""))
                .orElseThrow(() -> ApiError.bad("UDAPI1140", "There is no such order"));
    }

    private JsonNode list(Endpoint.Call call) throws ApiError {
        String id = call.query("gtt_order_id");
        List<GttRule> wanted = id.isEmpty() ? market.locked(() -> List.copyOf(book.rules())) : List.of(rule(id));
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            wanted.forEach(rule -> rows.add(row(rule)));
            return rows;
        });
    }

    private static ObjectNode ids(GttRule rule) {
        ObjectNode data = Json.object();
        data.putArray("gtt_order_ids").add(ID + rule.id());
        return data;
    }

    private ObjectNode row(GttRule rule) {
        GttSpec spec = rule.spec();
        Contract contract = spec.contract();
        long created = rule.createdMillis() * MICROS;
        ObjectNode row = Json.object()
                .put("type", "SINGLE")
                .put("exchange", WireKeys.segment(contract))
                .put("quantity", spec.quantity())
                .put("product", OrderJson.product(spec.product()));
        row.putArray("rules")
                .addObject()
                .put("strategy", "ENTRY")
                .put(
                        "status",
                        switch (rule.status()) {
                            case NEW, ACTIVE -> "SCHEDULED";
                            case SENTTOEXCHANGE -> "COMPLETED";
                            case CANCELLED -> "CANCELLED";
                        })
                .put("message", "")
                .put("trigger_type", "BELOW")
                .put("trigger_price", contract.toRupees(spec.trigger()))
                .put("transaction_type", spec.side().name())
                .put("order_id", rule.orderId().isEmpty() ? null : rule.orderId());
        return row.put("trading_symbol", WireKeys.symbol(contract))
                .put("instrument_token", keys.key(contract).orElse(""))
                .put("gtt_order_id", ID + rule.id())
                .put("expires_at", created + YEAR_MICROS)
                .put("created_at", created);
    }
}
