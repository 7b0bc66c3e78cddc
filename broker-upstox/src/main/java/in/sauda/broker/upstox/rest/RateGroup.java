package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.support.RateLimiter.Window;
import java.time.Duration;
import java.util.List;

/// Calls that share one allowance. Source: the broker's rate limits of 2026, per user and API: fifty a second,
/// five hundred a minute and two thousand in half an hour; orders of every kind together ten a second.
enum RateGroup {
    ORDERS("orders", 10),
    /// Older limits of calls for many orders at once, kept to be safe; the newer ones count them as orders.
    ORDER_LISTS("many orders at once", 4, 40, 160),
    ORDER_BOOK("order book", 50),
    PORTFOLIO("portfolio and funds", 50),
    ACCOUNT("account", 50),
    QUOTES("quotes", 50),
    CANDLES("candles", 50),
    OPTIONS("options", 50),
    CHARGES("charges and margin", 50),
    MARKET("market information", 50),
    FEED("feed authorisation", 50);

    private final String words;
    private final int perSecond;
    private final int perMinute;
    private final int perHalfHour;

    RateGroup(String words, int perSecond) {
        this(words, perSecond, 500, 2_000);
    }

    RateGroup(String words, int perSecond, int perMinute, int perHalfHour) {
        this.words = words;
        this.perSecond = perSecond;
        this.perMinute = perMinute;
        this.perHalfHour = perHalfHour;
    }

    /// Name for people.
    String words() {
        return words;
    }

    List<Window> windows() {
        return List.of(
                new Window(perSecond, Duration.ofSeconds(1)),
                new Window(perMinute, Duration.ofMinutes(1)),
                new Window(perHalfHour, Duration.ofMinutes(30)));
    }
}
