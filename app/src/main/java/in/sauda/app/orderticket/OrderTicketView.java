package in.sauda.app.orderticket;

import in.sauda.app.fx.Nodes;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.ProtectedLimit;
import in.sauda.core.view.BrokerStanding;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The docked order ticket: blue when buying, orange when selling, and it says which in a word.
public final class OrderTicketView {
    private static final PseudoClass BUY = PseudoClass.getPseudoClass("buy");
    private static final PseudoClass SELL = PseudoClass.getPseudoClass("sell");

    private final OrderTicketViewModel model;
    private final Runnable left;
    private final VBox root = new VBox(6);
    private final Label contract = Nodes.label("", "ticket-contract");
    private final Label quantity = Nodes.label("", "text-muted");
    private final Label value = Nodes.fixedLabel("", "ticket-value");
    private final Label errors = Nodes.label("", "ticket-errors");
    private final Label band = Nodes.label("", "text-muted");
    private final HBox products = new HBox();
    private final HBox brokers = new HBox();
    private final Label brokerName = Nodes.fixedLabel("Broker", "form-label");
    private final ToggleButton buy = new ToggleButton("BUY");
    private final ToggleButton sell = new ToggleButton("SELL");
    private final Button review = new Button();
    private final Stepper lots;
    private final Stepper price;

    /// @param left told when the ticket gives the keyboard back
    public OrderTicketView(OrderTicketViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        lots = new Stepper("ticket-lots", model.lots(), model::stepLots, "lot");
        price = new Stepper("ticket-price", model.price(), model::stepPrice, "tick");
        root.setId("ticket");
        root.getStyleClass().addAll("pane", "ticket");
        root.getChildren().setAll(header(), contract, sides(), form(), errors, footer());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        errors.setWrapText(true);
        price.field().focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.snapPrice();
            }
        });
        model.draft().subscribe(this::show);
        model.errors().subscribe(() -> showErrors(model.errors().get()));
        showErrors(model.errors().get());
    }

    public Node root() {
        return root;
    }

    /// Puts the keyboard into the quantity.
    public void focus() {
        lots.field().requestFocus();
        lots.field().selectAll();
    }

    private static Node header() {
        HBox header = new HBox(
                8,
                Nodes.fixedLabel("Order ticket", "pane-title"),
                Nodes.spacer(),
                Nodes.fixedLabel("LIMIT · DAY", "text-muted"));
        header.getStyleClass().add("pane-header");
        return Nodes.tooltip(
                header,
                "Raw market orders are not allowed over the brokers' interfaces; “Market-like” sets a protected limit.");
    }

    private Node sides() {
        ToggleGroup group = new ToggleGroup();
        HBox sides = new HBox(side(buy, group, Side.BUY, "buy-toggle"), side(sell, group, Side.SELL, "sell-toggle"));
        sides.getStyleClass().add("segmented");
        return sides;
    }

    private ToggleButton side(ToggleButton button, ToggleGroup group, Side side, String styleClass) {
        button.setToggleGroup(group);
        button.getStyleClass().add(styleClass);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.side().set(side);
        });
        return Nodes.tooltip(button, side == Side.BUY ? "Buy (B)" : "Sell (S)");
    }

    private Node form() {
        GridPane form = new GridPane(8, 6);
        form.getStyleClass().add("ticket-form");
        form.addRow(0, Nodes.fixedLabel("Lots", "form-label"), lots);
        form.add(quantity, 1, 1);
        form.addRow(2, Nodes.fixedLabel("Price", "form-label"), price);
        form.add(priceButtons(), 1, 3);
        form.addRow(4, Nodes.fixedLabel("Product", "form-label"), products);
        form.addRow(5, brokerName, brokers);
        GridPane.setHgrow(lots, Priority.ALWAYS);
        return form;
    }

    private Node priceButtons() {
        Button book = small("At book", "Take the price at which the other side stands now", model::takeBookPrice);
        Button market = small(
                "Market-like",
                "A limit far enough through the book to fill at once, within a protection band",
                model::takeProtectedPrice);
        HBox buttons = new HBox(4, book, market, band);
        buttons.getStyleClass().add("inline-buttons");
        return buttons;
    }

    private static Button small(String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        return Nodes.tooltip(button, tooltip);
    }

    private Node footer() {
        review.setId("ticket-review");
        review.setMaxWidth(Double.MAX_VALUE);
        review.setDefaultButton(false);
        review.getStyleClass().add("review-button");
        review.setOnAction(ignored -> model.stage());
        HBox line = new HBox(8, Nodes.fixedLabel("Value", "form-label"), Nodes.spacer(), value);
        line.getStyleClass().add("ticket-total");
        VBox footer = new VBox(6, line, review);
        footer.getStyleClass().add("ticket-footer");
        return footer;
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.K) {
            model.chooseNext();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.stage();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            left.run();
            event.consume();
        }
    }

    private void show(TicketDraft draft) {
        boolean buying = draft.side() == Side.BUY;
        root.pseudoClassStateChanged(BUY, buying);
        root.pseudoClassStateChanged(SELL, !buying);
        buy.setSelected(buying);
        sell.setSelected(!buying);
        review.setText("Review " + draft.side() + " order  ⏎");
        showProducts(draft.product());
        showBrokers(draft.broker());
        Instrument instrument = draft.instrument();
        contract.setText(instrument == null ? "No instrument chosen" : title(instrument, draft));
        if (instrument == null) {
            quantity.setText("");
            value.setText(IndianNumbers.UNKNOWN);
            return;
        }
        quantity.setText(quantityText(instrument, draft));
        value.setText(
                draft.price() > 0 && draft.lots() > 0
                        ? IndianNumbers.rupees(instrument.valuePaise(draft.price(), draft.quantity()))
                        : IndianNumbers.UNKNOWN);
        band.setText(
                draft.price() > 0
                        ? "± " + IndianNumbers.fixed(ProtectedLimit.basisPoints(instrument, draft.price()), 2, 1) + " %"
                        : "");
    }

    private static String title(Instrument instrument, TicketDraft draft) {
        String words = InstrumentWords.full(instrument);
        return draft.strategy().equals(OrderTicket.MANUAL) ? words : words + " · from " + draft.strategy();
    }

    private static String quantityText(Instrument instrument, TicketDraft draft) {
        if (instrument.index()) {
            return "";
        }
        String parts = draft.parts() > 1 ? " in " + draft.parts() + " parts" : "";
        if (instrument.lotSize() == 1) {
            return "= " + IndianNumbers.units(draft.quantity()) + (draft.quantity() == 1 ? " share" : " shares")
                    + parts;
        }
        return "× " + IndianNumbers.units(instrument.lotSize()) + " = " + IndianNumbers.units(draft.quantity())
                + " units" + parts;
    }

    private void showProducts(Product chosen) {
        List<Product> wanted = model.products();
        if (products.getChildren().size() == wanted.size()
                && products.getUserData() instanceof List<?> shown
                && shown.equals(wanted)) {
            products.getChildren().forEach(node -> ((ToggleButton) node).setSelected(node.getUserData() == chosen));
            return;
        }
        products.setUserData(wanted);
        products.getStyleClass().setAll("segmented");
        ToggleGroup group = new ToggleGroup();
        products.getChildren()
                .setAll(wanted.stream()
                        .map(product -> productButton(product, group, chosen))
                        .toList());
    }

    private ToggleButton productButton(Product product, ToggleGroup group, Product chosen) {
        ToggleButton button = new ToggleButton(product.words());
        button.setUserData(product);
        button.setToggleGroup(group);
        button.setSelected(product == chosen);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.product().set(product);
        });
        return button;
    }

    /// Only where there is a choice.
    private void showBrokers(@Nullable BrokerStanding chosen) {
        List<BrokerStanding> wanted = model.brokers();
        String state = wanted.stream()
                .map(broker -> broker.id() + (broker.loginOver() ? " over " : " ") + broker.equals(chosen))
                .collect(Collectors.joining(","));
        if (state.equals(brokers.getUserData())) {
            return;
        }
        brokers.setUserData(state);
        Nodes.shown(brokers, wanted.size() > 1);
        Nodes.shown(brokerName, wanted.size() > 1);
        brokers.getStyleClass().setAll("segmented");
        ToggleGroup group = new ToggleGroup();
        brokers.getChildren()
                .setAll(wanted.stream()
                        .map(broker -> brokerButton(broker, group, broker.equals(chosen)))
                        .toList());
    }

    private ToggleButton brokerButton(BrokerStanding broker, ToggleGroup group, boolean chosen) {
        ToggleButton button = new ToggleButton(broker.name());
        button.setId("ticket-broker-" + broker.id());
        button.setToggleGroup(group);
        button.setSelected(chosen);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.choose(broker.id());
        });
        return Nodes.tooltip(
                button,
                broker.loginOver()
                        ? broker.name() + "'s login has ended; it takes no orders until you log in there again"
                        : "Send orders to " + broker.name() + " (Alt+K changes the broker)");
    }

    private void showErrors(List<String> sentences) {
        errors.setText(String.join("\n", sentences));
        Nodes.shown(errors, !sentences.isEmpty());
        review.setDisable(!sentences.isEmpty());
    }
}
