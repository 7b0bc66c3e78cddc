package in.sauda.core.health;

import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.SubscriptionCounts;
import java.util.List;
import java.util.stream.Collectors;

/// The rules about live prices. They are judged only while a subscribed instrument's market trades continuously, and
/// IDLE otherwise (rules 2.8).
final class MarketRules {
    private static final long TICK_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    /// Stale instruments are worth a warning when they are more than this part of all that trade.
    private static final double STALE_PART = 0.05;
    private static final double DIFFERENT_PART = 0.01;
    private static final int FEWEST_MINUTES = 20;

    private final HealthFacts facts;
    private final SubscriptionCounts counts;

    private MarketRules(HealthFacts facts) {
        this.facts = facts;
        this.counts = facts.subscriptions();
    }

    static List<HealthRule> judge(HealthFacts facts) {
        MarketRules rules = new MarketRules(facts);
        if (facts.subscriptions().trading() == 0) {
            return List.of(
                    rules.idle("feed.connected", "Market feed"),
                    rules.idle("feed.subscribed", "Subscriptions"),
                    rules.idle("feed.ticks", "Tick flow"),
                    rules.idle("feed.stale", "Stale prices"),
                    rules.idle("candles", "Candles"),
                    rules.idle("candles.broker", "Broker's candles"),
                    rules.idle("feed.rest", "Quotes over REST"));
        }
        return List.of(
                rules.connected(),
                rules.subscribed(),
                rules.ticks(),
                rules.stale(),
                rules.candles(),
                rules.minutes(),
                rules.rest());
    }

    private HealthRule idle(String id, String title) {
        String why = counts.asked() == 0 ? "Nothing is watched." : "The market is not in continuous trading.";
        return new HealthRule(id, title, HealthState.IDLE, "–", "", why, "");
    }

    private HealthRule connected() {
        List<ConnectionStatistics> needed =
                facts.connections().stream().filter(socket -> socket.used() > 0).toList();
        long open = needed.stream()
                .filter(socket -> socket.state() == ConnectionState.CONNECTED)
                .count();
        String figure = open + " of " + needed.size() + " connections";
        HealthState some = open < needed.size() ? HealthState.WARN : HealthState.OK;
        return switch (facts.feed()) {
            case FeedState.Connected _ ->
                feed(some, figure, some == HealthState.OK ? "The feed is connected." : detail(needed), "");
            case FeedState.Limited limited -> feed(HealthState.WARN, figure, limited.reason(), "Watch less.");
            case FeedState.Polling polling ->
                feed(HealthState.WARN, figure, polling.reason(), "Sauda returns to the stream by itself.");
            case FeedState.Connecting _ -> feed(HealthState.FAIL, figure, "The feed is connecting.", "Wait a moment.");
            case FeedState.Disconnected lost ->
                feed(
                        HealthState.FAIL,
                        figure,
                        lost.reason(),
                        lost.retryInMillis() < 0 ? "Log in again." : "Check the internet connection.");
            case FeedState.Closed _ -> feed(HealthState.FAIL, figure, "The feed is closed.", "Connect the feed.");
        };
    }

    private static String detail(List<ConnectionStatistics> needed) {
        return needed.stream()
                .filter(socket -> socket.state() != ConnectionState.CONNECTED)
                .map(socket -> "Connection " + socket.number() + ": "
                        + (socket.detail().isEmpty() ? "connecting." : socket.detail()))
                .collect(Collectors.joining(" "));
    }

    private static HealthRule feed(HealthState state, String figure, String sentence, String next) {
        return new HealthRule("feed.connected", "Market feed", state, figure, "all connected", sentence, next);
    }

    private HealthRule subscribed() {
        int missing = counts.asked() - counts.placed();
        String names =
                facts.missing().isEmpty() ? "" : " Missing: " + String.join(", ", facts.missing()) + more(missing);
        return new HealthRule(
                "feed.subscribed",
                "Subscriptions",
                missing > 0 ? HealthState.WARN : HealthState.OK,
                counts.placed() + " of " + counts.asked(),
                "all",
                missing > 0
                        ? missing + " watched instruments are not streamed." + names
                        : "Everything that is watched is subscribed.",
                missing > 0 ? "Watch fewer instruments; positions and orders go first." : "");
    }

    private String more(int missing) {
        return missing > facts.missing().size() ? " …" : ".";
    }

    private HealthRule ticks() {
        long age = facts.feedAgeNanos();
        boolean late = age < 0 || age > TICK_NANOS;
        List<String> quiet = facts.connections().stream()
                .filter(socket -> socket.used() > 0 && socket.state() == ConnectionState.CONNECTED)
                .filter(socket -> socket.ageNanos(facts.atNanos()) < 0 || socket.ageNanos(facts.atNanos()) > TICK_NANOS)
                .map(socket -> String.valueOf(socket.number()))
                .toList();
        HealthState state = late ? HealthState.FAIL : quiet.isEmpty() ? HealthState.OK : HealthState.WARN;
        String sentence = late
                ? "No price has come in the last 60 seconds."
                : quiet.isEmpty() ? "Prices are coming." : "Connection " + String.join(", ", quiet) + " is silent.";
        return new HealthRule(
                "feed.ticks",
                "Tick flow",
                state,
                age < 0 ? "none yet" : Math.round(age / NANOS_PER_SECOND * 10) / 10.0 + " s since the last",
                "60 s",
                sentence,
                state == HealthState.OK ? "" : "Wait for the reconnect, or switch to polling.");
    }

    private HealthRule stale() {
        boolean many = counts.stale() > STALE_PART * counts.trading();
        String names = facts.stale().isEmpty() ? "" : ": " + String.join(", ", facts.stale());
        return new HealthRule(
                "feed.stale",
                "Stale prices",
                many ? HealthState.WARN : HealthState.OK,
                counts.stale() + " of " + counts.trading(),
                "5 % older than 120 s",
                counts.stale() == 0
                        ? "No price is older than two minutes."
                        : counts.stale() + " have not moved for two minutes" + names + ".",
                many ? "Look at the Subscriptions view; suspended shares are normal." : "");
    }

    private HealthRule candles() {
        int made = facts.candlesMade();
        int expected = Math.max(facts.candlesExpected(), made);
        if (facts.candlesDue() == 0) {
            return new HealthRule(
                    "candles", "Candles", HealthState.IDLE, "–", "", "No minute is due yet since the start.", "");
        }
        HealthState state = made == 0 ? HealthState.FAIL : made * 2 < expected ? HealthState.WARN : HealthState.OK;
        return new HealthRule(
                "candles",
                "Candles",
                state,
                made + " of " + expected + " in the last minute",
                "half",
                state == HealthState.OK ? "Candles are being made." : "Fewer candles than a minute ago are being made.",
                state == HealthState.OK ? "" : "Check the tick flow; holes are filled from history.");
    }

    private HealthRule minutes() {
        MinuteAgreement minutes = facts.minutes();
        if (minutes.compared() == 0) {
            return new HealthRule(
                    "candles.broker",
                    "Broker's candles",
                    HealthState.IDLE,
                    "–",
                    "",
                    "The feed has carried no minute of the broker's own to compare with.",
                    "");
        }
        boolean many =
                minutes.compared() >= FEWEST_MINUTES && minutes.different() > DIFFERENT_PART * minutes.compared();
        return new HealthRule(
                "candles.broker",
                "Broker's candles",
                many ? HealthState.WARN : HealthState.OK,
                minutes.different() + " of " + minutes.compared() + " differ",
                "1 %",
                many
                        ? "Our minutes reach beyond the broker's; " + minutes.narrower()
                                + " more only miss what the feed left out."
                        : "Our minutes agree with the broker's; " + minutes.narrower()
                                + " miss a price the feed left out.",
                many ? "Compare a chart with the broker's; minutes are read again from history after the close." : "");
    }

    private HealthRule rest() {
        boolean any = facts.liveRestCalls() > 0;
        return new HealthRule(
                "feed.rest",
                "Quotes over REST",
                any ? HealthState.WARN : HealthState.OK,
                facts.liveRestCalls() + " calls",
                "0",
                any ? "Live prices were asked for over REST because the stream was away." : "All prices are streamed.",
                any ? "Check the connection if this grows." : "");
    }
}
