package in.sauda.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.status.NoticesViewModel;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ListDirectory;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.MarketScene;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertMeasure;
import in.sauda.core.alerts.AlertRelation;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRow;
import in.sauda.core.alerts.AlertRow.State;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts as the user makes, pauses, changes and removes them, and how one is heard and read.
class AlertsViewModelTest {
    @TempDir
    private Path home = Path.of("");

    private final ManualTime time = new ManualTime();
    private final FakeTerminal terminal = new FakeTerminal(time);
    private final MarketScene market = new MarketScene(terminal);
    private final ListDirectory directory = market.directory();
    private final AtomicInteger rung = new AtomicInteger();
    private final Instrument reliance = market.watched().get(2);
    private SettingsStore settings;
    private AlertsViewModel model;
    private PulseDriver driver;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        model = new AlertsViewModel(terminal, directory, settings, rung::incrementAndGet);
        driver = new PulseDriver(terminal, time);
        model.attach(driver);
        terminal.tick(reliance, 141_030, 140_000, 5_000);
    }

    @AfterEach
    void close() {
        model.detach();
        settings.close();
    }

    private static AlertDraft typed(Instrument instrument, String value) {
        return new AlertDraft(
                0,
                instrument,
                AlertMeasure.PRICE,
                AlertRelation.CROSSES_UP,
                value,
                AlertRepeat.COOL_DOWN,
                "2.5",
                " breakout ",
                false);
    }

    @Test
    void beginsAtTheLastPriceAndOnTheSideOfThePriceItIsGiven() {
        model.begin(reliance);
        assertThat(model.draft().get().value()).isEqualTo("1410.3");
        assertThat(model.draft().get().relation()).isEqualTo(AlertRelation.ABOVE);
        model.begin(reliance, 140_500);
        assertThat(model.draft().get().value()).isEqualTo("1405");
        assertThat(model.draft().get().relation()).isEqualTo(AlertRelation.BELOW);
    }

    @Test
    void sendsWhatWasTyped() {
        assertThat(model.save(typed(reliance, "1,420"))).isTrue();
        AlertRule sent = terminal.sent(Command.SetAlert.class).getLast().rule();
        assertThat(sent.condition()).isEqualTo(AlertCondition.parse("price x> 1420"));
        assertThat(sent.coolDownSeconds()).isEqualTo(150);
        assertThat(sent.note()).isEqualTo("breakout");
        assertThat(model.message().get()).isEqualTo("Watching: RELIANCE-EQ, Price crosses up through ₹1,420.00.");
    }

    @Test
    void saysWhatIsWrongAndSendsNothing() {
        assertThat(model.save(typed(reliance, "soon"))).isFalse();
        assertThat(model.message().get()).isEqualTo("'soon' is no number.");
        assertThat(model.save(AlertDraft.fresh(null, AlertRelation.ABOVE, "5"))).isFalse();
        assertThat(model.message().get()).contains("needs an instrument");
        assertThat(terminal.sent(Command.SetAlert.class)).isEmpty();
    }

    @Test
    void findsASymbolWithoutItsSeriesAndNotWhatNobodyKnows() {
        assertThat(model.find("infy"))
                .hasValueSatisfying(found -> assertThat(found.symbol()).isEqualTo("INFY-EQ"));
        assertThat(model.find("NOSUCH")).isEmpty();
    }

    @Test
    void pausesWatchesAgainAndRemoves() {
        AlertRule rule = typed(reliance, "1420").rule().withId(4);
        model.toggle(new AlertRow(rule, State.ARMED, 1_410.3, 0, 0));
        assertThat(terminal.sent(Command.SetAlert.class).getLast().rule().paused())
                .isTrue();
        model.toggle(new AlertRow(rule, State.DONE, 1_420, 1, 1));
        assertThat(terminal.sent(Command.RearmAlert.class).getLast().id()).isEqualTo(4);
        model.remove(new AlertRow(rule, State.ARMED, 1_410.3, 0, 0));
        assertThat(terminal.sent(Command.RemoveAlert.class).getLast().id()).isEqualTo(4);
    }

    @Test
    void aFiredAlertIsHeardUnlessTheSoundIsOffAndStandsInTheBanner() {
        NoticesViewModel notices = new NoticesViewModel(time::wallMillis);
        notices.attach(driver);
        AlertFiring firing = new AlertFiring(4, reliance, 1_789_970_000_000L, 1_420, "RELIANCE-EQ: now.");
        terminal.events().add(new UiEvent.AlertFired(firing));
        driver.pulse();
        assertThat(rung).hasValue(1);
        assertThat(notices.rows().getFirst().notice().code()).isEqualTo("ALERT");
        assertThat(notices.latest().get()).isNotNull();
        model.sound(false);
        terminal.events().add(new UiEvent.AlertFired(firing));
        driver.pulse();
        assertThat(rung).hasValue(1);
        assertThat(settings.get().desk().alertSound()).isFalse();
    }

    @Test
    void showsWhatTheEngineSays() {
        AlertRule rule = typed(reliance, "1420").rule().withId(4);
        AlertFiring firing = new AlertFiring(4, reliance, 1_789_970_000_000L, 1_420, "RELIANCE-EQ: now.");
        terminal.alerts(new AlertBoard(
                List.of(new AlertRow(rule, State.COOLING, 1_421.05, 3, 1_789_970_000_000L)), List.of(firing)));
        model.open(driver);
        AlertLine line = model.lines().getFirst();
        assertThat(line.condition.get().text()).isEqualTo("Price crosses up through ₹1,420.00");
        assertThat(line.reading.get().text()).isEqualTo("₹1,421.05");
        assertThat(line.state.get().text()).isEqualTo("Cooling down");
        assertThat(line.repeat.get().text()).isEqualTo("Every 2.5 min");
        assertThat(model.history())
                .singleElement()
                .satisfies(fired -> assertThat(fired.sentence.get().text()).isEqualTo("RELIANCE-EQ: now."));
    }

    @Test
    void theBellIsTwoTonesThatBeginAndEndSilent() {
        byte[] wave = ToneBell.wave();
        assertThat(wave).hasSize(2 * 2 * (int) (44_100 * 0.14));
        assertThat(wave[0]).isZero();
        assertThat(wave[wave.length - 1]).isBetween((byte) -1, (byte) 1);
    }
}
