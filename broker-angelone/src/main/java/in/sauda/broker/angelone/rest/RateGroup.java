package in.sauda.broker.angelone.rest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Endpoints that share one allowance, and how much of it we use.
///
/// Source: SmartAPI rate limits, per client code. Candles stay at two a second although three are documented,
/// because
/// the broker's rolling second has been seen to refuse an even 0.4 s spacing.
enum RateGroup {
    LOGIN(1, 0, 0),
    LOGOUT(1, 0, 0),
    PROFILE(3, 0, 1000),
    FUNDS(2, 0, 0),
    ORDERS(9, 500, 1000),
    ORDER_BOOK(1, 0, 0),
    POSITIONS(1, 0, 0),
    CANDLES(2, 180, 5000);

    private final int perSecond;
    private final int perMinute;
    private final int perHour;

    /// Zero means no cap of that kind.
    RateGroup(int perSecond, int perMinute, int perHour) {
        this.perSecond = perSecond;
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    List<Window> windows() {
        return Stream.of(
                        new Window(perSecond, Duration.ofSeconds(1)),
                        new Window(perMinute, Duration.ofMinutes(1)),
                        new Window(perHour, Duration.ofHours(1)))
                .filter(window -> window.calls() > 0)
                .toList();
    }

    /// At most this many calls in any span of that length.
    record Window(int calls, Duration span) {}
}
