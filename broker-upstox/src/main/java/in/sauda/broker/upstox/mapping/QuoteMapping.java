package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.QuoteSnapshot.Level;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.MarketEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Quote replies (protocol 2.12): maps whose own keys are of no use, so that {@code instrument_token} tells
/// whose quote
/// it is.
public final class QuoteMapping {
    /// Most keys of one call.
    public static final int PER_CALL = 500;

    private QuoteMapping() {}

    /// When a reply came.
    public record Receipt(long nanos, long millis) {}

    /// The quotes by the broker's key.
    ///
    /// @throws UnreadableException when the payload is not a map
    public static Map<String, JsonNode> byKey(JsonNode data) {
        Map<String, JsonNode> quotes = new HashMap<>();
        data.forEach(quote -> quotes.put(WireValues.text(quote, "instrument_token"), quote));
        return quotes;
    }

    /// @throws UnreadableException when the quote has no price
    public static QuoteSnapshot quote(InstrumentKey key, JsonNode quote, QuoteDetail detail, Receipt receipt) {
        int decimals = key.segment().priceDecimals();
        if (!WireValues.stated(quote, "last_price")) {
            throw new UnreadableException("the quote has no last price");
        }
        JsonNode day = quote.has("ohlc") ? quote.path("ohlc") : quote.path("live_ohlc");
        return new QuoteSnapshot(
                key,
                detail,
                stamp(quote, "timestamp"),
                millis(quote, "last_trade_time"),
                receipt.nanos(),
                receipt.millis(),
                WireValues.price(quote, "last_price", decimals),
                count(quote, "ltq"),
                WireValues.priceIfStated(quote, "average_price", decimals),
                quote.has("volume") ? count(quote, "volume") : count(day, "volume"),
                count(quote, "total_buy_quantity"),
                count(quote, "total_sell_quantity"),
                WireValues.priceIfStated(day, "open", decimals),
                WireValues.priceIfStated(day, "high", decimals),
                WireValues.priceIfStated(day, "low", decimals),
                previousClose(quote, decimals),
                count(quote, "oi"),
                WireValues.priceIfStated(quote, "upper_circuit_limit", decimals),
                WireValues.priceIfStated(quote, "lower_circuit_limit", decimals),
                MarketEvent.UNKNOWN,
                MarketEvent.UNKNOWN,
                levels(quote.path("depth").path("buy"), decimals),
                levels(quote.path("depth").path("sell"), decimals));
    }

    /// Stated by the last-price call; in a full quote it is the price less its change.
    private static long previousClose(JsonNode quote, int decimals) {
        if (WireValues.stated(quote, "cp")) {
            return WireValues.price(quote, "cp", decimals);
        }
        if (!WireValues.stated(quote, "net_change")) {
            return MarketEvent.UNKNOWN;
        }
        BigDecimal close = WireValues.decimal(quote, "last_price").subtract(WireValues.decimal(quote, "net_change"));
        return WireValues.fixed(close, decimals, "previous close");
    }

    private static long count(JsonNode quote, String field) {
        return WireValues.stated(quote, field)
                ? WireValues.decimal(quote, field).longValue()
                : MarketEvent.UNKNOWN;
    }

    private static long stamp(JsonNode quote, String field) {
        String text = WireValues.text(quote, field);
        return text.isEmpty() ? MarketEvent.UNKNOWN : WireValues.offsetStamp(text);
    }

    /// Epoch milliseconds written as text.
    private static long millis(JsonNode quote, String field) {
        long millis = WireValues.stated(quote, field) ? WireValues.whole(quote, field) : 0;
        return millis <= 0 ? MarketEvent.UNKNOWN : millis;
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
