package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.simulator.exchange.OrderSpec;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.List;
import java.util.Optional;

/// Reads order requests, refusing at once what the real gateway refuses before the exchange sees it (protocol 1.10).
final class OrderReader {
    private static final int LONGEST_TAG = 19;
    static final List<String> PRODUCTS = List.of("DELIVERY", "CARRYFORWARD", "MARGIN", "INTRADAY");

    private final ContractCatalog catalog;
    private volatile boolean marketOrders;

    OrderReader(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    /// MARKET and IOC are prohibited for API orders since 1 Apr 2026; older client tests may still want them.
    void allowMarketOrders(boolean allowed) {
        marketOrders = allowed;
    }

    OrderSpec read(JsonNode body) throws ApiFailure {
        String variety = Json.text(body, "variety");
        if (!List.of("NORMAL", "STOPLOSS").contains(variety)) {
            throw variety.equals("ROBO")
                    ? AngelError.AB1008.failure("ROBO order is blocked")
                    : AngelError.AB1008.failure();
        }
        String product = Json.text(body, "producttype");
        if (!PRODUCTS.contains(product)) {
            throw AngelError.AB1012.failure();
        }
        if (Json.text(body, "ordertag").length() > LONGEST_TAG) {
            throw AngelError.AB4008.failure();
        }
        Contract contract = contract(body);
        OrderSpec spec = new OrderSpec(
                contract,
                side(Json.text(body, "transactiontype")),
                type(Json.text(body, "ordertype")),
                variety,
                product,
                duration(Json.text(body, "duration")),
                price(body, "price", contract),
                price(body, "triggerprice", contract),
                quantity(body),
                Json.text(body, "ordertag"),
                Json.text(body, "scripconsent").equalsIgnoreCase("yes"));
        checkPrices(spec);
        return spec;
    }

    /// The order with what the request changes.
    OrderSpec change(OrderSpec old, JsonNode body) throws ApiFailure {
        Contract contract = old.contract();
        OrderSpec changed = new OrderSpec(
                contract,
                old.side(),
                type(Json.text(body, "ordertype")),
                old.variety(),
                old.product(),
                old.duration(),
                price(body, "price", contract),
                body.hasNonNull("triggerprice") ? price(body, "triggerprice", contract) : old.trigger(),
                quantity(body),
                old.tag(),
                old.consent());
        checkPrices(changed);
        return changed;
    }

    private static void checkPrices(OrderSpec spec) throws ApiFailure {
        boolean limit = spec.type() == OrderType.LIMIT || spec.type() == OrderType.STOP_LIMIT;
        boolean stop = spec.type() == OrderType.STOP_LIMIT || spec.type() == OrderType.STOP_MARKET;
        if (limit && spec.price() <= 0) {
            throw AngelError.AB1007.failure("Price should be greater than zero");
        }
        if (stop && spec.trigger() <= 0) {
            throw AngelError.AB1007.failure("Trigger price should be greater than zero");
        }
        if (stop != spec.variety().equals("STOPLOSS")) {
            throw AngelError.AB1008.failure("Order type does not match the order variety");
        }
    }

    private Contract contract(JsonNode body) throws ApiFailure {
        String token = Json.text(body, "symboltoken");
        if (token.isEmpty()) {
            throw AngelError.AB4018.failure();
        }
        Optional<Contract> found =
                QuoteEndpoints.segment(Json.text(body, "exchange")).flatMap(segment -> catalog.find(segment, token));
        return found.filter(contract -> contract.symbol().equals(Json.text(body, "tradingsymbol")))
                .orElseThrow(AngelError.AB1009::failure);
    }

    static Side side(String text) throws ApiFailure {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw AngelError.AB1007.failure("Invalid transaction type");
        };
    }

    private OrderType type(String text) throws ApiFailure {
        return switch (text) {
            case "LIMIT" -> OrderType.LIMIT;
            case "STOPLOSS_LIMIT" -> OrderType.STOP_LIMIT;
            case "STOPLOSS_MARKET" -> OrderType.STOP_MARKET;
            case "MARKET" -> {
                if (!marketOrders) {
                    throw AngelError.AB1007.failure("MARKET orders are not allowed through the API since 01-Apr-2026");
                }
                yield OrderType.MARKET;
            }
            default -> throw AngelError.AB1007.failure("Invalid order type");
        };
    }

    private String duration(String text) throws ApiFailure {
        if (text.equals("IOC") && !marketOrders) {
            throw AngelError.AB1007.failure("IOC orders are not allowed through the API since 01-Apr-2026");
        }
        if (!text.equals("DAY") && !text.equals("IOC")) {
            throw AngelError.AB1007.failure("Invalid duration");
        }
        return text;
    }

    private static long price(JsonNode body, String field, Contract contract) throws ApiFailure {
        double rupees = Json.number(body, field);
        if (rupees < 0 || rupees > 1e9) {
            throw AngelError.AB1007.failure("Invalid " + field);
        }
        return Math.round(rupees * contract.scale());
    }

    static long quantity(JsonNode body) throws ApiFailure {
        double quantity = Json.number(body, "quantity");
        if (quantity < 1 || quantity > 1e10 || quantity != Math.rint(quantity)) {
            throw AngelError.AB1007.failure("Invalid quantity");
        }
        return (long) quantity;
    }
}
