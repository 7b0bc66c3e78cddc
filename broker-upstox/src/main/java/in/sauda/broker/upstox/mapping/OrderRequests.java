package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.orders.OrderRequest;

/// What is sent to place, change and convert (protocol 2.6, 2.9).
public final class OrderRequests {
    private OrderRequests() {}

    /// @param wireKey the broker's key of the instrument
    public static ObjectNode place(OrderRequest request, String wireKey) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("quantity", request.quantity())
                .put("product", product(request.product()))
                .put("validity", request.validity().name())
                .put("price", rupees(request.price(), request))
                .put("tag", request.id().value())
                .put("instrument_token", wireKey)
                .put("order_type", type(request.type()))
                .put("transaction_type", request.side().name())
                .put("disclosed_quantity", 0)
                .put("trigger_price", rupees(request.triggerPrice(), request))
                .put("is_amo", false)
                .put("slice", false);
    }

    public static ObjectNode modify(OrderRequest change, String brokerOrderId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order_id", brokerOrderId)
                .put("quantity", change.quantity())
                .put("validity", change.validity().name())
                .put("price", rupees(change.price(), change))
                .put("order_type", type(change.type()))
                .put("trigger_price", rupees(change.triggerPrice(), change))
                .put("disclosed_quantity", 0);
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

    private static java.math.BigDecimal rupees(long price, OrderRequest request) {
        return FixedPoint.toRupees(price, request.instrument().priceDecimals());
    }
}
