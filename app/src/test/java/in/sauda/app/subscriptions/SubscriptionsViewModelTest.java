package in.sauda.app.subscriptions;

import static in.sauda.app.testkit.Instruments.NIFTY_FUTURE;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.testkit.AccountScene;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.Instruments;
import in.sauda.app.testkit.ListDirectory;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.view.Command;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubscriptionsViewModelTest {
    private static final List<Instrument> WATCHED =
            List.of(NIFTY_FUTURE, RELIANCE, SBIN, Instruments.equity("ITC", "1660"), Instruments.NIFTY);

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final SubscriptionsViewModel model = new SubscriptionsViewModel(terminal, new ListDirectory(WATCHED));

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void listsEveryTrackedSymbolWithItsStateAndPrice() {
        terminal.tick(RELIANCE, 141_260, 140_310, 1_000);
        attach();
        assertThat(model.lines()).hasSize(5);
        SubscriptionLine reliance = model.lines().get(1);
        assertThat(reliance.symbol.get().text()).isEqualTo("RELIANCE");
        assertThat(reliance.token.get().text()).isEqualTo("2885");
        assertThat(reliance.state.get().text()).isEqualTo("● Ticking");
        assertThat(reliance.age.get().text()).isEqualTo("0.6 s");
        assertThat(reliance.price.get().text()).isEqualTo("1,412.60");
        assertThat(model.lines().getLast().state.get().text()).isEqualTo("✕ Refused");
        assertThat(model.knownPrices().get()).isEqualTo(1);
    }

    @Test
    void saysWhoWantsAnInstrumentAndWhyNoneIsShown() {
        assertThat(model.emptyWords()).startsWith("Nobody is logged in");
        attach();
        assertThat(model.lines().getFirst().reason.get().text()).isEqualTo("Chart, depth, Watchlist");
        assertThat(model.lines().get(3).reason.get().text()).isEqualTo("Subscribed here");
    }

    @Test
    void asksTheEngineToConnectDisconnectAndPoll() {
        model.use(FeedSource.OFF);
        model.use(FeedSource.POLL);
        assertThat(terminal.sent(Command.UseFeed.class))
                .containsExactly(new Command.UseFeed(FeedSource.OFF), new Command.UseFeed(FeedSource.POLL));
        assertThat(model.source().get()).as("a click only asks").isEqualTo(FeedSource.STREAM);
    }

    @Test
    void narrowsByKindStateAndText() {
        attach();
        model.showKinds(Set.of(InstrumentCategory.EQUITY));
        assertThat(model.lines()).hasSize(3);
        model.search("sb");
        assertThat(model.lines()).hasSize(1);
        model.search("");
        model.showKinds(Set.of());
        model.showStates(Set.of(SubscriptionState.REFUSED));
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void subscribesKnownSymbolsAndRefusesTheRestWithTheReason() {
        assertThat(model.subscribe("sbin, NSE:2885, NIFTY29SEP26, NONSENSE")).isFalse();
        assertThat(terminal.sent(Command.Watch.class))
                .singleElement()
                .satisfies(watch -> assertThat(watch.instruments()).containsExactly(SBIN, RELIANCE));
        assertThat(model.message().get())
                .isEqualTo("Asked for SBIN-EQ (NSE:3045), RELIANCE-EQ (NSE:2885)."
                        + " No instrument is called “NIFTY29SEP26”; did you mean NIFTY29SEP26FUT?"
                        + " No instrument is called “NONSENSE” in today's master.");
        assertThat(model.subscribe("  ")).isFalse();
        assertThat(model.subscribe("ITC")).isTrue();
    }

    @Test
    void saysWhoStillNeedsWhatIsGivenUp() {
        attach();
        model.unsubscribe(model.lines().get(2));
        assertThat(model.message().get())
                .isEqualTo("SBIN-EQ stays subscribed as long as watchlist needs it; take it off there.");
        model.unsubscribe(model.lines().get(3));
        assertThat(model.message().get()).isEqualTo("Gave up ITC-EQ (NSE:1660).");
        assertThat(terminal.sent(Command.Unwatch.class)).hasSize(2);
    }

    private void attach() {
        terminal.subscriptions(new AccountScene(terminal, time).report(WATCHED));
        model.attach(driver);
    }
}
