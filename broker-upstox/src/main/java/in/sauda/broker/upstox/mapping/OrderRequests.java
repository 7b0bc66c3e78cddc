package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.orders.FreezeSlices;
import in.sauda.core.orders.OrderRequest;

/// What is sent to place, change and convert (protocol 2.6, 2.9).
public final class OrderRequests {
    private OrderRequests() {}

    /// The broker's own band around the last price.
    private static final int AUTOMATIC_PROTECTION = -1;

    /// One order of a list.
    ///
    /// @param wireKey the broker's key of the instrument
    public static ObjectNode placeInList(OrderRequest request, String wireKey) {
        return place(request, wireKey).put("correlation_id", request.id().value());
    }

    /// @param wireKey the broker's key of the instrument
    public static ObjectNode place(OrderRequest request, String wireKey) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("quantity", request.quantity())
                .put("product", product(request.product()))
                .put("validity", request.validity().name())
                .put("price", rupees(price(request), request))
                .put("tag", request.id().value())
                .put("instrument_token", wireKey)
                .put("order_type", type(request.type()))
                .put("transaction_type", request.side().name())
                .put("disclosed_quantity", 0)
                .put("trigger_price", rupees(request.triggerPrice(), request))
                .put("is_amo", false)
                .put("slice", FreezeSlices.count(request.instrument(), request.quantity()) > 1);
        return protect(order, request);
    }

    /// Meant for market types only; the broker ignores it elsewhere.
    private static ObjectNode protect(ObjectNode order, OrderRequest request) {
        return market(request.type()) ? order.put("market_protection", AUTOMATIC_PROTECTION) : order;
    }

    /// True for the types that carry no price of their own.
    public static boolean market(OrderType type) {
        return type == OrderType.MARKET || type == OrderType.STOP_MARKET;
    }

    public static ObjectNode modify(OrderRequest change, String brokerOrderId) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("order_id", brokerOrderId)
                .put("quantity", change.quantity())
                .put("validity", change.validity().name())
                .put("price", rupees(price(change), change))
                .put("order_type", type(change.type()))
                .put("trigger_price", rupees(change.triggerPrice(), change))
                .put("disclosed_quantity", 0);
        return protect(order, change);
    }

    /// @param wireKey the broker's key of the instrument
    public static ObjectNode convert(PositionConversion conversion, String wireKey) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("instrument_token", wireKey)
                .put("new_product", product(conversion.to()))
                .put("old_product", product(conversion.from()))
                .put("transaction_type", conversion.side().name())
                .put("quantity", conversion.quantity());
    }

    static String product(Product product) {
        return switch (product) {
            case INTRADAY -> "I";
            case DELIVERY, CARRY_FORWARD -> "D";
        };
    }

    static String type(OrderType type) {
        return switch (type) {
            case LIMIT -> "LIMIT";
            case MARKET -> "MARKET";
            case STOP_LIMIT -> "SL";
            case STOP_MARKET -> "SL-M";
        };
    }

    private static long price(OrderRequest request) {
        return market(request.type()) ? 0 : request.price();
    }

    private static java.math.BigDecimal rupees(long price, OrderRequest request) {
        return FixedPoint.toRupees(price, request.instrument().priceDecimals());
    }
}
