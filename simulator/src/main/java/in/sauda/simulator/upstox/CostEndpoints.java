package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.charges.Charges;
import in.sauda.core.domain.Side;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.exchange.ChargeBook;
import in.sauda.simulator.exchange.Margins;
import in.sauda.simulator.master.Contract;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What orders would cost (protocol 2.11).
final class CostEndpoints {
    private static final int MOST_LEGS = 20;

    private final WireKeys keys;

    CostEndpoints(WireKeys keys) {
        this.keys = keys;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", "/v2/charges/brokerage", "brokerage", this::brokerage),
                new Endpoint("POST", "/v2/charges/margin", "margin", this::margin));
    }

    /// Both the present and the deprecated names, as the broker sends them.
    private JsonNode brokerage(Endpoint.Call call) throws ApiError {
        Contract contract = keys.required(call.query("instrument_token"));
        BigDecimal price = decimal(call.query("price"), "UDAPI1063");
        BigDecimal quantity = decimal(call.query("quantity"), "UDAPI1060");
        Charges charges = ChargeBook.of(
                contract,
                product(call.query("product"), contract),
                side(call.query("transaction_type")),
                price.multiply(quantity));
        ObjectNode node = Json.object().put("total", charges.total()).put("brokerage", charges.brokerage());
        for (String name : List.of("taxes", "otherTaxes")) {
            node.putObject(name)
                    .put("gst", charges.goodsAndServicesTax())
                    .put("stt", charges.transactionTax())
                    .put("stamp_duty", charges.stamp());
        }
        node.putObject("other_charges")
                .put("transaction", charges.transaction())
                .put("clearing", 0)
                .put("ipft", charges.investorFund())
                .put("sebi_turnover", charges.regulator());
        for (String name : List.of("dp_plan", "dpPlan")) {
            node.putObject(name).put("name", "DP PLAN").put("min_expense", charges.depository());
        }
        ObjectNode data = Json.object();
        data.set("charges", node);
        return data;
    }

    private JsonNode margin(Endpoint.Call call) throws ApiError {
        JsonNode legs = call.body().path("instruments");
        if (!legs.isArray() || legs.isEmpty() || legs.size() > MOST_LEGS) {
            throw ApiError.bad("UDAPI1102", "Between 1 and 20 instruments are allowed");
        }
        Set<String> seen = new HashSet<>();
        ObjectNode data = Json.object();
        ArrayNode margins = data.putArray("margins");
        double total = 0;
        for (JsonNode leg : legs) {
            String key = leg.path("instrument_key").asText("");
            if (!seen.add(key)) {
                throw ApiError.bad("UDAPI1103", "An instrument is listed twice");
            }
            Contract contract = keys.required(key);
            Side side = side(leg.path("transaction_type").asText(""));
            double required = Margins.required(
                    contract,
                    product(leg.path("product").asText(""), contract),
                    side,
                    leg.path("quantity").asLong(),
                    leg.path("price").asDouble());
            total += required;
            boolean derivative = contract.segment().derivative();
            boolean bought = contract.kind() == Contract.Kind.OPTION && side == Side.BUY;
            margins.addObject()
                    .put("span_margin", derivative && !bought ? AccountEndpoints.rounded(required) : 0)
                    .put("exposure_margin", 0)
                    .put("equity_margin", derivative ? 0 : AccountEndpoints.rounded(required))
                    .put("net_buy_premium", bought ? AccountEndpoints.rounded(required) : 0)
                    .put("additional_margin", 0)
                    .put("total_margin", AccountEndpoints.rounded(required))
                    .put("tender_margin", 0);
        }
        return data.put("required_margin", AccountEndpoints.rounded(total))
                .put("final_margin", AccountEndpoints.rounded(total));
    }

    private static String product(String wire, Contract contract) {
        return wire.equals("I") ? "INTRADAY" : contract.segment().derivative() ? "CARRYFORWARD" : "DELIVERY";
    }

    private static Side side(String text) throws ApiError {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ApiError.bad("UDAPI1062", "The transaction type is invalid");
        };
    }

    private static BigDecimal decimal(String text, String code) throws ApiError {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw ApiError.bad(code, "A number is missing");
        }
    }
}
