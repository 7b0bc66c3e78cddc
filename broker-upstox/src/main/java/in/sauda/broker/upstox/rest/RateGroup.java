package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.support.RateLimiter.Window;
import java.time.Duration;
import java.util.List;

/// Calls that share one allowance. Source: the broker's rate limits of 2026, per user and API: fifty a second,
/// five hundred a minute and two thousand in half an hour; orders of every kind together ten a second.
enum RateGroup {
    ORDERS("orders", 10),
    ORDER_BOOK("order book", 50),
    PORTFOLIO("portfolio and funds", 50),
    ACCOUNT("account", 50),
    QUOTES("quotes", 50),
    CANDLES("candles", 50),
    OPTIONS("options", 50),
    CHARGES("charges and margin", 50),
    MARKET("market information", 50),
    FEED("feed authorisation", 50);

    private static final int PER_MINUTE = 500;
    private static final int PER_HALF_HOUR = 2_000;

    private final String words;
    private final int perSecond;

    RateGroup(String words, int perSecond) {
        this.words = words;
        this.perSecond = perSecond;
    }

    /// Name for people.
    String words() {
        return words;
    }

    List<Window> windows() {
        return List.of(
                new Window(perSecond, Duration.ofSeconds(1)),
                new Window(PER_MINUTE, Duration.ofMinutes(1)),
                new Window(PER_HALF_HOUR, Duration.ofMinutes(30)));
    }
}
