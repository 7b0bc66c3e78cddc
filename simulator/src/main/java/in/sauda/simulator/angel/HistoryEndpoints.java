package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.market.CandleHistory;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Candles of today and of past days (protocol 1.16).
final class HistoryEndpoints {
    private record Span(Timeframe timeframe, int maximumDays) {}

    private static final Map<String, Span> INTERVALS = Map.of(
            "ONE_MINUTE", new Span(Timeframe.M1, 30),
            "THREE_MINUTE", new Span(Timeframe.M3, 60),
            "FIVE_MINUTE", new Span(Timeframe.M5, 100),
            "TEN_MINUTE", new Span(Timeframe.M10, 100),
            "FIFTEEN_MINUTE", new Span(Timeframe.M15, 200),
            "THIRTY_MINUTE", new Span(Timeframe.M30, 200),
            "ONE_HOUR", new Span(Timeframe.H1, 400),
            "ONE_DAY", new Span(Timeframe.D1, 2_000));
    private static final long DAY_MILLIS = 86_400_000L;
    private static final Limit LIMIT = new Limit(3, 180, 5_000);
    private static final String ROOT = "/rest/secure/angelbroking/historical/v1/";

    /// A checked request; candles and open interest take the same.
    private record Range(Contract contract, Timeframe timeframe, long from, long to) {}

    private final Market market;
    private final ContractCatalog catalog;
    private final CandleHistory history;

    HistoryEndpoints(Market market, ContractCatalog catalog, CandleHistory history) {
        this.market = market;
        this.catalog = catalog;
        this.history = history;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", ROOT + "getCandleData", "candles", LIMIT, false, this::candles),
                new Endpoint("POST", ROOT + "getOIData", "candles", LIMIT, false, this::openInterest));
    }

    private Range range(JsonNode body) throws ApiFailure {
        Contract contract = contract(body);
        Span span =
                Optional.ofNullable(INTERVALS.get(Json.text(body, "interval"))).orElseThrow(AngelError.AB1004::failure);
        long from = WireTime.minute(Json.text(body, "fromdate"));
        long to = WireTime.minute(Json.text(body, "todate"));
        if (from >= to || to - from > span.maximumDays() * DAY_MILLIS + DAY_MILLIS) {
            throw AngelError.AB1004.failure();
        }
        return new Range(contract, span.timeframe(), from, to);
    }

    private JsonNode candles(Call call) throws ApiFailure {
        Range range = range(call.body());
        ArrayNode rows = Json.array();
        history.candles(range.contract(), range.timeframe(), range.from(), range.to(), now())
                .forEach(candle -> rows.add(row(range.contract(), candle)));
        return rows;
    }

    private JsonNode openInterest(Call call) throws ApiFailure {
        Range range = range(call.body());
        ArrayNode rows = Json.array();
        history.openInterest(range.contract(), range.timeframe(), range.from(), range.to(), now())
                .forEach(point -> rows.add(Json.object()
                        .put("time", WireTime.candle(point.startMillis()))
                        .put("oi", point.units())));
        return rows;
    }

    private long now() {
        return market.clock().millis();
    }

    private Contract contract(JsonNode body) throws ApiFailure {
        Segment segment = QuoteEndpoints.segment(Json.text(body, "exchange")).orElseThrow(AngelError.AB1004::failure);
        return catalog.find(segment, Json.text(body, "symboltoken")).orElseThrow(AngelError.AB1018::failure);
    }

    private static ArrayNode row(Contract contract, Candle candle) {
        return Json.array()
                .add(WireTime.candle(candle.startMillis()))
                .add(contract.toRupees(candle.open()))
                .add(contract.toRupees(candle.high()))
                .add(contract.toRupees(candle.low()))
                .add(contract.toRupees(candle.close()))
                .add(candle.volume());
    }
}
