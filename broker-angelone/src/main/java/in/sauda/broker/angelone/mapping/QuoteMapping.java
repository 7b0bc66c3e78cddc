package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.QuoteSnapshot.Level;
import in.sauda.core.broker.Quotes.Unfetched;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;

/// Requests and replies of market/v1/quote and getLtpData. Prices are rupees; keys are camel case in the one and
/// lower case in the other.
public final class QuoteMapping {
    /// Most instruments of one request.
    public static final int PER_CALL = 50;

    private QuoteMapping() {}

    public static ObjectNode request(List<Instrument> instruments, QuoteDetail detail) {
        ObjectNode tokens = JsonNodeFactory.instance.objectNode();
        for (Instrument instrument : instruments) {
            tokens.withArrayProperty(instrument.segment().name()).add(instrument.token());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("mode", mode(detail));
        body.set("exchangeTokens", tokens);
        return body;
    }

    private static String mode(QuoteDetail detail) {
        return switch (detail) {
            case LAST -> "LTP";
            case OHLC -> "OHLC";
            case FULL -> "FULL";
        };
    }

    /// Body of getLtpData.
    public static ObjectNode request(Instrument instrument) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("exchange", instrument.segment().name())
                .put("tradingsymbol", instrument.symbol())
                .put("symboltoken", instrument.token());
    }

    /// When a reply was received.
    public record Receipt(long nanos, long millis) {}

    /// What a reply holds: quotes, and what has none.
    public record Page(List<QuoteSnapshot> quotes, List<Unfetched> unfetched) {}

    /// @throws UnreadableException when the reply is no quote reply at all; a single strange row is unfetched
    public static Page page(JsonNode data, QuoteDetail detail, Receipt receipt) {
        List<QuoteSnapshot> quotes = new ArrayList<>();
        List<Unfetched> unfetched = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data.path("fetched"))) {
            InstrumentKey key = key(row);
            try {
                quotes.add(quote(key, row, detail, receipt));
            } catch (UnreadableException strange) {
                unfetched.add(new Unfetched(key, "UNREADABLE_REPLY", String.valueOf(strange.getMessage())));
            }
        }
        for (JsonNode row : WireValues.rows(data.path("unfetched"))) {
            String code = WireValues.either(row, "errorCode", "errorcode");
            unfetched.add(new Unfetched(key(row), code, WireValues.text(row, "message")));
        }
        return new Page(quotes, unfetched);
    }

    /// @throws UnreadableException when the row is not a quote
    public static QuoteSnapshot single(JsonNode data, InstrumentKey key, Receipt receipt) {
        return quote(key, data, QuoteDetail.OHLC, receipt);
    }

    private static InstrumentKey key(JsonNode row) {
        String token = WireValues.either(row, "symbolToken", "symboltoken");
        if (token.isEmpty()) {
            throw new UnreadableException("a quote has no token");
        }
        return new InstrumentKey(OrderBookMapping.segment(row), token);
    }

    private static QuoteSnapshot quote(InstrumentKey key, JsonNode row, QuoteDetail detail, Receipt receipt) {
        Segment segment = key.segment();
        int decimals = segment.priceDecimals();
        return new QuoteSnapshot(
                key,
                detail,
                time(row, "exchFeedTime"),
                time(row, "exchTradeTime"),
                receipt.nanos(),
                receipt.millis(),
                lastPrice(row, decimals),
                count(row, "lastTradeQty"),
                WireValues.priceIfStated(row, "avgPrice", decimals),
                count(row, "tradeVolume"),
                count(row, "totBuyQuan"),
                count(row, "totSellQuan"),
                WireValues.priceIfStated(row, "open", decimals),
                WireValues.priceIfStated(row, "high", decimals),
                WireValues.priceIfStated(row, "low", decimals),
                WireValues.priceIfStated(row, "close", decimals),
                count(row, "opnInterest"),
                WireValues.priceIfStated(row, "upperCircuit", decimals),
                WireValues.priceIfStated(row, "lowerCircuit", decimals),
                WireValues.priceIfStated(row, "52WeekHigh", decimals),
                WireValues.priceIfStated(row, "52WeekLow", decimals),
                levels(row.path("depth").path("buy"), decimals),
                levels(row.path("depth").path("sell"), decimals));
    }

    private static long lastPrice(JsonNode row, int decimals) {
        if (!WireValues.stated(row, "ltp")) {
            throw new UnreadableException("the quote has no last price");
        }
        return WireValues.price(row, "ltp", decimals);
    }

    private static long count(JsonNode row, String field) {
        return WireValues.stated(row, field) ? WireValues.whole(row, field) : MarketEvent.UNKNOWN;
    }

    private static long time(JsonNode row, String field) {
        String stamp = WireValues.text(row, field);
        return stamp.isEmpty() ? MarketEvent.UNKNOWN : OrderBookMapping.millis(stamp);
    }

    private static List<Level> levels(JsonNode side, int decimals) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode level : WireValues.rows(side)) {
            if (levels.size() < MarketEvent.DEPTH_LEVELS) {
                levels.add(new Level(
                        WireValues.price(level, "price", decimals),
                        WireValues.whole(level, "quantity"),
                        Math.toIntExact(Math.min(Integer.MAX_VALUE, WireValues.whole(level, "orders")))));
            }
        }
        return levels;
    }
}
