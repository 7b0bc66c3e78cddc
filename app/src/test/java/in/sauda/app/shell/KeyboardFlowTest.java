package in.sauda.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.settings.Settings;
import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.Fx;
import in.sauda.core.domain.Side;
import in.sauda.core.view.Command;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a name to a confirmed order without the mouse.
class KeyboardFlowTest {
    @TempDir
    Path home;

    private WindowFixture fixture;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        fixture = Fx.call(() -> new WindowFixture(home, 1366, 768));
        Fx.run(() -> {
            fixture.market.quotes();
            fixture.window.suggest(fixture.market.watched().subList(2, 6));
            fixture.advance(300);
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(fixture::close);
    }

    @Test
    void findsAddsBuysAndConfirmsExactlyOnce() throws Exception {
        Fx.run(() -> fixture.window.showSearch("nifty29sep26fut"));
        awaitHit();
        Fx.run(() -> {
            press(KeyCode.ENTER);
            release(KeyCode.ENTER);
            type("b");
            press(KeyCode.ENTER);
            fixture.advance(16);
        });
        assertThat(sent(Command.Stage.class)).singleElement().satisfies(stage -> {
            assertThat(stage.ticket().instrument().symbol()).isEqualTo("NIFTY29SEP26FUT");
            assertThat(stage.ticket().side()).isEqualTo(Side.BUY);
            assertThat(stage.ticket().quantity()).isEqualTo(65);
        });
        Fx.run(() -> {
            fixture.advance(500);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class))
                .as("Enter is still held down from the ticket")
                .isEmpty();
        Fx.run(() -> {
            release(KeyCode.ENTER);
            press(KeyCode.ENTER);
            press(KeyCode.ENTER);
            release(KeyCode.ENTER);
            press(KeyCode.ENTER);
            fixture.advance(16);
            release(KeyCode.ENTER);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).hasSize(1);
    }

    @Test
    void makesAnAlertOnTheSelectedRow() throws Exception {
        Fx.run(() -> {
            type("a");
            fixture.advance(16);
            assertThat(fixture.scene.getFocusOwner().getId()).isEqualTo("alert-value");
            TextField value = (TextField) fixture.scene.getFocusOwner();
            value.setText("99999");
            value.fireEvent(new ActionEvent());
        });
        assertThat(sent(Command.SetAlert.class))
                .singleElement()
                .satisfies(alert -> assertThat(alert.rule().subject()).isEqualTo("RELIANCE-EQ"));
    }

    @Test
    void doesNotConfirmBeforeTheCardCouldBeSeen() throws Exception {
        Fx.run(this::stageFromTicket);
        Fx.run(() -> {
            fixture.advance(300);
            press(KeyCode.ENTER);
            release(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).isEmpty();
        Fx.run(() -> {
            fixture.advance(200);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).hasSize(1);
    }

    @Test
    void aCardThatAsksForConsentIsNotConfirmedWithoutIt() throws Exception {
        Fx.run(() -> fixture.terminal.surveillance(true));
        Fx.run(this::stageFromTicket);
        Fx.run(() -> {
            fixture.advance(500);
            press(KeyCode.ENTER);
            release(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).isEmpty();
        Fx.run(() -> {
            press(KeyCode.SPACE);
            release(KeyCode.SPACE);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).hasSize(1);
    }

    @Test
    void escapeDeclinesTheCard() throws Exception {
        Fx.run(this::stageFromTicket);
        Fx.run(() -> {
            fixture.advance(500);
            press(KeyCode.ESCAPE);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Decline.class)).hasSize(1);
        assertThat(sent(Command.Confirm.class)).isEmpty();
    }

    @Test
    void anExpiredCardCannotBeConfirmed() throws Exception {
        Fx.run(this::stageFromTicket);
        Fx.run(() -> {
            fixture.advance(500);
            fixture.time.advanceMillis(FakeTerminal.CARD_NANOS / 1_000_000);
            press(KeyCode.ENTER);
            fixture.advance(16);
            release(KeyCode.ENTER);
            press(KeyCode.ENTER);
        });
        assertThat(sent(Command.Confirm.class)).isEmpty();
    }

    @Test
    void deleteRemovesARowAndUndoBringsItBack() throws Exception {
        List<String> before = symbols();
        Fx.run(() -> {
            fixture.window.showWatchlist();
            press(KeyCode.DELETE);
        });
        assertThat(symbols()).hasSize(before.size() - 1);
        Fx.run(() -> Event.fireEvent(
                owner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, mac())));
        assertThat(symbols()).isEqualTo(before);
    }

    @Test
    void opensAPageByChordTradesFromItAndComesBack() throws Exception {
        Fx.run(() -> chord(KeyCode.DIGIT1));
        assertThat(Fx.call(() -> fixture.scene.lookup("#instruments"))).isNotNull();
        TextField text = Fx.call(() -> (TextField) fixture.scene.lookup("#instruments-text"));
        assertThat(Fx.call(this::owner)).isSameAs(text);
        Fx.run(() -> {
            text.fireEvent(new ActionEvent());
            type("s");
        });
        assertThat(Fx.call(() -> fixture.scene.lookup("#instruments"))).isNull();
        assertThat(sent(Command.Watch.class).getLast().instruments())
                .isEqualTo(List.of(fixture.masters.instruments().getFirst()));
        Fx.run(() -> {
            chord(KeyCode.DIGIT3);
            assertThat(fixture.scene.lookup("#health")).isNotNull();
            press(KeyCode.ESCAPE);
        });
        assertThat(Fx.call(() -> fixture.scene.lookup("#health"))).isNull();
    }

    private void chord(KeyCode code) {
        Event.fireEvent(owner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !mac(), false, mac()));
    }

    private static boolean mac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private List<String> symbols() throws Exception {
        return Fx.call(() -> fixture.settings.get().watchlists().getFirst().entries().stream()
                .map(Settings.Entry::symbol)
                .toList());
    }

    private void stageFromTicket() {
        fixture.window.showWatchlist();
        type("s");
        press(KeyCode.ENTER);
        release(KeyCode.ENTER);
        fixture.advance(16);
    }

    private <C extends Command> List<C> sent(Class<C> kind) {
        return fixture.terminal.sent(kind);
    }

    /// The search answers from its own thread through the toolkit's queue.
    private void awaitHit() throws Exception {
        for (int pulse = 0; pulse < 200 && !Fx.call(fixture.window::searchAnswered); pulse++) {
            Fx.awaitPulse();
        }
        assertThat(Fx.call(fixture.window::searchAnswered)).isTrue();
    }

    private Node owner() {
        return fixture.scene.getFocusOwner();
    }

    private void press(KeyCode code) {
        Event.fireEvent(owner(), key(KeyEvent.KEY_PRESSED, "", code));
    }

    private void release(KeyCode code) {
        Event.fireEvent(owner(), key(KeyEvent.KEY_RELEASED, "", code));
    }

    private void type(String character) {
        Event.fireEvent(owner(), key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }
}
