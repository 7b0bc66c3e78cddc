package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.settings.Settings.Profile;
import in.sauda.app.theme.Icon;
import in.sauda.core.broker.Broker;
import in.sauda.core.secrets.SecretStoreException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first screen: the user's profiles, the one used last first, and a door for everything else. Each says what
/// is behind it; Enter opens the first.
public final class WelcomeView {
    private static final Logger LOG = LoggerFactory.getLogger(WelcomeView.class);
    private static final int MOST_PROFILES = 6;

    private final Doors doors;
    private final Executor ui;
    private final StackPane root = new StackPane();
    private final Label problem = Nodes.label("", "failure-sentence");
    private @Nullable LoginView login;

    /// @param ui runs the answers of logins on the FX thread
    public WelcomeView(Doors doors, Executor ui) {
        this.doors = doors;
        this.ui = ui;
        root.setId("welcome");
        root.getStyleClass().add("welcome");
        problem.setWrapText(true);
        showDoors();
    }

    public Region root() {
        return root;
    }

    public void showDoors() {
        closeLogin();
        List<Profile> profiles = doors.accounts().profiles();
        HBox choices = new HBox(16, demoDoor(profiles.isEmpty()));
        choices.getStyleClass().add("doors");
        doors.brokers().forEach(broker -> choices.getChildren().add(brokerDoor(broker)));
        VBox content = new VBox(
                10,
                Nodes.label("Sauda", "welcome-title"),
                Nodes.label(
                        "A trading terminal for Indian markets. Every order is confirmed by hand.", "welcome-words"));
        for (Profile profile : profiles.subList(0, Math.min(MOST_PROFILES, profiles.size()))) {
            brokerOf(profile)
                    .ifPresent(broker -> content.getChildren()
                            .add(profileDoor(profile, broker, profile.equals(profiles.getFirst()))));
        }
        Nodes.shown(problem, !problem.getText().isEmpty());
        content.getChildren().addAll(problem, choices);
        content.getStyleClass().add("welcome-content");
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getChildren().setAll(content);
    }

    private Optional<Broker> brokerOf(Profile profile) {
        return doors.brokers().stream()
                .filter(broker -> broker.id().value().equals(profile.broker()))
                .findFirst();
    }

    /// Takes the keyboard: Enter opens the first door, Tab reaches the others.
    public void focus() {
        Node first = root.lookup("#door-first");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// Opens the wizard for a new account at a broker.
    public void showLogin(Broker broker) {
        show(new LoginViewModel(broker, doors, ui, null));
    }

    /// Logs in with a profile, asking only for what is not kept. A profile whose broker is gone shows the doors.
    public void showProfile(Profile profile) {
        brokerOf(profile).ifPresent(broker -> show(new LoginViewModel(broker, doors, ui, profile)));
    }

    private void show(LoginViewModel model) {
        closeLogin();
        LoginView view = new LoginView(model, doors.browser(), doors.time(), () -> {
            showDoors();
            focus();
        });
        login = view;
        root.getChildren().setAll(view.root());
        view.open();
    }

    private void closeLogin() {
        if (login != null) {
            login.close();
            login = null;
        }
    }

    private Node profileDoor(Profile profile, Broker broker, boolean first) {
        Button button = new Button("Log in");
        button.getStyleClass().add(first ? "door-first" : "door-button");
        button.setDefaultButton(first);
        button.setOnAction(ignored -> showProfile(profile));
        if (first) {
            button.setId("door-first");
        }
        String client = profile.plain().getOrDefault("clientcode", "");
        Label words = Nodes.label(
                broker.displayName()
                        + (client.isEmpty() || client.equals(profile.name()) ? "" : " · " + client)
                        + (profile.remembered().isEmpty() ? " · asks for everything secret" : ""),
                "text-muted");
        StackPane name = new StackPane(Nodes.fixedLabel(profile.name(), "profile-name"));
        HBox door = new HBox(12, Icon.KEY.node(), name, words, Nodes.spacer(), manage(profile, name), button);
        door.getStyleClass().addAll("profile-door", "overlay");
        return door;
    }

    private Node manage(Profile profile, StackPane name) {
        MenuItem rename = new MenuItem("Rename");
        rename.setOnAction(ignored -> editName(profile, name));
        MenuItem delete = new MenuItem("Delete with its secrets");
        delete.setOnAction(ignored -> delete(profile));
        MenuButton menu = new MenuButton("…", null, rename, delete);
        menu.getStyleClass().addAll("icon-button", "flat", "page-menu");
        return Nodes.tooltip(menu, "Rename or delete this profile");
    }

    private void editName(Profile profile, StackPane name) {
        TextField input = new TextField(profile.name());
        input.setOnAction(ignored -> {
            doors.accounts().rename(profile, input.getText());
            showDoors();
            focus();
        });
        input.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                showDoors();
            }
        });
        name.getChildren().setAll(input);
        input.requestFocus();
        input.selectAll();
    }

    private void delete(Profile profile) {
        CompletableFuture<?> _ = CompletableFuture.runAsync(
                        () -> {
                            try {
                                doors.accounts().delete(profile);
                            } catch (SecretStoreException refused) {
                                throw new CompletionException(refused);
                            }
                        },
                        doors.background())
                .whenCompleteAsync(
                        (ignored, failure) -> {
                            if (failure != null) {
                                LOG.warn("A profile was not deleted: {}", failure.getMessage());
                            }
                            problem.setText(
                                    failure == null
                                            ? ""
                                            : "The profile was not deleted, because its secrets could not be: log in with it once, then try again.");
                            showDoors();
                            focus();
                        },
                        ui);
    }

    private Node demoDoor(boolean first) {
        return door(
                Icon.PLAY,
                "Demo day",
                "A whole trading day on a local exchange: live prices, signals, orders. No account, no internet, no money.",
                "Start the demo",
                first,
                doors.demo());
    }

    private Node brokerDoor(Broker broker) {
        boolean canLogIn = broker.capabilities().login();
        return door(
                Icon.KEY,
                broker.displayName(),
                canLogIn
                        ? "Your own account: real prices and real orders. A guide of a few pages says what to get where."
                        : "Prepared, but the login is not part of this version.",
                canLogIn ? "Set up an account" : "What is coming",
                false,
                () -> showLogin(broker));
    }

    private static Node door(Icon icon, String title, String words, String action, boolean first, Runnable open) {
        Label text = Nodes.label(words, "door-words");
        text.setWrapText(true);
        Button button = new Button(action);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(first ? "door-first" : "door-button");
        button.setOnAction(ignored -> open.run());
        button.setDefaultButton(first);
        if (first) {
            button.setId("door-first");
        }
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        VBox door = new VBox(10, new HBox(8, icon.node(), Nodes.label(title, "door-title")), text, room, button);
        door.getStyleClass().addAll("door", "overlay");
        return door;
    }
}
