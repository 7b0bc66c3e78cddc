package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderRequest;
import java.math.BigDecimal;

/// Bodies of placeOrder, modifyOrder and cancelOrder. Strict: every number is a string, as the official clients
/// send it.
public final class OrderRequests {
    private static final int MIN_DECIMALS = 2;

    private OrderRequests() {}

    public static ObjectNode place(OrderRequest order) {
        ObjectNode body = common(order)
                .put("transactiontype", order.side().name())
                .put("squareoff", "0")
                .put("stoploss", "0")
                .put("ordertag", order.id().value());
        return order.consent() ? body.put("scripconsent", "yes") : body;
    }

    public static ObjectNode modify(OrderRequest change, String brokerOrderId) {
        return common(change).put("orderid", brokerOrderId);
    }

    public static ObjectNode cancel(String variety, String brokerOrderId) {
        return JsonNodeFactory.instance.objectNode().put("variety", variety).put("orderid", brokerOrderId);
    }

    /// Body of convertPosition.
    public static ObjectNode convert(PositionConversion conversion) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("exchange", conversion.key().segment().name())
                .put("symboltoken", conversion.key().token())
                .put("tradingsymbol", conversion.symbol())
                .put("oldproducttype", product(conversion.from()))
                .put("newproducttype", product(conversion.to()))
                .put("transactiontype", conversion.side().name())
                .put("quantity", conversion.quantity())
                .put("type", conversion.carried() ? "CARRYFORWARD" : "DAY");
    }

    private static ObjectNode common(OrderRequest order) {
        Instrument instrument = order.instrument();
        return JsonNodeFactory.instance
                .objectNode()
                .put("variety", variety(order.type()))
                .put("tradingsymbol", instrument.symbol())
                .put("symboltoken", instrument.token())
                .put("exchange", instrument.segment().name())
                .put("ordertype", order.type() == OrderType.STOP_LIMIT ? "STOPLOSS_LIMIT" : "LIMIT")
                .put("producttype", product(order.product()))
                .put("duration", "DAY")
                .put("price", rupees(order.price(), instrument))
                .put("triggerprice", rupees(order.triggerPrice(), instrument))
                .put("quantity", Long.toString(order.quantity()));
    }

    /// The broker files stop orders under a variety of their own.
    public static String variety(OrderType type) {
        return switch (type) {
            case LIMIT, MARKET -> "NORMAL";
            case STOP_LIMIT, STOP_MARKET -> "STOPLOSS";
        };
    }

    public static String product(Product product) {
        return switch (product) {
            case INTRADAY -> "INTRADAY";
            case DELIVERY -> "DELIVERY";
            case CARRY_FORWARD -> "CARRYFORWARD";
        };
    }

    static String rupees(long price, Instrument instrument) {
        BigDecimal rupees =
                FixedPoint.toRupees(price, instrument.priceDecimals()).stripTrailingZeros();
        return rupees.setScale(Math.max(rupees.scale(), MIN_DECIMALS)).toPlainString();
    }
}
