package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.Costs.Charge;
import in.sauda.core.broker.Costs.Charges;
import in.sauda.core.broker.Costs.Leg;
import in.sauda.core.broker.Costs.Margin;
import in.sauda.core.domain.OrderType;
import java.util.List;

/// Requests and replies of margin/v1/batch and estimateCharges.
public final class CostMapping {
    /// Most positions of one margin request.
    public static final int LEGS_PER_CALL = 50;

    /// Charges are groups of charges of parts; more is not an answer of this broker.
    private static final int DEEPEST = 8;

    private static final String CASH_SUFFIX = "-EQ";

    private CostMapping() {}

    public static ObjectNode marginRequest(List<Leg> legs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode positions = body.putArray("positions");
        for (Leg leg : legs) {
            positions
                    .addObject()
                    .put("exchange", leg.instrument().segment().name())
                    .put("qty", leg.quantity())
                    .put("price", leg.instrument().rupees(leg.price()))
                    .put("productType", OrderRequests.product(leg.product()))
                    .put("token", leg.instrument().token())
                    .put("tradeType", leg.side().name())
                    .put("orderType", type(leg.type()));
        }
        return body;
    }

    private static String type(OrderType type) {
        return switch (type) {
            case LIMIT -> "LIMIT";
            case MARKET -> "MARKET";
            case STOP_LIMIT -> "STOPLOSS_LIMIT";
            case STOP_MARKET -> "STOPLOSS_MARKET";
        };
    }

    /// @throws UnreadableException when an amount is not a number
    public static Margin margin(JsonNode data) {
        JsonNode parts = data.path("marginComponents");
        return new Margin(
                WireValues.paiseIfStated(data, "totalMarginRequired"),
                WireValues.paiseIfStated(parts, "spanMargin"),
                WireValues.paiseIfStated(parts, "marginBenefit"),
                WireValues.paiseIfStated(parts, "netPremium"),
                WireValues.paiseIfStated(parts, "totOptionsPremium"),
                WireValues.paiseIfStated(parts, "deliveryMargin"),
                WireValues.paiseIfStated(parts, "nonNFOMargin"));
    }

    /// Everything is a string here, and cash symbols go without their series.
    public static ObjectNode chargesRequest(List<Leg> legs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode orders = body.putArray("orders");
        for (Leg leg : legs) {
            String symbol = leg.instrument().symbol();
            orders.addObject()
                    .put("product_type", OrderRequests.product(leg.product()))
                    .put("transaction_type", leg.side().name())
                    .put("quantity", Long.toString(leg.quantity()))
                    .put("price", OrderRequests.rupees(leg.price(), leg.instrument()))
                    .put("exchange", leg.instrument().segment().name())
                    .put(
                            "symbol_name",
                            symbol.endsWith(CASH_SUFFIX)
                                    ? symbol.substring(0, symbol.length() - CASH_SUFFIX.length())
                                    : symbol)
                    .put("token", leg.instrument().token());
        }
        return body;
    }

    /// @throws UnreadableException when the reply makes no sense
    public static Charges charges(JsonNode data) {
        List<Charges> legs = WireValues.rows(data.path("charges")).stream()
                .map(leg -> totals(leg, List.of()))
                .toList();
        return totals(data.path("summary"), legs);
    }

    private static Charges totals(JsonNode node, List<Charges> legs) {
        return new Charges(
                WireValues.paiseIfStated(node, "total_charges"),
                WireValues.paiseIfStated(node, "trade_value"),
                breakup(node.path("breakup"), 0),
                legs);
    }

    private static List<Charge> breakup(JsonNode rows, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableException("the charges are nested too deeply");
        }
        return WireValues.rows(rows).stream()
                .map(row -> new Charge(
                        WireValues.text(row, "name"),
                        WireValues.paise(row, "amount"),
                        WireValues.text(row, "msg"),
                        breakup(row.path("breakup"), depth + 1)))
                .toList();
    }
}
