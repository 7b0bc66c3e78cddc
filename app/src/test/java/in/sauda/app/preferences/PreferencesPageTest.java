package in.sauda.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.login.Accounts;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import in.sauda.app.testkit.TestVault;
import in.sauda.app.theme.Appearance;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesPageTest {
    private final ManualTime time = new ManualTime();
    private final List<String> loggedIn = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();

    @TempDir
    private Path home;

    private SettingsStore settings;
    private Appearance appearance;
    private PreferencesPage page;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        Accounts accounts = TestVault.accounts(settings, home, time);
        appearance = Fx.call(() -> Appearance.of(settings.get()));
        page = Fx.call(() ->
                new PreferencesPage(appearance, settings, accounts, loggedIn::add, new DataFolder(home, opened::add)));
        Fx.run(() -> appearance.install(new Scene((Parent) page.root())));
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Parent content() {
        return (Parent) ((ScrollPane) page.root()).getContent();
    }

    private void press(String id) throws Exception {
        Fx.run(() -> ((ToggleButton) content().lookup("#" + id)).fire());
    }

    private Button button(String words) {
        return content().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts() {
        return content().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @Test
    void dressesTheTerminalAtOnceAndFollowsTheKeys() throws Exception {
        press("choose-light");
        press("choose-colour_blind");
        assertThat(appearance.theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(appearance.palette().get()).isEqualTo(Palette.COLOUR_BLIND);

        Fx.run(() -> appearance.theme().set(Theme.DARK));
        ToggleButton dark = Fx.call(() -> (ToggleButton) content().lookup("#choose-dark"));
        assertThat(dark.isSelected()).as("switched with Ctrl+T").isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void keepsTheSizeOfTheTextAndTheFormatOfTheLog() throws Exception {
        Fx.run(() -> ((ComboBox<Double>) content().lookup("#font-pixels")).setValue(14.0));
        press("log-json");

        assertThat(settings.get().fontPixels()).isEqualTo(14);
        assertThat(settings.get().logFormat()).isEqualTo("json");
        settings.close();
        settings = SettingsStore.open(home.resolve("settings.json"), time);
        assertThat(settings.get().fontPixels()).as("after a restart").isEqualTo(14);
        assertThat(settings.get().logFormat()).as("after a restart").isEqualTo("json");
    }

    @Test
    void forgetsArrangedColumns() throws Exception {
        settings.update(now -> now.withTable("orders", new Settings.Table(List.of("Symbol"), Map.of(), Set.of("Age"))));
        Fx.run(() -> button("Forget what I arranged").fire());
        assertThat(settings.get().tables()).isEmpty();
    }

    @Test
    void leadsToTheLoginOfAnAccount() throws Exception {
        Fx.run(page::opened);
        Fx.run(() -> button("Log in …").fire());
        settings.update(now -> now.withProfiles(List.of(new Settings.Profile(
                "angelone-1",
                "angelone",
                "Family",
                Map.of("clientcode", "A1", "orderproxy", "http://10.0.0.2:3128"),
                List.of("pin"),
                0))));
        Fx.run(page::opened);
        Fx.run(() -> button("Open in the login guide").fire());

        assertThat(loggedIn).containsExactly("", "Family");
        assertThat(Fx.call(this::texts))
                .contains("angelone · orders through http://10.0.0.2:3128 · 1 secret kept · never used");
    }

    @Test
    void showsWhereEverythingIs() throws Exception {
        Fx.run(() -> content().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Open"))
                .forEach(Button::fire));
        assertThat(opened).containsExactlyInAnyOrder(home, home.resolve("logs"));
    }
}
