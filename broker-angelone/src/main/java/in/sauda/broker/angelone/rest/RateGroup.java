package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.support.RateLimiter.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Endpoints that share one allowance, and how much of it we use.
///
/// Source: SmartAPI rate limits, per client code. Candles stay at two a second although three are documented,
/// because the broker's rolling second has been seen to refuse an even 0.4 s spacing; quotes stay between the two
/// figures the broker documents, one and ten a second.
enum RateGroup {
    LOGIN("login", 1, 0, 0),
    TOKENS("token renewal", 1, 0, 1000),
    LOGOUT("logout", 1, 0, 0),
    PROFILE("profile", 3, 0, 1000),
    FUNDS("funds", 2, 0, 0),
    ORDERS("orders", 9, 500, 1000),
    ORDER_BOOK("order book", 1, 0, 0),
    ORDER_DETAILS("order details", 10, 500, 5000),
    TRADE_BOOK("trade book", 1, 0, 0),
    POSITIONS("positions", 1, 0, 0),
    HOLDINGS("holdings", 1, 0, 0),
    ALL_HOLDINGS("holdings with totals", 1, 0, 0),
    CONVERSION("position conversion", 10, 500, 5000),
    SEARCH("instrument search", 1, 0, 0),
    LAST_PRICE("last price", 10, 500, 5000),
    QUOTES("quotes", 5, 500, 5000),
    CANDLES("candles and open interest", 2, 180, 5000),
    ANALYTICS("derivatives figures", 1, 0, 0),
    MARGIN("margin", 10, 500, 5000),
    CHARGES("charges", 1, 0, 0),
    TRIGGER_WRITES("trigger orders", 9, 500, 5000),
    TRIGGER_READS("trigger order lists", 10, 500, 5000);

    private final String words;
    private final int perSecond;
    private final int perMinute;
    private final int perHour;

    /// Zero means no cap of that kind.
    RateGroup(String words, int perSecond, int perMinute, int perHour) {
        this.words = words;
        this.perSecond = perSecond;
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    /// Name for people.
    String words() {
        return words;
    }

    List<Window> windows() {
        return Stream.of(
                        new Window(perSecond, Duration.ofSeconds(1)),
                        new Window(perMinute, Duration.ofMinutes(1)),
                        new Window(perHour, Duration.ofHours(1)))
                .filter(window -> window.calls() > 0)
                .toList();
    }
}
