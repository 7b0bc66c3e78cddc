package in.sauda.app.lists;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.MarketScene;
import in.sauda.app.watchlist.WatchlistViewModel;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists are imported, follow the market, fill watchlists and become the strategies' universe.
class ListsViewModelTest {
    @TempDir
    private Path home = Path.of("");

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final MarketScene market = new MarketScene(terminal);
    private final FakeMasters masters = new FakeMasters(market.directory().instruments());
    private final Instrument reliance = market.watched().get(2);
    private final Instrument hdfc = market.watched().get(3);
    private SettingsStore settings;
    private WatchlistViewModel watchlist;
    private ListsViewModel model;
    private PulseDriver driver;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        driver = new PulseDriver(terminal, time);
        watchlist = new WatchlistViewModel(terminal, masters.directory(), settings, time, ignored -> "");
        watchlist.attach(driver);
        model = new ListsViewModel(terminal, masters, settings, watchlist, time, Runnable::run, Runnable::run);
        model.attach(driver);
        model.open(driver);
    }

    @AfterEach
    void close() {
        model.detach();
        watchlist.detach();
        settings.close();
    }

    private void streams(Instrument... instruments) {
        List<SubscriptionRow> rows = List.of(instruments).stream()
                .map(instrument -> new SubscriptionRow(
                        terminal.index(instrument),
                        instrument,
                        FeedMode.QUOTE,
                        Interest.WATCHLIST,
                        SubscriptionState.TICKING,
                        1,
                        0,
                        0,
                        1,
                        0,
                        List.of("watchlist")))
                .toList();
        terminal.subscriptions(new SubscriptionReport(
                1, rows, SubscriptionCounts.NONE, Map.of(), List.of(), 0, 0, 0, FeedSource.STREAM));
    }

    private UserList top(int most) {
        return new UserList("Top", "top-volume", Map.of("most", Integer.toString(most)), List.of());
    }

    private List<String> members() {
        return model.members().stream().map(line -> line.instrument().symbol()).toList();
    }

    @Test
    void theMostTradedFollowTheMarketAndFillAWatchlist() {
        streams(reliance, hdfc);
        terminal.tick(reliance, 141_000, 140_000, 5_000);
        terminal.tick(hdfc, 99_000, 98_000, 4_000);
        model.keep(top(1));
        assertThat(members()).containsExactly("RELIANCE-EQ");
        model.follow(model.lines().getFirst().list(), 0);
        assertThat(watchlist.rows())
                .extracting(row -> row.instrument().symbol())
                .containsExactly("RELIANCE-EQ");
        terminal.tick(hdfc, 99_000, 98_000, 9_000);
        time.advanceMillis(5_000);
        driver.pulse();
        assertThat(members()).containsExactly("HDFCBANK-EQ");
        assertThat(watchlist.rows())
                .extracting(row -> row.instrument().symbol())
                .containsExactly("HDFCBANK-EQ");
        assertThat(model.lines().getFirst().use.get().text()).isEqualTo("Watchlist 1");
    }

    @Test
    void aListBecomesTheUniverseAndIsItAgainAfterARestart() {
        streams(reliance, hdfc);
        terminal.tick(reliance, 141_000, 140_000, 5_000);
        model.keep(top(50));
        model.useForStrategies(model.lines().getFirst().list());
        Command.SetUniverse sent = terminal.sent(Command.SetUniverse.class).getLast();
        assertThat(sent.name()).isEqualTo("Top");
        assertThat(sent.instruments()).containsExactly(reliance);

        ListsViewModel again =
                new ListsViewModel(terminal, masters, settings, watchlist, time, Runnable::run, Runnable::run);
        again.attach(driver);
        assertThat(terminal.sent(Command.SetUniverse.class)).hasSize(2);
        again.remove(again.lines().getFirst().list());
        assertThat(terminal.sent(Command.SetUniverse.class).getLast().instruments())
                .isEmpty();
        assertThat(settings.get().desk().universe()).isEmpty();
        again.detach();
    }

    private void importIndex() throws IOException {
        Path file = Files.writeString(home.resolve("ind_nifty50list.csv"), """
                Company Name,Industry,Symbol,Series,ISIN Code
                Reliance Industries Ltd.,Oil Gas & Consumable Fuels,RELIANCE,EQ,INE002A01018
                HDFC Bank Ltd.,Financial Services,HDFCBANK,EQ,INE040A01034
                A demerged share,Consumer Goods,DUMMYHDLVR,EQ,
                """);
        new ConstituentImport(model, masters, Runnable::run, Runnable::run).take(file);
    }

    @Test
    void importsAnIndexAndNamesWhatNoMasterLists() throws IOException {
        importIndex();
        assertThat(model.message().get()).isEqualTo("NIFTY 50: 2 of 3 shares found. In no master: DUMMYHDLVR.");
        assertThat(members()).containsExactly("RELIANCE-EQ", "HDFCBANK-EQ");
        assertThat(model.members().getFirst().industry.get().text()).isEqualTo("Oil Gas & Consumable Fuels");
    }

    @Test
    void theBuilderSaysWhatItTurnedAwayAndWhatItStillReads() throws IOException {
        importIndex();
        model.keep(new UserList(
                "Built", "filter", Map.of("base", "NIFTY 50", "value", "5", "include", "RELIANCE"), List.of()));
        assertThat(members()).containsExactly("RELIANCE-EQ");
        assertThat(model.words().get())
                .isEqualTo("1 of 2 pass; turned away: 1 by traded value. Daily history of 0 is here, the rest is "
                        + "being read.");
    }

    @Test
    void namesFilesAsPeopleDo() {
        assertThat(ConstituentImport.name("ind_niftymidcap150list.csv")).isEqualTo("NIFTY MIDCAP150");
        assertThat(ConstituentImport.name("NIFTYSMALLCAP250_enriched.csv")).isEqualTo("NIFTY SMALLCAP250");
        assertThat(ConstituentImport.name("my shares.txt")).isEqualTo("MY SHARES");
    }

    @Test
    void aListWithoutANameIsNotKept() {
        assertThat(model.keep(new UserList(" ", "top-volume", Map.of(), List.of())))
                .isFalse();
        assertThat(model.message().get()).isEqualTo("Give the list a name.");
        assertThat(settings.get().desk().lists()).isEmpty();
    }
}
