package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.ExchangeOrder;
import in.sauda.simulator.market.Market;
import java.util.List;
import java.util.Optional;

/// Placing, changing and cancelling orders, and the books (protocol 1.10 to 1.12).
final class OrderEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/order/v1/";
    private static final Limit LIMIT = new Limit(9, 500, 1_000);
    private static final Limit DETAILS = new Limit(10, 500, 5_000);

    private final Market market;
    private final Exchange exchange;
    private final OrderReader reader;
    private final OrderJson json;

    OrderEndpoints(Market market, Exchange exchange, OrderReader reader, OrderJson json) {
        this.market = market;
        this.exchange = exchange;
        this.reader = reader;
        this.json = json;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", ROOT + "placeOrder", Endpoint.ORDERS, LIMIT, false, this::place),
                new Endpoint("POST", ROOT + "modifyOrder", Endpoint.ORDERS, LIMIT, false, this::modify),
                new Endpoint("POST", ROOT + "cancelOrder", Endpoint.ORDERS, LIMIT, false, this::cancel),
                new Endpoint("GET", ROOT + "getOrderBook", "orderbook", Limit.ofSecond(1), false, this::orderBook),
                new Endpoint("GET", ROOT + "getTradeBook", "tradebook", Limit.ofSecond(1), false, this::tradeBook),
                new Endpoint("GET", ROOT + "details/", "details", DETAILS, false, this::details));
    }

    private JsonNode place(Call call) throws ApiFailure {
        ExchangeOrder order = exchange.place(reader.read(call.body()));
        return ids(order).put("script", order.contract().symbol());
    }

    private static ObjectNode ids(ExchangeOrder order) {
        return Json.object().put("orderid", order.id()).put("uniqueorderid", order.uniqueId());
    }

    private JsonNode modify(Call call) throws ApiFailure {
        ExchangeOrder order = wanted(call);
        Optional<String> refusal = exchange.modify(order, reader.change(order.spec(), call.body()));
        if (refusal.isPresent()) {
            throw AngelError.AB2001.failure(refusal.get());
        }
        return ids(order);
    }

    private JsonNode cancel(Call call) throws ApiFailure {
        ExchangeOrder order = wanted(call);
        Optional<String> refusal = exchange.cancel(order);
        if (refusal.isPresent()) {
            throw AngelError.AB2001.failure(refusal.get());
        }
        return ids(order);
    }

    private ExchangeOrder wanted(Call call) throws ApiFailure {
        String id = Json.text(call.body(), "orderid");
        return market.locked(() -> exchange.find(id)).orElseThrow(AngelError.AB1013::failure);
    }

    /// Null, not an empty list, while there are no orders.
    private JsonNode orderBook(Call call) {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.orders().forEach(order -> rows.add(json.order(order)));
            return rows.isEmpty() ? NullNode.getInstance() : rows;
        });
    }

    private JsonNode tradeBook(Call call) {
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            exchange.account().trades().forEach(trade -> rows.add(OrderJson.trade(trade)));
            return rows.isEmpty() ? NullNode.getInstance() : rows;
        });
    }

    private JsonNode details(Call call) throws ApiFailure {
        return market.locked(() -> exchange.findUnique(call.rest()).map(json::order))
                .orElseThrow(AngelError.AB1013::failure);
    }
}
