package in.sauda.app.login;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Kind;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One field of the login with its help and what is wrong with it. A secret is hidden until the eye is pressed.
final class FieldView {
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField input;
    private final VBox root;

    FieldView(LoginViewModel model, CredentialField field) {
        this(model, field, field.required());
    }

    /// @param needed nothing else can take the field's place here
    FieldView(LoginViewModel model, CredentialField field, boolean needed) {
        LoginFields fields = model.fields();
        boolean hidden = field.kind() == Kind.SECRET || field.kind() == Kind.TOTP_SECRET;
        input = hidden ? new PasswordField() : new TextField();
        input.setId("login-" + field.name());
        input.textProperty().bindBidirectional(fields.value(field));
        input.disableProperty().bind(model.busy());
        input.focusedProperty().subscribe(focused -> {
            // What the broker said about the value stays until the value changes.
            if (!focused
                    && !input.getText().isEmpty()
                    && fields.error(field).get().isEmpty()) {
                fields.validate(field);
            }
        });
        Label label = Nodes.label(field.label() + (needed ? "" : "  (may stay empty)"), "field-label");
        label.setLabelFor(input);
        Label error = Nodes.label("", "field-error");
        error.setWrapText(true);
        Label help = Nodes.label(field.help(), "field-help");
        help.setWrapText(true);
        fields.error(field).subscribe(text -> {
            error.setText(text);
            Nodes.shown(error, !text.isEmpty());
            input.pseudoClassStateChanged(WRONG, !text.isEmpty());
            Nodes.shown(help, text.isEmpty());
        });
        root = new VBox(3, label, hidden ? withEye(model) : input, error, help);
        root.getStyleClass().add("login-field");
        if (field.kind() == Kind.TOTP_SECRET) {
            root.getChildren().add(preview(model));
        }
    }

    Node root() {
        return root;
    }

    TextField input() {
        return input;
    }

    /// Shows the same text in the clear as long as the eye is pressed.
    private Node withEye(LoginViewModel model) {
        TextField clear = new TextField();
        clear.textProperty().bindBidirectional(input.textProperty());
        clear.disableProperty().bind(model.busy());
        ToggleButton eye = new ToggleButton(null, Icon.EYE.node());
        eye.getStyleClass().addAll("icon-button", "flat");
        eye.setFocusTraversable(false);
        Nodes.shown(clear, false);
        eye.selectedProperty().subscribe(shown -> {
            Nodes.shown(clear, shown);
            Nodes.shown(input, !shown);
        });
        StackPane texts = new StackPane(input, clear);
        HBox.setHgrow(texts, Priority.ALWAYS);
        return new HBox(4, texts, Nodes.tooltip(eye, "Show what is typed"));
    }

    private static Node preview(LoginViewModel model) {
        Label code = Nodes.fixedLabel("", "code-preview");
        Label words = Nodes.label("must be what your authenticator app shows now", "field-help");
        HBox line = new HBox(10, code, words);
        line.getStyleClass().add("inline-buttons");
        code.setId("login-code");
        model.codePreview().subscribe(text -> {
            code.setText(text);
            Nodes.shown(line, !text.isEmpty());
        });
        return line;
    }
}
