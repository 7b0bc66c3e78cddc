package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.login.LoginViewModel.Failure;
import in.sauda.app.theme.Icon;
import in.sauda.core.broker.CredentialField;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A broker's login form, built from what the broker says it needs.
public final class LoginView {
    private final LoginViewModel model;
    private final VBox root = new VBox(12);
    private final VBox failure = new VBox(4);
    private @Nullable TextField first;

    /// @param back leads to the doors
    public LoginView(LoginViewModel model, Runnable back) {
        this.model = model;
        root.setId("login");
        root.getStyleClass().addAll("login-form", "overlay");
        root.setMaxSize(460, VBox.USE_PREF_SIZE);
        root.getChildren().add(Nodes.label("Log in at " + model.broker().displayName(), "login-title"));
        if (model.broker().capabilities().login()) {
            buildForm(back);
        } else {
            buildNotYet(back);
        }
    }

    public Node root() {
        return root;
    }

    public void focus() {
        if (first != null) {
            first.requestFocus();
        }
    }

    private void buildForm(Runnable back) {
        model.broker().credentialFields().forEach(field -> root.getChildren().add(field(field)));
        failure.getStyleClass().add("login-failure");
        root.getChildren().addAll(failure, buttons(back), safety());
        model.failure().subscribe(this::showFailure);
    }

    private void buildNotYet(Runnable back) {
        Label words = Nodes.label(model.broker().displayName()
                + " is prepared but cannot log in yet: its login opens in your own browser, "
                + "and this version has no place for the answer. It comes with the next version. "
                + "Until then the demo day shows everything, and Angel One works.");
        words.setWrapText(true);
        root.getChildren().addAll(words, new HBox(8, backButton(back)));
    }

    private Node field(CredentialField field) {
        TextField input = field.secret() ? new PasswordField() : new TextField();
        input.setId("login-" + field.name());
        input.textProperty().bindBidirectional(model.value(field));
        input.setOnAction(ignored -> model.submit());
        input.disableProperty().bind(model.busy());
        input.focusedProperty().subscribe(focused -> {
            if (!focused && !input.getText().isEmpty()) {
                model.validate(field);
            }
        });
        first = first == null ? input : first;
        Label error = Nodes.label("", "field-error");
        error.setWrapText(true);
        model.error(field).subscribe(text -> {
            error.setText(text);
            Nodes.shown(error, !text.isEmpty());
        });
        Label help = Nodes.label(field.help(), "field-help");
        help.setWrapText(true);
        return new VBox(3, Nodes.label(field.label(), "field-label"), input, error, help);
    }

    private Node buttons(Runnable back) {
        Button login = new Button("Log in");
        login.setId("login-submit");
        login.setDefaultButton(true);
        login.setOnAction(ignored -> model.submit());
        login.disableProperty().bind(model.busy());
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(18, 18);
        Label words = Nodes.label("Asking " + model.broker().displayName() + "…", "text-muted");
        progress.visibleProperty().bind(model.busy());
        words.visibleProperty().bind(model.busy());
        HBox buttons = new HBox(8, backButton(back), Nodes.spacer(), words, progress, login);
        buttons.getStyleClass().add("inline-buttons");
        return buttons;
    }

    private static Button backButton(Runnable back) {
        Button button = new Button("Back");
        button.setCancelButton(true);
        button.setOnAction(ignored -> back.run());
        return button;
    }

    private static Node safety() {
        Label label = Nodes.label(
                "Used for this login only: nothing typed here is written to disk or to a log.", "field-help");
        label.setGraphic(Icon.KEY.node());
        label.setWrapText(true);
        return label;
    }

    private void showFailure(@Nullable Failure told) {
        Nodes.shown(failure, told != null);
        if (told != null) {
            Label sentence = Nodes.label(told.sentence(), "failure-sentence");
            Label next =
                    Nodes.label((told.nextStep().isBlank() ? "" : told.nextStep() + "  ") + "[" + told.code() + "]");
            sentence.setWrapText(true);
            next.setWrapText(true);
            failure.getChildren().setAll(sentence, next);
        }
    }
}
