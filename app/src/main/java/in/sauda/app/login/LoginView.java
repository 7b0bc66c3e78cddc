package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.login.LoginFields.Page;
import in.sauda.app.login.LoginViewModel.Failure;
import in.sauda.core.broker.LoginStep.Link;
import in.sauda.core.time.TimeSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The login wizard: pages to the left, what to get and where to the right, Enter goes on. A profile of which
/// everything is kept shows the last page alone.
public final class LoginView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final double WIDTH = 860;

    private final LoginViewModel model;
    private final Runnable leave;
    private final Consumer<URI> browser;
    private final VBox rail = new VBox(4);
    private final VBox body = new VBox(14);
    private final VBox failure = new VBox(4);
    private final Button next = new Button();
    private final HBox root = new HBox();
    private final StagesView stages;
    private final AnimationTimer timer;

    /// @param leave leads back to the doors
    public LoginView(LoginViewModel model, Consumer<URI> browser, TimeSource time, Runnable leave) {
        this.model = model;
        this.leave = leave;
        this.browser = browser;
        stages = new StagesView(model.stages());
        timer = ticking(time);
        root.setId("login");
        root.getStyleClass().addAll("login", "overlay");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        failure.getStyleClass().add("login-failure");
        failure.setId("login-failure");
        if (model.broker().capabilities().login()) {
            build();
        } else {
            buildNotYet();
        }
    }

    public Node root() {
        return root;
    }

    /// Asks vault and broker what they know, and takes the keyboard.
    public void open() {
        if (model.broker().capabilities().login()) {
            model.begin();
            timer.start();
            focusFirst();
        }
    }

    /// Ends the preview of the digits.
    public void close() {
        timer.stop();
    }

    private AnimationTimer ticking(TimeSource time) {
        return new AnimationTimer() {
            private long second;

            @Override
            public void handle(long now) {
                if (root.getScene() == null) {
                    stop();
                } else if (time.wallMillis() / 1000 != second) {
                    second = time.wallMillis() / 1000;
                    model.tick();
                }
            }
        };
    }

    private void build() {
        VBox right = new VBox(14, body, failure, Nodes.spacer(), buttons());
        VBox.setVgrow(right.getChildren().get(2), Priority.ALWAYS);
        right.getStyleClass().add("login-page");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        if (model.profile() == null) {
            buildRail();
            root.getChildren().add(rail);
        }
        root.getChildren().add(right);
        model.failure().subscribe(this::showFailure);
        model.page().subscribe(ignored -> showPage());
        model.passphraseNeeded().subscribe(() -> refreshLast());
        model.passphraseIsNew().subscribe(() -> refreshLast());
        model.recalled().subscribe(() -> refreshLast());
    }

    private void buildRail() {
        rail.getStyleClass().add("login-rail");
        rail.getChildren().add(Nodes.label(model.broker().displayName(), "login-title"));
        List<String> titles = new ArrayList<>();
        model.fields().pages().forEach(page -> titles.add(page.title()));
        titles.add("Test and log in");
        for (int number = 0; number < titles.size(); number++) {
            int told = number;
            Label step = Nodes.fixedLabel((number + 1) + "   " + titles.get(number), "login-step");
            model.page().subscribe(page -> {
                step.pseudoClassStateChanged(CURRENT, page.intValue() == told);
                step.pseudoClassStateChanged(PAST, page.intValue() > told);
            });
            step.setOnMouseClicked(ignored -> {
                if (model.page().get() > told && !model.busy().get()) {
                    model.page().set(told);
                }
            });
            rail.getChildren().add(step);
        }
        Label clock = Nodes.label("", "field-help");
        clock.setWrapText(true);
        clock.textProperty().bind(model.clock());
        Region room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        rail.getChildren().addAll(room, clock);
    }

    private void refreshLast() {
        if (model.onLastPage()) {
            showPage();
        }
    }

    private void showPage() {
        if (model.onLastPage()) {
            showLast();
        } else {
            showFields(model.fields().pages().get(model.page().get()));
        }
        next.setText(nextWords());
        focusFirst();
    }

    private String nextWords() {
        if (!model.onLastPage()) {
            return "Next";
        }
        return model.profile() != null && model.passphraseNeeded().get() ? "Unlock and log in" : "Log in";
    }

    private void showFields(Page page) {
        Label words = Nodes.label(page.words(), "login-words");
        words.setWrapText(true);
        body.getChildren().setAll(Nodes.label(page.title(), "login-title"), words);
        if (!page.links().isEmpty()) {
            HBox links = new HBox(14);
            page.links().forEach(link -> links.getChildren().add(hyperlink(link)));
            body.getChildren().add(links);
        }
        page.fields().forEach(field -> body.getChildren().add(new FieldView(model, field).root()));
    }

    private Node hyperlink(Link link) {
        Hyperlink hyperlink = new Hyperlink(link.label() + "  ↗");
        hyperlink.setOnAction(ignored -> browser.accept(link.address()));
        return Nodes.tooltip(hyperlink, link.address() + " opens in your browser");
    }

    private void showLast() {
        body.getChildren().clear();
        if (model.profile() != null) {
            showProfile();
        } else {
            showRemember();
        }
        body.getChildren().add(stages.root());
    }

    private void showProfile() {
        body.getChildren().add(Nodes.label("Log in as " + model.name().get(), "login-title"));
        if (model.passphraseNeeded().get()) {
            body.getChildren()
                    .add(passphrase("The passphrase of your secrets", "Unlocks the encrypted file on this computer."));
        } else if (model.recalled().get()) {
            model.missing().forEach(field -> body.getChildren().add(new FieldView(model, field, true).root()));
        }
    }

    private void showRemember() {
        Label words = Nodes.label(
                "Sauda now reaches the broker, logs in, reads profile and funds and opens the market feed. Nothing is ordered.",
                "login-words");
        words.setWrapText(true);
        TextField name = new TextField();
        name.setId("login-name");
        name.setPromptText("for example: Angel, mine");
        name.textProperty().bindBidirectional(model.name());
        CheckBox remember = new CheckBox("Remember API key and PIN on this computer");
        remember.setId("login-remember");
        remember.selectedProperty().bindBidirectional(model.remember());
        CheckBox totp = new CheckBox("Remember the TOTP secret too");
        totp.setId("login-remember-totp");
        totp.selectedProperty().bindBidirectional(model.rememberTotp());
        totp.disableProperty().bind(model.remember().not());
        Label both = Nodes.label(
                "Off by default: whoever can open this store then has both factors of your login.", "field-help");
        Label where = Nodes.label("", "field-help");
        where.setWrapText(true);
        where.textProperty().bind(Bindings.createStringBinding(this::placeWords, model.place(), model.remember()));
        VBox choice = new VBox(4, remember, where, totp, both);
        body.getChildren()
                .addAll(
                        Nodes.label("Test and log in", "login-title"),
                        words,
                        new VBox(3, Nodes.label("Name of this profile  (may stay empty)", "field-label"), name),
                        choice);
        if (model.passphraseNeeded().get()) {
            Node field = model.passphraseIsNew().get()
                    ? passphrase(
                            "Choose a passphrase",
                            "There is no keychain here, so secrets go into a file only this passphrase opens. It cannot be recovered.")
                    : passphrase("The passphrase of your secrets", "Unlocks the encrypted file on this computer.");
            field.visibleProperty().bind(model.remember());
            field.managedProperty().bind(model.remember());
            body.getChildren().add(field);
        }
    }

    private String placeWords() {
        if (!model.remember().get()) {
            return "Nothing secret is written; client code and name stay in the settings.";
        }
        return model.place().get().isEmpty() ? "" : "Kept in " + model.place().get() + ", never in settings or logs.";
    }

    private Node passphrase(String label, String help) {
        PasswordField input = new PasswordField();
        input.setId("login-passphrase");
        input.textProperty().bindBidirectional(model.passphrase());
        input.disableProperty().bind(model.busy());
        Label words = Nodes.label(help, "field-help");
        words.setWrapText(true);
        return new VBox(3, Nodes.label(label, "field-label"), input, words);
    }

    private Node buttons() {
        next.setId("login-submit");
        next.setDefaultButton(true);
        next.getStyleClass().add("door-first");
        next.setMinWidth(110);
        next.setOnAction(ignored -> {
            model.next();
            focusWrong();
        });
        next.disableProperty().bind(model.busy());
        Button back = new Button("Back");
        back.setCancelButton(true);
        back.disableProperty().bind(model.busy());
        back.setOnAction(ignored -> {
            if (!model.back()) {
                leave.run();
            }
        });
        HBox buttons = new HBox(8, back, Nodes.spacer(), next);
        buttons.getStyleClass().add("inline-buttons");
        return buttons;
    }

    private void buildNotYet() {
        Label words = Nodes.label(
                model.broker().displayName()
                        + " is prepared but cannot log in yet: its login opens in your own browser, "
                        + "and this version has no place for the answer. It comes with the next version. "
                        + "Until then the demo day shows everything, and Angel One works.",
                "login-words");
        words.setWrapText(true);
        Button back = new Button("Back");
        back.setCancelButton(true);
        back.setOnAction(ignored -> leave.run());
        VBox page = new VBox(14, Nodes.label(model.broker().displayName(), "login-title"), words, back);
        page.getStyleClass().add("login-page");
        root.getChildren().setAll(page);
    }

    private void focusFirst() {
        Node first = body.lookup(".text-field");
        (first == null ? next : first).requestFocus();
    }

    /// The keyboard goes to the first field that has to be corrected.
    private void focusWrong() {
        body.lookupAll(".text-field").stream()
                .filter(field -> field.getPseudoClassStates().contains(FieldView.WRONG))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void showFailure(@Nullable Failure told) {
        Nodes.shown(failure, told != null);
        if (told != null) {
            Label sentence = Nodes.label(told.sentence(), "failure-sentence");
            Label step =
                    Nodes.label((told.nextStep().isBlank() ? "" : told.nextStep() + "  ") + "[" + told.code() + "]");
            sentence.setWrapText(true);
            step.setWrapText(true);
            failure.getChildren().setAll(sentence, step);
        }
    }
}
