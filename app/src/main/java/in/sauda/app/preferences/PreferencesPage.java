package in.sauda.app.preferences;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.login.Accounts;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.Settings.Profile;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.theme.Appearance;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import in.sauda.core.time.IndiaTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How the terminal looks, the accounts it knows, and where it keeps what. Every change holds at once unless the line
/// says otherwise. FX thread only.
public final class PreferencesPage implements PageContent {
    private static final List<Double> FONT_PIXELS = List.of(0.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0);

    private final Appearance appearance;
    private final SettingsStore settings;
    private final @Nullable Accounts accounts;
    private final Consumer<String> logIn;
    private final DataFolder data;
    private final VBox profiles = new VBox();
    private final ComboBox<Double> font = new ComboBox<>();
    private final ScrollPane root;

    /// @param accounts null where nobody can log in
    /// @param logIn opens the login guide with the profile of that name
    public PreferencesPage(
            Appearance appearance,
            SettingsStore settings,
            @Nullable Accounts accounts,
            Consumer<String> logIn,
            DataFolder data) {
        this.appearance = appearance;
        this.settings = settings;
        this.accounts = accounts;
        this.logIn = logIn;
        this.data = data;
        VBox sections = new VBox(looks(), people(), files());
        sections.getStyleClass().add("preferences");
        root = new ScrollPane(sections);
        root.setId("preferences");
        root.setFitToWidth(true);
        root.getStyleClass().addAll("edge-to-edge", "check-list");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        showProfiles();
        root.requestFocus();
    }

    @Override
    public void closed() {}

    private Node looks() {
        font.setId("font-pixels");
        font.setItems(FXCollections.observableList(FONT_PIXELS));
        font.setConverter(new PixelWords());
        font.setValue(FONT_PIXELS.stream()
                .filter(known -> known == settings.get().fontPixels())
                .findFirst()
                .orElse(FONT_PIXELS.getFirst()));
        font.valueProperty().addListener((ignored, before, pixels) -> {
            appearance.fontPixels(pixels);
            settings.update(now -> now.withFontPixels(pixels));
        });
        return section(
                "Appearance",
                line("Theme", "Ctrl+T switches as well", choice(appearance.theme(), Map.of(), Theme.values())),
                line(
                        "Up and down",
                        "Blue and orange are told apart with every common colour blindness; arrows and signs are always there",
                        choice(
                                appearance.palette(),
                                Map.of(Palette.CLASSIC, "Green / red", Palette.COLOUR_BLIND, "Blue / orange"),
                                Palette.values())),
                line("Text size", "Automatic suits the font found on this computer", font),
                line(
                        "Columns",
                        "Order, width and visibility of every table's columns; holds when the terminal is opened again",
                        button("Forget what I arranged", () -> settings.update(Settings::withoutTables))));
    }

    private Node people() {
        profiles.setId("profiles");
        return section("Accounts", profiles);
    }

    private void showProfiles() {
        Accounts known = accounts;
        List<Profile> all = known == null ? List.of() : known.profiles();
        profiles.getChildren().setAll(all.stream().map(this::profile).toList());
        if (all.isEmpty()) {
            profiles.getChildren()
                    .add(line(
                            "None yet",
                            "A login guide asks for what each broker needs and can remember it in the system's keychain",
                            button("Log in …", () -> logIn.accept(""))));
        }
    }

    private Node profile(Profile profile) {
        String proxy = profile.remembered().contains("orderproxy")
                ? "orders through a proxy kept in the keychain"
                : profile.plain().containsKey("orderproxy")
                        ? "orders through " + profile.plain().get("orderproxy")
                        : "orders over your own line";
        String last =
                profile.lastUsedMillis() == 0 ? "never used" : "last used " + IndiaTime.date(profile.lastUsedMillis());
        return line(
                profile.name(),
                profile.broker() + " · " + proxy + " · " + remembered(profile) + " · " + last,
                button("Open in the login guide", () -> logIn.accept(profile.name())));
    }

    private static String remembered(Profile profile) {
        return switch (profile.remembered().size()) {
            case 0 -> "no secret kept";
            case 1 -> "1 secret kept";
            default -> profile.remembered().size() + " secrets kept";
        };
    }

    private Node files() {
        ToggleGroup group = new ToggleGroup();
        HBox formats = new HBox();
        formats.getStyleClass().add("segmented");
        formats.setMaxHeight(HBox.USE_PREF_SIZE);
        BiConsumer<String, String> add = (format, words) -> {
            ToggleButton toggle = new ToggleButton(words);
            toggle.setId("log-" + format);
            toggle.setToggleGroup(group);
            toggle.setSelected(settings.get().logFormat().equals(format));
            toggle.setOnAction(ignored -> {
                toggle.setSelected(true);
                settings.update(now -> now.withLogFormat(format));
            });
            formats.getChildren().add(toggle);
        };
        add.accept("text", "Text");
        add.accept("json", "JSON lines");
        return section(
                "Files",
                line(
                        "Data folder",
                        data.path()
                                + " · instruments, candles, signals, orders, the journal and the settings; SAUDA_HOME moves it",
                        button("Open", data::open)),
                line(
                        "Logs",
                        "One file per module and day, without any secret; kept thirty days",
                        button("Open", data::openLogs)),
                line("Log format", "Holds when the terminal is opened again", formats));
    }

    /// One toggle for each value; follows the property while the page lives, because keys change it, too.
    private <E extends Enum<E>> Node choice(Property<E> property, Map<E, String> words, E[] values) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segmented");
        box.setMaxHeight(HBox.USE_PREF_SIZE);
        for (E value : values) {
            ToggleButton toggle = new ToggleButton(words.getOrDefault(value, title(value)));
            toggle.setId("choose-" + value.name().toLowerCase(Locale.ROOT));
            toggle.setToggleGroup(group);
            toggle.setOnAction(ignored -> {
                toggle.setSelected(true);
                property.setValue(value);
            });
            property.subscribe(now -> toggle.setSelected(now == value));
            box.getChildren().add(toggle);
        }
        return box;
    }

    private static String title(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Node section(String title, Node... lines) {
        VBox box = new VBox(Nodes.label(title, "preferences-title"));
        box.getChildren().addAll(lines);
        box.getStyleClass().add("preferences-section");
        return box;
    }

    private static Node line(String title, String words, Node control) {
        Label hint = Nodes.label(words, "text-muted");
        hint.setWrapText(true);
        VBox text = new VBox(2, Nodes.label(title, "check-title"), hint);
        HBox line = new HBox(16, text, Nodes.spacer(), control);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.SOMETIMES);
        line.getStyleClass().add("check-line");
        return line;
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private static final class PixelWords extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double pixels) {
            return pixels == null || pixels == 0 ? "Automatic" : pixels.intValue() + " px";
        }

        @Override
        public Double fromString(String words) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
