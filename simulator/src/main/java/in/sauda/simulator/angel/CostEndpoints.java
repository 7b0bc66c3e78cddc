package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.charges.Charges;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.exchange.ChargeBook;
import in.sauda.simulator.exchange.Margins;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.math.BigDecimal;
import java.util.List;

/// What orders would tie up and cost (protocol 1.19), by the arithmetic the account itself uses.
final class CostEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/";
    private static final Limit LIMIT = new Limit(10, 500, 5_000);
    private static final int MOST_POSITIONS = 50;

    private final ContractCatalog catalog;

    CostEndpoints(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", ROOT + "margin/v1/batch", "margin", LIMIT, false, this::margin),
                new Endpoint("POST", ROOT + "brokerage/v1/estimateCharges", "charges", LIMIT, false, this::charges));
    }

    private JsonNode margin(Call call) throws ApiFailure {
        JsonNode positions = call.body().path("positions");
        if (!positions.isArray() || positions.isEmpty() || positions.size() > MOST_POSITIONS) {
            throw AngelError.AB1004.failure("Between 1 and " + MOST_POSITIONS + " positions are allowed");
        }
        double total = 0;
        double premium = 0;
        double span = 0;
        double delivery = 0;
        double other = 0;
        for (JsonNode position : positions) {
            Contract contract = contract(position, "token");
            Side side = OrderReader.side(Json.text(position, "tradeType"));
            double price = Json.number(position, "price");
            long quantity = quantity(position, "qty");
            String product = product(position, "productType");
            double margin = Margins.required(contract, product, side, quantity, price);
            total += margin;
            if (contract.segment() != Segment.NFO && contract.segment() != Segment.BFO) {
                delivery += product.equals("DELIVERY") ? margin : 0;
                other += product.equals("DELIVERY") ? 0 : margin;
            } else if (contract.kind() == Contract.Kind.OPTION) {
                premium += side.sign() * price * quantity;
                span += side == Side.SELL ? margin : 0;
            } else {
                span += margin;
            }
        }
        ObjectNode data = Json.object().put("totalMarginRequired", PortfolioEndpoints.rounded(total));
        data.putObject("marginComponents")
                .put("netPremium", PortfolioEndpoints.rounded(premium))
                .put("spanMargin", PortfolioEndpoints.rounded(span))
                .put("marginBenefit", 0.0)
                .put("deliveryMargin", PortfolioEndpoints.rounded(delivery))
                .put("nonNFOMargin", PortfolioEndpoints.rounded(other))
                .put("totOptionsPremium", PortfolioEndpoints.rounded(premium));
        return data;
    }

    private JsonNode charges(Call call) throws ApiFailure {
        JsonNode orders = call.body().path("orders");
        if (!orders.isArray() || orders.isEmpty()) {
            throw AngelError.AB1004.failure();
        }
        Charges all = Charges.NONE;
        BigDecimal value = BigDecimal.ZERO;
        ArrayNode each = Json.array();
        for (JsonNode order : orders) {
            BigDecimal turnover = BigDecimal.valueOf(Json.number(order, "price"))
                    .multiply(BigDecimal.valueOf(quantity(order, "quantity")));
            Charges charges = ChargeBook.of(
                    contract(order, "token"),
                    product(order, "product_type"),
                    OrderReader.side(Json.text(order, "transaction_type")),
                    turnover);
            all = all.plus(charges);
            value = value.add(turnover);
            each.add(summary(charges, turnover));
        }
        ObjectNode data = Json.object();
        data.set("summary", summary(all, value));
        data.set("charges", each);
        return data;
    }

    private static ObjectNode summary(Charges charges, BigDecimal turnover) {
        ObjectNode node = Json.object()
                .put("total_charges", charges.total().doubleValue())
                .put("trade_value", turnover.doubleValue());
        ArrayNode groups = node.putArray("breakup");
        groups.add(item("Angel One Brokerage", charges.brokerage()));
        BigDecimal external = charges.transaction().add(charges.investorFund()).add(charges.regulator());
        ObjectNode fees = item("External Charges", external.add(charges.stamp()));
        fees.withArray("breakup")
                .add(item("Exchange Transaction Charges", charges.transaction().add(charges.investorFund())))
                .add(item("SEBI Fees", charges.regulator()))
                .add(item("Stamp Duty", charges.stamp()));
        groups.add(fees);
        ObjectNode taxes = item("Taxes", charges.transactionTax().add(charges.goodsAndServicesTax()));
        taxes.withArray("breakup")
                .add(item("Security Transaction Tax", charges.transactionTax()))
                .add(item("GST", charges.goodsAndServicesTax()));
        groups.add(taxes);
        return node;
    }

    private static ObjectNode item(String name, BigDecimal amount) {
        ObjectNode item = Json.object()
                .put("name", name)
                .put("amount", amount.doubleValue())
                .put("msg", "");
        item.putArray("breakup");
        return item;
    }

    private Contract contract(JsonNode order, String token) throws ApiFailure {
        return QuoteEndpoints.segment(Json.text(order, "exchange"))
                .flatMap(segment -> catalog.find(segment, Json.text(order, token)))
                .orElseThrow(AngelError.AB1018::failure);
    }

    private static String product(JsonNode order, String name) throws ApiFailure {
        String product = Json.text(order, name);
        if (!OrderReader.PRODUCTS.contains(product)) {
            throw AngelError.AB1012.failure();
        }
        return product;
    }

    private static long quantity(JsonNode order, String name) throws ApiFailure {
        double quantity = Json.number(order, name);
        if (quantity < 1 || quantity > 1e10) {
            throw AngelError.AB1007.failure("Invalid " + name);
        }
        return (long) quantity;
    }
}
