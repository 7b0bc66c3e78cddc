package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.Costs.Charge;
import in.sauda.core.broker.Costs.Charges;
import in.sauda.core.broker.Costs.Leg;
import in.sauda.core.broker.Costs.Margin;
import in.sauda.core.broker.Paise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Requests and replies of margin and brokerage (protocol 2.11).
public final class CostMapping {
    /// Most legs of one margin request.
    public static final int LEGS_PER_CALL = 20;

    private CostMapping() {}

    /// @param key the broker's key of the leg's instrument
    public record KeyedLeg(Leg leg, String key) {}

    public static ObjectNode marginRequest(List<KeyedLeg> legs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode instruments = body.putArray("instruments");
        for (KeyedLeg leg : legs) {
            instruments
                    .addObject()
                    .put("instrument_key", leg.key())
                    .put("quantity", leg.leg().quantity())
                    .put("transaction_type", leg.leg().side().name())
                    .put("product", product(leg.leg()))
                    .put("price", leg.leg().instrument().rupees(leg.leg().price()));
        }
        return body;
    }

    public static String product(Leg leg) {
        return OrderRequests.product(leg.product());
    }

    /// What hedging saves is the difference between the required and the final margin.
    ///
    /// @throws UnreadableException when an amount is not a number
    public static Margin margin(JsonNode data) {
        long total = WireValues.paiseIfStated(data, "final_margin");
        long required = WireValues.paiseIfStated(data, "required_margin");
        List<JsonNode> legs = WireValues.rows(data.path("margins"));
        return new Margin(
                total,
                sum(legs, "span_margin"),
                Paise.known(total) && Paise.known(required) ? required - total : Paise.UNKNOWN,
                sum(legs, "net_buy_premium"),
                sum(legs, "net_buy_premium"),
                sum(legs, "equity_margin"),
                Paise.UNKNOWN);
    }

    private static long sum(List<JsonNode> legs, String field) {
        return legs.stream().mapToLong(leg -> WireValues.paise(leg, field)).sum();
    }

    /// Charges of one order.
    ///
    /// @throws UnreadableException when an amount is not a number
    public static Charges charges(JsonNode data, Leg leg) {
        JsonNode charges = data.path("charges");
        JsonNode taxes = charges.has("taxes") ? charges.path("taxes") : charges.path("otherTaxes");
        JsonNode others = charges.path("other_charges");
        return new Charges(
                WireValues.paise(charges, "total"),
                leg.instrument().valuePaise(leg.price(), leg.quantity()),
                List.of(
                        new Charge("Brokerage", WireValues.paise(charges, "brokerage"), "", List.of()),
                        group("Taxes", taxes, "gst", "GST", "stt", "STT", "stamp_duty", "Stamp duty"),
                        group(
                                "Other charges",
                                others,
                                "transaction",
                                "Exchange",
                                "clearing",
                                "Clearing",
                                "ipft",
                                "Investor protection",
                                "sebi_turnover",
                                "SEBI")),
                List.of());
    }

    /// @param fields names on the wire, each followed by its name for people
    private static Charge group(String name, JsonNode node, String... fields) {
        List<Charge> parts = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(new Charge(fields[i + 1], WireValues.paise(node, fields[i]), "", List.of()));
        }
        return new Charge(name, parts.stream().mapToLong(Charge::paise).sum(), "", parts);
    }

    /// Charges of all legs together, each leg's own behind them.
    public static Charges together(List<Charges> legs) {
        List<Charge> breakup = new ArrayList<>();
        for (int i = 0; i < legs.getFirst().breakup().size(); i++) {
            int group = i;
            breakup.add(added(legs.stream().map(leg -> leg.breakup().get(group)).toList()));
        }
        return new Charges(
                legs.stream().mapToLong(Charges::totalPaise).sum(),
                legs.stream().mapToLong(Charges::tradeValuePaise).sum(),
                breakup,
                legs);
    }

    private static Charge added(List<Charge> same) {
        List<Charge> parts = Stream.iterate(0, i -> i + 1)
                .limit(same.getFirst().parts().size())
                .map(i ->
                        added(same.stream().map(charge -> charge.parts().get(i)).toList()))
                .toList();
        return new Charge(
                same.getFirst().name(), same.stream().mapToLong(Charge::paise).sum(), "", parts);
    }
}
