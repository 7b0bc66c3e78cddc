package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.exchange.GttRule;
import in.sauda.simulator.exchange.GttSpec;
import in.sauda.simulator.exchange.GttStatus;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Good-till-triggered rules of cash shares (protocol 1.20); numbers come as numbers or as text.
final class GttEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/gtt/v1/";
    private static final Limit WRITES = new Limit(9, 500, 5_000);
    private static final Limit READS = new Limit(10, 500, 5_000);
    private static final int LONGEST_DAYS = 365;
    private static final int LARGEST_PAGE = 1_000;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final String FOR_ALL = "FORALL";

    private final Market market;
    private final ContractCatalog catalog;
    private final GttBook book;
    private final SimulatedCredentials account;

    GttEndpoints(Market market, ContractCatalog catalog, GttBook book, SimulatedCredentials account) {
        this.market = market;
        this.catalog = catalog;
        this.book = book;
        this.account = account;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", ROOT + "createRule", Endpoint.GTT, WRITES, false, this::create),
                new Endpoint("POST", ROOT + "modifyRule", Endpoint.GTT, WRITES, false, this::modify),
                new Endpoint("POST", ROOT + "cancelRule", Endpoint.GTT, WRITES, false, this::cancel),
                new Endpoint("POST", ROOT + "ruleDetails", "gttdetails", READS, false, this::details),
                new Endpoint("POST", ROOT + "ruleList", "gttlist", READS, false, this::list));
    }

    private JsonNode create(Call call) throws ApiFailure {
        JsonNode body = call.body();
        Contract contract = contract(body);
        if (!contract.symbol().equals(Json.text(body, "tradingsymbol"))) {
            throw AngelError.AB9012.failure();
        }
        Side side = side(Json.text(body, "transactiontype"));
        String product = Json.text(body, "producttype");
        if (!List.of("DELIVERY", "MARGIN").contains(product)) {
            throw AngelError.AB9015.failure();
        }
        return id(book.create(terms(body, contract, side, product)));
    }

    private JsonNode modify(Call call) throws ApiFailure {
        GttRule rule = rule(call.body());
        GttSpec old = rule.spec();
        if (!book.modify(rule, terms(call.body(), old.contract(), old.side(), old.product()))) {
            throw AngelError.AB9002.failure("GTT rule is " + rule.status() + " and cannot be modified");
        }
        return id(rule);
    }

    private JsonNode cancel(Call call) throws ApiFailure {
        GttRule rule = rule(call.body());
        if (!book.cancel(rule)) {
            throw AngelError.AB9002.failure("GTT rule is " + rule.status() + " and cannot be cancelled");
        }
        return id(rule);
    }

    private JsonNode details(Call call) throws ApiFailure {
        GttRule rule = find(Json.text(call.body(), "id"));
        return market.locked(() -> row(rule));
    }

    private JsonNode list(Call call) throws ApiFailure {
        Set<String> wanted = statuses(call.body().path("status"));
        int page = whole(call.body(), "page", AngelError.AB9017, LARGEST_PAGE);
        int count = whole(call.body(), "count", AngelError.AB9018, LARGEST_PAGE);
        return market.locked(() -> {
            ArrayNode rows = Json.array();
            book.rules().stream()
                    .filter(rule -> wanted.contains(FOR_ALL)
                            || wanted.contains(rule.status().name()))
                    .skip((page - 1L) * count)
                    .limit(count)
                    .forEach(rule -> rows.add(row(rule)));
            return rows;
        });
    }

    private static Set<String> statuses(JsonNode status) throws ApiFailure {
        Set<String> wanted = new HashSet<>();
        status.forEach(item -> wanted.add(item.asText()));
        Set<String> known = new HashSet<>(Set.of(FOR_ALL));
        for (GttStatus value : GttStatus.values()) {
            known.add(value.name());
        }
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw AngelError.AB9004.failure();
        }
        return wanted;
    }

    private static int whole(JsonNode body, String name, AngelError error, int most) throws ApiFailure {
        double value = number(body, name, error);
        if (value < 1 || value > most || value != Math.rint(value)) {
            throw error.failure();
        }
        return (int) value;
    }

    private static double number(JsonNode body, String name, AngelError error) throws ApiFailure {
        try {
            return Json.number(body, name);
        } catch (ApiFailure e) {
            throw error.failure();
        }
    }

    private static GttSpec terms(JsonNode body, Contract contract, Side side, String product) throws ApiFailure {
        double days = body.hasNonNull("timeperiod") ? number(body, "timeperiod", AngelError.AB9016) : LONGEST_DAYS;
        if (days < 1 || days > LONGEST_DAYS) {
            throw AngelError.AB9016.failure();
        }
        double quantity = number(body, "qty", AngelError.AB9006);
        if (quantity < 1 || quantity > 1e9 || quantity != Math.rint(quantity)) {
            throw AngelError.AB9006.failure();
        }
        double disclosed = number(body, "disclosedqty", AngelError.AB9007);
        if (disclosed < 0 || disclosed > quantity) {
            throw AngelError.AB9007.failure();
        }
        return new GttSpec(
                contract,
                side,
                product,
                price(body, "price", contract, AngelError.AB9008),
                (long) quantity,
                price(body, "triggerprice", contract, AngelError.AB9009),
                (long) disclosed,
                (int) days);
    }

    private static long price(JsonNode body, String name, Contract contract, AngelError error) throws ApiFailure {
        double rupees = number(body, name, error);
        long price = Math.round(rupees * contract.scale());
        if (rupees <= 0 || rupees > 1e9 || price % contract.tick() != 0) {
            throw error.failure();
        }
        return price;
    }

    private Contract contract(JsonNode body) throws ApiFailure {
        String exchange = Json.text(body, "exchange");
        if (!exchange.equals("NSE") && !exchange.equals("BSE")) {
            throw AngelError.AB9010.failure();
        }
        return catalog.find(Segment.valueOf(exchange), Json.text(body, "symboltoken"))
                .filter(contract -> contract.kind() == Contract.Kind.CASH)
                .orElseThrow(AngelError.AB9011::failure);
    }

    private static Side side(String text) throws ApiFailure {
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw AngelError.AB9014.failure();
        };
    }

    /// A rule named together with its contract, as changing and cancelling want it.
    private GttRule rule(JsonNode body) throws ApiFailure {
        GttRule rule = find(Json.text(body, "id"));
        if (!contract(body).equals(rule.spec().contract())) {
            throw AngelError.AB9011.failure();
        }
        return rule;
    }

    private GttRule find(String id) throws ApiFailure {
        Optional<GttRule> found = market.locked(() -> book.find(id));
        return found.orElseThrow(AngelError.AB9013::failure);
    }

    private static ObjectNode id(GttRule rule) {
        return Json.object().put("id", rule.id());
    }

    private ObjectNode row(GttRule rule) {
        GttSpec spec = rule.spec();
        Contract contract = spec.contract();
        return Json.object()
                .put("id", rule.id())
                .put("status", rule.status().name())
                .put("createddate", WireTime.instant(rule.createdMillis()))
                .put("updateddate", WireTime.instant(rule.updatedMillis()))
                .put("expirydate", WireTime.instant(rule.createdMillis() + spec.days() * DAY_MILLIS))
                .put("clientid", account.clientcode())
                .put("tradingsymbol", contract.symbol())
                .put("symboltoken", contract.token())
                .put("exchange", contract.segment().name())
                .put("transactiontype", spec.side().name())
                .put("producttype", spec.product())
                .put("price", OrderJson.plain(contract.toRupees(spec.price())))
                .put("qty", Long.toString(spec.quantity()))
                .put("triggerprice", OrderJson.plain(contract.toRupees(spec.trigger())))
                .put("disclosedqty", Long.toString(spec.disclosed()));
    }
}
