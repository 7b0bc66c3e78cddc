package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.options.OptionGreeks;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.exchange.Surveillance;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Analytics of derivatives and the lists of shares (protocol 1.18), computed from the market everybody sees.
final class DerivativeEndpoints {
    private static final String ROOT = "/rest/secure/angelbroking/";
    private static final String DATA = ROOT + "marketData/v1/";
    private static final Limit ONCE = Limit.ofSecond(1);
    private static final int GREEKS_LIMIT = 600;
    private static final double CROWDED = 5;

    private final Market market;
    private final ContractCatalog catalog;
    private final FutureBoard board;

    DerivativeEndpoints(Market market, ContractCatalog catalog) {
        this.market = market;
        this.catalog = catalog;
        this.board = new FutureBoard(market, catalog);
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", DATA + "optionGreek", "greeks", ONCE, false, this::greeks),
                new Endpoint("POST", DATA + "gainersLosers", "gainers", ONCE, false, this::gainersLosers),
                new Endpoint("GET", DATA + "putCallRatio", "pcr", ONCE, false, this::putCallRatio),
                new Endpoint("POST", DATA + "OIBuildup", "buildup", ONCE, false, this::buildup),
                new Endpoint("GET", DATA + "nseIntraday", "intraday", ONCE, false, call -> intraday("NSE")),
                new Endpoint("GET", DATA + "bseIntraday", "intraday", ONCE, false, call -> intraday("BSE")),
                new Endpoint("GET", ROOT + "securities/v1/cautionaryScrips", "caution", ONCE, false, this::cautionary));
    }

    /// Every value is text; without options of that expiry there is an error, not an empty list.
    private JsonNode greeks(Call call) throws ApiFailure {
        String name = Json.text(call.body(), "name");
        String expiry = Json.text(call.body(), "expirydate").toUpperCase(Locale.ROOT);
        List<Contract> options = catalog.options(name)
                .filter(row -> OrderJson.expiry(row).equals(expiry))
                .limit(GREEKS_LIMIT)
                .toList();
        if (options.isEmpty()) {
            throw AngelError.AB9019.failure();
        }
        int slot = market.locked(market::slot);
        ArrayNode rows = Json.array();
        options.forEach(option -> rows.add(greeks(option, market.tapes().greeks(option, slot), expiry)));
        return rows;
    }

    private ObjectNode greeks(Contract option, OptionGreeks greeks, String expiry) {
        return Json.object()
                .put("name", option.name())
                .put("expiry", expiry)
                .put("strikePrice", six(option.toRupees(option.strike())))
                .put("optionType", OrderJson.optionType(option))
                .put("delta", six(greeks.delta()))
                .put("gamma", six(greeks.gamma()))
                .put("theta", six(greeks.theta()))
                .put("vega", six(greeks.vega()))
                .put("impliedVolatility", six(greeks.volatility() * 100))
                .put("tradeVolume", OrderJson.plain(board.expectedVolume(option)));
    }

    private static String six(double value) {
        return String.format(Locale.ENGLISH, "%.6f", value);
    }

    private JsonNode gainersLosers(Call call) throws ApiFailure {
        FutureBoard.Ranking ranking = switch (Json.text(call.body(), "datatype")) {
            case "PercPriceGainers" -> FutureBoard.Ranking.PRICE_UP;
            case "PercPriceLosers" -> FutureBoard.Ranking.PRICE_DOWN;
            case "PercOIGainers" -> FutureBoard.Ranking.INTEREST_UP;
            case "PercOILosers" -> FutureBoard.Ranking.INTEREST_DOWN;
            default -> throw AngelError.AB1004.failure("Invalid datatype");
        };
        ArrayNode rows = Json.array();
        board.top(ranking, month(call.body()))
                .forEach(row -> rows.add(Json.object()
                        .put("tradingSymbol", row.contract().symbol())
                        .put("percentChange", ranking.price() ? row.pricePercent() : row.interestPercent())
                        .put("symbolToken", Integer.parseInt(row.contract().token()))
                        .put("opnInterest", (double) row.interest())
                        .put("netChangeOpnInterest", (double) row.interestChange())));
        return rows;
    }

    private static int month(JsonNode body) throws ApiFailure {
        return switch (Json.text(body, "expirytype")) {
            case "NEAR" -> 0;
            case "NEXT" -> 1;
            case "FAR" -> 2;
            default -> throw AngelError.AB1004.failure("Invalid expirytype");
        };
    }

    private JsonNode putCallRatio(Call call) {
        ArrayNode rows = Json.array();
        board.putCallRatios()
                .forEach((future, ratio) ->
                        rows.add(Json.object().put("pcr", ratio).put("tradingSymbol", future.symbol())));
        return rows;
    }

    private JsonNode buildup(Call call) throws ApiFailure {
        Predicate<FutureBoard.Row> wanted = switch (Json.text(call.body(), "datatype")) {
            case "Long Built Up" -> row -> row.priceChange() > 0 && row.interestChange() > 0;
            case "Short Built Up" -> row -> row.priceChange() < 0 && row.interestChange() > 0;
            case "Short Covering" -> row -> row.priceChange() > 0 && row.interestChange() < 0;
            case "Long Unwinding" -> row -> row.priceChange() < 0 && row.interestChange() < 0;
            default -> throw AngelError.AB1004.failure("Invalid datatype");
        };
        ArrayNode rows = Json.array();
        board.matching(wanted, month(call.body()))
                .forEach(row -> rows.add(Json.object()
                        .put("symbolToken", row.contract().token())
                        .put("ltp", OrderJson.plain(row.last()))
                        .put("netChange", OrderJson.plain(row.priceChange()))
                        .put("percentChange", OrderJson.plain(row.pricePercent()))
                        .put("opnInterest", Long.toString(row.interest()))
                        .put("netChangeOpnInterest", Long.toString(row.interestChange()))
                        .put("tradingSymbol", row.contract().symbol())));
        return rows;
    }

    private JsonNode intraday(String exchange) {
        ArrayNode rows = Json.array();
        Optional.of(exchange)
                .flatMap(QuoteEndpoints::segment)
                .ifPresent(segment -> catalog.in(segment)
                        .filter(row -> row.kind() == Contract.Kind.CASH && row.closingAuction())
                        .forEach(row -> rows.add(Json.object()
                                .put("Exchange", exchange)
                                .put("SymbolName", row.name())
                                .put("Multiplier", OrderJson.plain(CROWDED)))));
        return rows;
    }

    /// The real shape is not known; these are the shares whose orders need {@code scripconsent}.
    private JsonNode cautionary(Call call) {
        ArrayNode rows = Json.array();
        catalog.all()
                .filter(Surveillance::listed)
                .forEach(row -> rows.add(Json.object()
                        .put("exchange", row.segment().name())
                        .put("symbol", row.symbol())
                        .put("token", row.token())
                        .put("message", "Security is under surveillance measure")));
        return rows;
    }
}
