package in.sauda.app.prices;

import static in.sauda.app.testkit.Instruments.NIFTY;
import static in.sauda.app.testkit.Instruments.NIFTY_CALL;
import static in.sauda.app.testkit.Instruments.NIFTY_FUTURE;
import static in.sauda.app.testkit.Instruments.RELIANCE;
import static in.sauda.app.testkit.Instruments.SBIN;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.FakeMasters;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.universe.ShareLists;
import in.sauda.core.universe.UniverseKind;
import in.sauda.core.view.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesViewModelTest {
    @TempDir
    private Path home;

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private SettingsStore settings;
    private PricesViewModel model;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void make() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        model = model();
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private PricesViewModel model() {
        return new PricesViewModel(
                terminal,
                new FakeMasters(List.of(RELIANCE, SBIN, NIFTY, NIFTY_FUTURE, NIFTY_CALL)),
                ShareLists.of(Map.of(UniverseKind.MTF, Set.of(SBIN.key()))),
                settings,
                time::wallMillis,
                time,
                index -> "Upstox",
                Runnable::run,
                Runnable::run);
    }

    @Test
    void streamsNothingUntilAKindIsTurnedOn() {
        model.attach();
        assertThat(terminal.sent(Command.Watch.class)).isEmpty();
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void streamsAKindTurnedOnAndGivesItUpWhenItIsTurnedOff() {
        model.attach();
        model.turn(UniverseKind.EQUITY, true);
        assertThat(terminal.sent(Command.Watch.class))
                .singleElement()
                .isEqualTo(new Command.Watch("kind:equity", List.of(RELIANCE, SBIN), FeedMode.QUOTE, Interest.OTHER));
        assertThat(symbols()).containsExactly("RELIANCE", "SBIN");
        model.turn(UniverseKind.EQUITY, false);
        assertThat(terminal.sent(Command.Unwatch.class))
                .singleElement()
                .isEqualTo(new Command.Unwatch("kind:equity", List.of(RELIANCE, SBIN)));
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void keepsToTheLimitAndRemembersItForTheNextStart() {
        model.attach();
        model.turn(UniverseKind.EQUITY, true);
        assertThat(model.limit(UniverseKind.EQUITY, 1)).isEqualTo(1);
        assertThat(symbols()).containsExactly("RELIANCE");
        assertThat(model.limit(UniverseKind.EQUITY, 0)).isEqualTo(1);
        assertThat(model.limit(UniverseKind.EQUITY, 1_000_000)).isEqualTo(3_000);
        model.limit(UniverseKind.EQUITY, 1);
        model.detach();
        PricesViewModel next = model();
        next.attach();
        assertThat(next.choice(UniverseKind.EQUITY).limit()).isEqualTo(1);
        assertThat(next.lines()).hasSize(1);
    }

    @Test
    void showsOneLineForAnInstrumentOfTwoKindsAndNamesBoth() {
        model.attach();
        model.turn(UniverseKind.EQUITY, true);
        model.turn(UniverseKind.MTF, true);
        assertThat(model.universe().get().size()).isEqualTo(2);
        assertThat(model.lines()).hasSize(2);
        assertThat(model.lines().get(1).kinds.get().text()).isEqualTo("Equity, MTF");
        model.show(UniverseKind.MTF);
        assertThat(symbols()).containsExactly("SBIN");
        model.turn(UniverseKind.EQUITY, false);
        assertThat(symbols()).containsExactly("SBIN");
    }

    @Test
    void offersOnlyListsTheBrokerHas() {
        assertThat(model.possible(UniverseKind.MTF)).isTrue();
        assertThat(model.possible(UniverseKind.MIS)).isFalse();
        assertThat(model.possible(UniverseKind.INDEX)).isTrue();
    }

    @Test
    void showsPricesAsTheyComeWhileThePageIsOpen() {
        model.attach();
        model.turn(UniverseKind.EQUITY, true);
        model.open(driver);
        terminal.tick(RELIANCE, 141_260, 140_310, 1_000);
        driver.pulse();
        PriceLine line = model.lines().getFirst();
        assertThat(line.last.get().text()).isEqualTo("1,412.60");
        assertThat(line.previousClose.get().text()).isEqualTo("1,403.10");
        assertThat(line.change.get().text()).isEqualTo("+9.50");
        assertThat(line.percent.get().text()).isEqualTo("▲ 0.68%");
        assertThat(model.known(UniverseKind.EQUITY)).isEqualTo(1);
        assertThat(model.known(UniverseKind.FUTURES)).isZero();
        model.close();
        terminal.tick(RELIANCE, 141_300, 140_310, 1_000);
        driver.pulse();
        assertThat(line.last.get().text()).isEqualTo("1,412.60");
        model.open(driver);
        assertThat(line.last.get().text()).isEqualTo("1,413.00");
    }

    @Test
    void findsByTextAndGivesEverythingUpAtTheEnd() {
        model.attach();
        for (UniverseKind kind : List.of(UniverseKind.INDEX, UniverseKind.FUTURES, UniverseKind.OPTIONS)) {
            model.turn(kind, true);
        }
        assertThat(model.lines()).hasSize(3);
        model.search("call-that-is-not");
        assertThat(model.lines()).isEmpty();
        model.search("54001");
        assertThat(model.lines()).extracting(PriceLine::instrument).containsExactly(NIFTY_CALL);
        model.detach();
        assertThat(terminal.sent(Command.Unwatch.class))
                .flatExtracting(Command.Unwatch::instruments)
                .containsExactlyInAnyOrder(NIFTY, NIFTY_FUTURE, NIFTY_CALL);
    }

    private List<String> symbols() {
        return model.lines().stream().map(line -> line.symbol.get().text()).toList();
    }
}
