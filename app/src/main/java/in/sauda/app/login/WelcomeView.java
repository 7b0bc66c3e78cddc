package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import in.sauda.core.broker.Broker;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first screen: three doors, each saying what is behind it.
public final class WelcomeView {
    private final Doors doors;
    private final Executor ui;
    private final StackPane root = new StackPane();

    /// @param ui runs the answers of logins on the FX thread
    public WelcomeView(Doors doors, Executor ui) {
        this.doors = doors;
        this.ui = ui;
        root.setId("welcome");
        root.getStyleClass().add("welcome");
        showDoors();
    }

    public Region root() {
        return root;
    }

    public void showDoors() {
        HBox choices = new HBox(16, demoDoor());
        choices.getStyleClass().add("doors");
        doors.brokers().forEach(broker -> choices.getChildren().add(brokerDoor(broker)));
        VBox content = new VBox(
                10,
                Nodes.label("Sauda", "welcome-title"),
                Nodes.label(
                        "A trading terminal for Indian markets. Every order is confirmed by hand.", "welcome-words"),
                choices);
        content.getStyleClass().add("welcome-content");
        content.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        root.getChildren().setAll(content);
    }

    /// Takes the keyboard: Enter opens the first door, Tab reaches the others.
    public void focus() {
        Node first = root.lookup("#door-first");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// Opens the login form of a broker.
    public void showLogin(Broker broker) {
        LoginView login = new LoginView(new LoginViewModel(broker, doors.signIn(), ui), this::showDoors);
        root.getChildren().setAll(login.root());
        login.focus();
    }

    private Node demoDoor() {
        return door(
                Icon.PLAY,
                "Demo day",
                "A whole trading day on a local exchange: live prices, signals, orders. No account, no internet, no money.",
                "Start the demo",
                true,
                doors.demo());
    }

    private Node brokerDoor(Broker broker) {
        boolean login = broker.capabilities().login();
        return door(
                Icon.KEY,
                broker.displayName(),
                login
                        ? "Your own account: real prices and real orders. Needs your API key and TOTP secret."
                        : "Prepared, but the login is not part of this version.",
                login ? "Log in" : "What is coming",
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
        VBox door = new VBox(10, new HBox(8, icon.node(), Nodes.label(title, "door-title")), text, spacer(), button);
        door.getStyleClass().addAll("door", "overlay");
        return door;
    }

    private static Node spacer() {
        StackPane spacer = new StackPane();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
