package in.sauda.app.testkit;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.AddressCheck.Verdict;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.RateUse;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.health.HealthReport;
import in.sauda.core.health.HealthRule;
import in.sauda.core.health.HealthState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An account, a session, a feed and a health check as they look on an ordinary day.
public final class AccountScene {
    public static final Funds FUNDS = new Funds(
            4_82_350_75L,
            1_20_000_00L,
            1_87_420_50L,
            4_14_930_25L,
            12_430_50L,
            -3_215_00L,
            50_000_00L,
            0,
            1_32_600_00L,
            42_300_50L,
            Paise.UNKNOWN);
    private static final long SECOND = 1_000_000_000L;
    private static final long WALL = 1_789_970_000_000L;

    private final FakeTerminal terminal;
    private final ManualTime time;

    public AccountScene(FakeTerminal terminal, ManualTime time) {
        this.terminal = terminal;
        this.time = time;
    }

    /// Everything, read twelve seconds ago.
    public void day(List<Instrument> watched) {
        terminal.account(account(null));
        terminal.session(new SessionFacts(
                true,
                WALL + 14 * 3_600_000L,
                List.of(
                        new RateUse("orders", List.of(new RateUse.Window(1_000, 2, 9)), 0),
                        new RateUse("historical data", List.of(new RateUse.Window(1_000, 3, 3)), 4)),
                read(new AddressCheck.Report(
                        Verdict.MATCHES, "203.0.113.7", "203.0.113.7", false, "Orders leave from your address."))));
        terminal.subscriptions(report(watched));
        terminal.health(health());
    }

    /// @param failure why the funds could not be read again, null when they could
    public AccountData account(@Nullable BrokerFailure failure) {
        return new AccountData(
                true,
                new Reading<>(FUNDS, time.nanos() - 12 * SECOND, false, failure),
                read(holdings()),
                read(List.of()),
                read(List.of()));
    }

    private <T> Reading<T> read(T value) {
        return new Reading<>(value, time.nanos() - 12 * SECOND, false, null);
    }

    public static List<Holding> holdings() {
        return List.of(
                holding(Instruments.RELIANCE, 120, 0, 131_245, 141_260, 140_310),
                holding(Instruments.SBIN, 300, 50, 79_810, 83_415, 84_005),
                new Holding(null, "OLDCO-BE", "INE000000000", 40, 0, 0, 0, 21_050, 18_930, 18_930, -84_800L, -10.07));
    }

    private static Holding holding(
            Instrument instrument, long quantity, long t1, long average, long last, long previous) {
        long pnl = (last - average) * (quantity + t1);
        return new Holding(
                instrument.key(),
                instrument.symbol(),
                "INE002A01018",
                quantity,
                t1,
                0,
                0,
                average,
                last,
                previous,
                pnl,
                100.0 * pnl / (average * (quantity + t1)));
    }

    /// Every sixth is stale, every ninth never ticked, the last is refused.
    public SubscriptionReport report(List<Instrument> watched) {
        List<SubscriptionRow> rows = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            SubscriptionState state = i == watched.size() - 1
                    ? SubscriptionState.REFUSED
                    : i % 6 == 5
                            ? SubscriptionState.STALE
                            : i % 9 == 8 ? SubscriptionState.SILENT : SubscriptionState.TICKING;
            rows.add(row(watched.get(i), state, i));
        }
        SubscriptionCounts total = counts(rows);
        List<SubscriptionRow> shares = rows.stream()
                .filter(row -> row.instrument().category() == InstrumentCategory.EQUITY)
                .toList();
        return new SubscriptionReport(
                time.nanos(),
                rows,
                total,
                Map.of(InstrumentCategory.EQUITY, counts(shares)),
                List.of(
                        connection(1, ConnectionState.CONNECTED, 812, ""),
                        connection(2, ConnectionState.WAITING, 143, "The connection was reset. Next try in 4 s."),
                        connection(3, ConnectionState.UNUSED, 0, "")),
                2,
                1,
                8 * SECOND,
                FeedSource.STREAM);
    }

    private SubscriptionRow row(Instrument instrument, SubscriptionState state, int i) {
        long last = state == SubscriptionState.TICKING
                ? time.nanos() - 300_000_000L * (i + 1)
                : state == SubscriptionState.STALE ? time.nanos() - 190 * SECOND : 0;
        return new SubscriptionRow(
                terminal.index(instrument),
                instrument,
                i == 0 ? FeedMode.FULL : FeedMode.QUOTE,
                i < 2 ? Interest.VIEW : i == 3 ? Interest.OTHER : Interest.WATCHLIST,
                state,
                state == SubscriptionState.REFUSED ? 0 : 1 + i % 2,
                time.nanos() - 600 * SECOND,
                last,
                last == 0 ? 0 : 1_834L * (i + 1),
                state == SubscriptionState.STALE ? 1 : 0,
                i < 2 ? List.of("link", "watchlist") : i == 3 ? List.of("subscribed") : List.of("watchlist"));
    }

    private static SubscriptionCounts counts(List<SubscriptionRow> rows) {
        return new SubscriptionCounts(
                rows.size(),
                rows.size(),
                count(rows, SubscriptionState.TICKING),
                count(rows, SubscriptionState.STALE),
                count(rows, SubscriptionState.SILENT),
                count(rows, SubscriptionState.IDLE),
                count(rows, SubscriptionState.WAITING),
                count(rows, SubscriptionState.REFUSED));
    }

    private static int count(List<SubscriptionRow> rows, SubscriptionState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    private ConnectionStatistics connection(int number, ConnectionState state, int used, String detail) {
        return new ConnectionStatistics(
                number,
                state,
                used,
                1_000,
                used * 1_520L,
                used * 200_000L,
                used == 0 ? 0 : time.nanos() - 200_000_000L * number,
                number == 2 ? 3 : 0,
                detail);
    }

    private static HealthReport health() {
        return new HealthReport(
                HealthState.FAIL,
                WALL,
                WALL,
                TradingMode.DEMO,
                true,
                true,
                true,
                true,
                955,
                12_48_000,
                WALL - 200,
                412L << 20,
                2_048L << 20,
                64L << 30,
                12,
                0,
                List.of(
                        rule(
                                "feed.connected",
                                "Market feed",
                                HealthState.WARN,
                                "1 of 2 connected",
                                "all connected",
                                "One socket of the market feed is away.",
                                "It is retried by itself."),
                        rule(
                                "feed.subscribed",
                                "Subscriptions",
                                HealthState.OK,
                                "955 of 955",
                                "all",
                                "Everything wanted is streamed.",
                                ""),
                        rule("feed.ticks", "Tick flow", HealthState.OK, "0.2 s", "60 s", "Prices are flowing.", ""),
                        rule(
                                "candles",
                                "Candles",
                                HealthState.FAIL,
                                "0 of 188",
                                "94",
                                "The last closed minute made no candle.",
                                "Look at the feed, then reconnect."),
                        rule("rest", "REST for live data", HealthState.OK, "0", "0", "Nothing is polled.", ""),
                        rule("store", "Database", HealthState.OK, "saving", "", "Everything is being saved.", ""),
                        rule("clock", "Clock", HealthState.OK, "12 ms", "2 s", "The clock is right.", ""),
                        rule(
                                "memory",
                                "Memory",
                                HealthState.OK,
                                "412 of 2048 MB",
                                "90 %",
                                "There is enough memory.",
                                ""),
                        rule("gap", "Gaps", HealthState.IDLE, "–", "", "Not judged outside market hours.", "")));
    }

    private static HealthRule rule(
            String id, String title, HealthState state, String figure, String threshold, String sentence, String next) {
        return new HealthRule(id, title, state, figure, threshold, sentence, next);
    }
}
