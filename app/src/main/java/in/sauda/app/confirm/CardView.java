package in.sauda.app.confirm;

import in.sauda.app.confirm.CardQueue.State;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.theme.Icon;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.view.ConfirmationCard;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The confirmation card, docked over the ticket. Enter confirms and Esc cancels while the card has the keyboard; a key
/// held down since before the card appeared is not an answer.
public final class CardView {
    private static final PseudoClass BUY = PseudoClass.getPseudoClass("buy");
    private static final PseudoClass SELL = PseudoClass.getPseudoClass("sell");

    private final CardQueue queue;
    private final VBox root = new VBox();
    private final Label mode = Nodes.fixedLabel("", "mode-badge");
    private final Label heading = Nodes.label("", "card-heading");
    private final Label contract = Nodes.label("", "card-contract");
    private final Label words = Nodes.label("", "text-muted");
    private final Label waiting = Nodes.fixedLabel("", "text-muted");
    private final Label seconds = Nodes.fixedLabel("", "card-seconds");
    private final Label outcome = Nodes.label("", "card-outcome");
    private final VBox warnings = new VBox(3);
    private final GridPane fixed = new GridPane(10, 3);
    private final GridPane live = new GridPane(10, 3);
    private final ProgressBar left = new ProgressBar(1);
    private final CheckBox consent = new CheckBox("I know that the exchange has this share under surveillance.  Space");
    private final Button confirm = new Button();
    private final Button cancel = new Button("Cancel  Esc");
    private final Label last = Nodes.label("", "number");
    private final Label drift = Nodes.label("", "number");
    private final Label spread = Nodes.label("", "number");
    private final Label liquidity = Nodes.label("", "number");
    private final Label signalAge = Nodes.label("", "number");
    private boolean enterHeld;

    public CardView(CardQueue queue) {
        this.queue = queue;
        root.setId("card");
        root.setFocusTraversable(true);
        root.getStyleClass().addAll("pane", "card");
        root.getChildren().setAll(header(), left, scroll(), buttons());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        liveRow(0, "Price now", last);
        liveRow(1, "Drift", drift);
        liveRow(2, "Bid / ask", spread);
        liveRow(3, "Book", liquidity);
        liveRow(4, "Signal", signalAge);
        watchEnterKey();
        queue.card().subscribe(this::show);
        queue.state().subscribe(this::state);
        queue.facts().subscribe(this::facts);
        queue.outcome().subscribe(text -> outcome.setText(text));
        queue.consented().subscribe(given -> state(queue.state().get()));
        queue.behind().subscribe(count -> waiting.setText(count.intValue() == 0 ? "" : "+" + count + " waiting"));
        left.progressProperty().bind(queue.timeLeft());
    }

    public Node root() {
        return root;
    }

    public void focus() {
        root.requestFocus();
    }

    private Node header() {
        HBox header =
                new HBox(8, mode, Nodes.fixedLabel("Confirm order", "pane-title"), Nodes.spacer(), waiting, seconds);
        header.getStyleClass().add("pane-header");
        left.setMaxWidth(Double.MAX_VALUE);
        left.getStyleClass().add("card-time");
        return header;
    }

    private Node scroll() {
        contract.setWrapText(true);
        words.setWrapText(true);
        outcome.setWrapText(true);
        consent.setId("card-consent");
        consent.setWrapText(true);
        consent.setFocusTraversable(false);
        consent.getStyleClass().add("card-consent");
        consent.selectedProperty().bindBidirectional(queue.consented());
        VBox body = new VBox(6, heading, contract, fixed, words, live, warnings, consent, outcome);
        body.getStyleClass().add("card-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node buttons() {
        confirm.setId("card-confirm");
        confirm.setFocusTraversable(false);
        confirm.getStyleClass().add("review-button");
        confirm.setOnAction(ignored -> queue.confirm());
        confirm.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(confirm, Priority.ALWAYS);
        cancel.setId("card-cancel");
        cancel.setFocusTraversable(false);
        cancel.setMinWidth(Button.USE_PREF_SIZE);
        cancel.setOnAction(ignored -> queue.decline("cancelled by the user"));
        HBox buttons = new HBox(8, cancel, confirm);
        buttons.getStyleClass().add("card-buttons");
        return buttons;
    }

    private void liveRow(int row, String name, Label value) {
        value.setWrapText(true);
        live.addRow(row, Nodes.fixedLabel(name, "form-label"), value);
    }

    /// Follows Enter in the whole window, so that a key still down from the ticket is known to be a repeat here.
    private void watchEnterKey() {
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        enterHeld = false;
                    }
                });
                scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    if (event.getCode() == KeyCode.ENTER && !isInside(event)) {
                        enterHeld = true;
                    }
                });
            }
        });
    }

    private boolean isInside(KeyEvent event) {
        return root.equals(event.getTarget());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (!enterHeld) {
                queue.confirm();
            }
            enterHeld = true;
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && consent.isVisible()) {
            consent.setSelected(!consent.isSelected());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            queue.decline("cancelled by the user");
            event.consume();
        }
    }

    private void show(@Nullable ConfirmationCard card) {
        if (card == null) {
            return;
        }
        boolean buy = CardWords.buying(card);
        root.pseudoClassStateChanged(BUY, buy);
        root.pseudoClassStateChanged(SELL, !buy);
        mode.setText(card.request().mode().name());
        mode.getStyleClass().setAll("mode-badge", CardWords.modeClass(card));
        heading.setText(CardWords.heading(card));
        contract.setText(CardWords.contract(card));
        Nodes.shown(consent, card.request().consent());
        words.setText(CardWords.valueInWords(card));
        Nodes.shown(words, !words.getText().isEmpty());
        fixed.getChildren().clear();
        int row = 0;
        for (CardWords.Line line : CardWords.lines(card)) {
            Label value = Nodes.label(line.value(), "number");
            value.setWrapText(true);
            fixed.addRow(row++, Nodes.fixedLabel(line.name(), "form-label"), value);
        }
        warnings.getChildren()
                .setAll(card.warnings().stream().map(CardView::warning).toList());
    }

    private static Label warning(String sentence) {
        Label label = Nodes.label(sentence, "card-warning");
        label.setGraphic(Icon.WARNING.node());
        label.setWrapText(true);
        return label;
    }

    private void state(State state) {
        boolean open = state == State.ARMING || state == State.ARMED;
        boolean missing = open && request().consent() && !queue.consented().get();
        confirm.setDisable(state != State.ARMED || missing);
        confirm.setText(
                missing ? "Tick the box above" : open ? "Confirm " + request().side() + "  ⏎" : "Answered");
        consent.setDisable(!open);
        cancel.setText(open ? "Cancel  Esc" : "Close  Esc");
        Nodes.shown(outcome, !open);
        Nodes.shown(left, open);
        seconds.setVisible(open);
    }

    private OrderRequest request() {
        return Objects.requireNonNull(queue.card().get()).request();
    }

    private void facts(CardFacts facts) {
        last.setText(facts.lastPrice());
        drift.setText(facts.drift());
        Tones.apply(drift, facts.driftTone());
        spread.setText(facts.spread());
        liquidity.setText(facts.liquidity());
        Tones.apply(liquidity, facts.liquidityTone());
        seconds.setText(facts.secondsLeft());
        signalAge.setText(facts.signalAge().isEmpty() ? "none" : facts.signalAge());
    }
}
