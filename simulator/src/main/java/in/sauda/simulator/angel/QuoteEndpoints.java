package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Quotes and symbol search (protocol 1.15, 1.17).
final class QuoteEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/";
    private static final Limit QUOTES = new Limit(10, 500, 5_000);
    private static final int TOKENS_PER_CALL = 50;
    private static final int SEARCH_LIMIT = 200;

    private final Market market;
    private final ContractCatalog catalog;
    private final QuoteJson quotes;

    QuoteEndpoints(Market market, ContractCatalog catalog, QuoteJson quotes) {
        this.market = market;
        this.catalog = catalog;
        this.quotes = quotes;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", ROOT + "order/v1/getLtpData", "ltp", QUOTES, false, this::ltp),
                new Endpoint("POST", ROOT + "market/v1/quote", "quote", QUOTES, false, this::quote),
                new Endpoint("POST", ROOT + "order/v1/searchScrip", "search", Limit.ofSecond(1), false, this::search));
    }

    private JsonNode ltp(Call call) throws ApiFailure {
        Contract contract = find(Json.text(call.body(), "exchange"), Json.text(call.body(), "symboltoken"))
                .orElseThrow(AngelError.AB1018::failure);
        return market.read(contract, quotes::ltpData);
    }

    private JsonNode quote(Call call) throws ApiFailure {
        String mode = Json.text(call.body(), "mode");
        JsonNode wanted = call.body().path("exchangeTokens");
        if (!List.of("LTP", "OHLC", "FULL").contains(mode) || !wanted.isObject()) {
            throw AngelError.AB1004.failure();
        }
        int count = 0;
        for (JsonNode tokens : wanted) {
            count += tokens.size();
        }
        if (count > TOKENS_PER_CALL) {
            throw AngelError.AB1004.failure("Exceeded the limit of " + TOKENS_PER_CALL + " tokens per request");
        }
        ArrayNode fetched = Json.array();
        ArrayNode unfetched = Json.array();
        for (Map.Entry<String, JsonNode> exchange : wanted.properties()) {
            for (JsonNode token : exchange.getValue()) {
                fetch(exchange.getKey(), token.asText().strip(), mode, fetched, unfetched);
            }
        }
        ObjectNode data = Json.object();
        data.set("fetched", fetched);
        data.set("unfetched", unfetched);
        return data;
    }

    private void fetch(String exchange, String token, String mode, ArrayNode fetched, ArrayNode unfetched) {
        Optional<Contract> contract = find(exchange, token);
        if (contract.isPresent()) {
            fetched.add(market.read(contract.get(), (Tape tape) -> quotes.quote(tape, mode)));
            return;
        }
        AngelError error = token.isEmpty() ? AngelError.AB4018 : AngelError.AB1018;
        unfetched.add(Json.object()
                .put("exchange", exchange)
                .put("symbolToken", token)
                .put("message", error.text())
                .put("errorCode", error.name()));
    }

    private JsonNode search(Call call) throws ApiFailure {
        Segment segment = segment(Json.text(call.body(), "exchange")).orElseThrow(AngelError.AB1004::failure);
        String text = Json.text(call.body(), "searchscrip");
        ArrayNode rows = Json.array();
        if (!text.isEmpty()) {
            catalog.startingWith(segment, text, SEARCH_LIMIT)
                    .forEach(contract -> rows.add(Json.object()
                            .put("exchange", segment.name())
                            .put("tradingsymbol", contract.symbol())
                            .put("symboltoken", contract.token())));
        }
        return rows;
    }

    private Optional<Contract> find(String exchange, String token) {
        return segment(exchange).flatMap(segment -> catalog.find(segment, token));
    }

    static Optional<Segment> segment(String exchange) {
        for (Segment segment : Segment.values()) {
            if (segment.name().equals(exchange)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }
}
