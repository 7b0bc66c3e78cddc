package in.sauda.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.settings.Settings.Profile;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.shell.Offscreen;
import in.sauda.app.testkit.FakeBroker;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.TestVault;
import in.sauda.app.theme.Appearance;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Walks through the wizard as a user does, by its own nodes. The pictures stay in `target/looks`.
class LoginLookTest {
    private final ManualTime time = new ManualTime();
    private final FakeBroker broker = FakeBroker.withLogin();
    private CompletableFuture<SignIn.Ready> answer = new CompletableFuture<>();
    private LoginProgress progress = LoginProgress.none();

    @TempDir
    private Path home;

    private SettingsStore settings;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void openSettings() {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Doors doors() {
        return new Doors(
                () -> {},
                List.of(broker, FakeBroker.withoutLogin()),
                (request, told) -> {
                    progress = told;
                    answer = new CompletableFuture<>();
                    return answer;
                },
                TestVault.accounts(settings, home, time),
                page -> {},
                time,
                Runnable::run);
    }

    @ParameterizedTest
    @EnumSource
    void leadsThroughTheWizardAndExplainsAFailure(Theme theme) throws Exception {
        double width = theme == Theme.DARK ? 1366 : 1920;
        double height = theme == Theme.DARK ? 768 : 1080;
        WelcomeView welcome = Fx.call(() -> new WelcomeView(doors(), Runnable::run));
        Offscreen screen = Fx.call(() -> dressed(welcome.root(), theme, width, height));
        Fx.run(() -> welcome.showLogin(broker));
        type(screen, "clientcode", "A123456");
        type(screen, "password", "4821");
        next(screen);
        type(screen, "apiKey", "Xk3dP0aQ");
        type(screen, "totpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        time.advanceMillis(1_000);
        Fx.awaitPulse();
        save(screen, "wizard-code-" + theme.id());
        assertThat(Fx.call(() -> ((Label) screen.scene().lookup("#login-code")).getText()))
                .matches("\\d{3} \\d{3} .*s left");
        next(screen);
        next(screen);
        type(screen, "passphrase", "correct horse");
        next(screen);
        Fx.run(() -> {
            progress.begun(LoginStage.CONNECT);
            progress.done(LoginStage.CONNECT, "apiconnect.angelone.in answers in 84 ms");
            progress.begun(LoginStage.LOGIN);
        });
        save(screen, "wizard-test-" + theme.id());
        Fx.run(() -> answer.completeExceptionally(new BrokerException(new BrokerFailure.Refused(
                "AB1007", "Angel One does not know this client code and PIN.", "Check the client code and the PIN."))));
        save(screen, "wizard-failed-" + theme.id());
        assertThat(Fx.call(() -> ((TextField) screen.scene().lookup("#login-clientcode")).getText()))
                .isEqualTo("A123456");
        assertThat(Fx.call(() -> screen.scene().lookup("#login-failure").isVisible()))
                .isTrue();
        Fx.run(screen::close);
    }

    @ParameterizedTest
    @EnumSource
    void offersTheProfileUsedLastFirst(Theme theme) throws Exception {
        settings.update(now -> now.withProfiles(List.of(
                new Profile("angelone-1", "angelone", "Family", Map.of("clientcode", "B777"), List.of(), 1),
                new Profile("angelone-2", "angelone", "Mine", Map.of("clientcode", "A123456"), List.of("apiKey"), 2))));
        WelcomeView welcome = Fx.call(() -> new WelcomeView(doors(), Runnable::run));
        Offscreen screen = Fx.call(() -> dressed(welcome.root(), theme, 1366, 768));
        save(screen, "profiles-" + theme.id());
        Fx.run(() -> ((Button) screen.scene().lookup("#door-first")).fire());
        save(screen, "profile-passphrase-" + theme.id());
        assertThat(Fx.call(() -> screen.scene().lookup("#login-passphrase"))).isNotNull();
        assertThat(Fx.call(() -> ((Button) screen.scene().lookup("#login-submit")).getText()))
                .isEqualTo("Unlock and log in");
        Fx.run(screen::close);
    }

    private static Offscreen dressed(Region root, Theme theme, double width, double height) {
        root.getStyleClass().add("terminal");
        Appearance appearance = new Appearance(theme, Palette.CLASSIC, 0);
        Offscreen screen = new Offscreen(root, width, height);
        appearance.install(screen.scene());
        return screen;
    }

    private static void type(Offscreen screen, String field, String text) throws Exception {
        Fx.run(() -> ((TextField) screen.scene().lookup("#login-" + field)).setText(text));
    }

    private static void next(Offscreen screen) throws Exception {
        Fx.run(() -> ((Button) screen.scene().lookup("#login-submit")).fire());
    }

    private static void save(Offscreen screen, String name) throws Exception {
        Fx.awaitPulse();
        Fx.awaitPulse();
        WritableImage image = Fx.call(screen::picture);
        Path folder = Files.createDirectories(Path.of("target", "looks"));
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                folder.resolve(name + ".png").toFile());
    }
}
