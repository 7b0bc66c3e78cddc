package in.sauda.app.instruments;

import in.sauda.app.fx.Nodes;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every field of the chosen instrument and what can be done with it.
final class InstrumentDetail {
    private final VBox root = new VBox(10);
    private final Label title = Nodes.label("", "detail-title");
    private final GridPane fields = new GridPane(14, 5);
    private final FlowPane buttons = new FlowPane(6, 6);
    private @Nullable Instrument shown;

    InstrumentDetail(InstrumentActions actions) {
        root.setId("instrument-detail");
        root.getStyleClass().add("detail-pane");
        title.setWrapText(true);
        buttons.getChildren()
                .setAll(
                        button("Watch", "Put it on the watchlist and show it (Enter)", actions.watch()),
                        button("Chart", "Show its chart (C)", actions.chart()),
                        button(
                                "Buy",
                                "Open the ticket to buy (B)",
                                one -> actions.ticket().accept(one, Side.BUY)),
                        button(
                                "Sell",
                                "Open the ticket to sell (S)",
                                one -> actions.ticket().accept(one, Side.SELL)),
                        button(
                                "Subscribe",
                                "Ask for its prices; the Subscriptions page lists it and gives it up again",
                                actions.subscribe()));
        root.getChildren().setAll(title, fields, buttons);
        show(null);
    }

    Node root() {
        return root;
    }

    private Button button(String text, String tooltip, Consumer<Instrument> action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setOnAction(ignored -> {
            if (shown != null) {
                action.accept(shown);
            }
        });
        return Nodes.tooltip(button, tooltip);
    }

    void show(@Nullable Instrument instrument) {
        shown = instrument;
        Nodes.shown(buttons, instrument != null);
        fields.getChildren().clear();
        if (instrument == null) {
            title.setText("Choose an instrument to see all about it.");
            return;
        }
        title.setText(InstrumentWords.full(instrument));
        int row = 0;
        for (Map.Entry<String, String> field : fields(instrument).entrySet()) {
            fields.addRow(
                    row++,
                    Nodes.fixedLabel(field.getKey(), "form-label"),
                    Nodes.label(field.getValue(), "detail-value"));
        }
    }

    static Map<String, String> fields(Instrument instrument) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Symbol", instrument.symbol());
        fields.put("Name", instrument.name());
        fields.put("Exchange", instrument.segment().exchange());
        fields.put("Segment", instrument.segment().name());
        fields.put("Token", instrument.token());
        fields.put("Category", InstrumentColumn.words(instrument.category().name()));
        fields.put("Type", instrument.type().isEmpty() ? IndianNumbers.UNKNOWN : instrument.type());
        if (instrument.expiry() != null) {
            fields.put("Expiry", InstrumentColumn.expiry(instrument));
        }
        if (instrument.optionType() != null) {
            fields.put("Strike", InstrumentColumn.strike(instrument));
            fields.put("Option", instrument.optionType().words());
        }
        fields.put("Lot size", IndianNumbers.units(instrument.lotSize()));
        fields.put("Tick size", InstrumentColumn.tick(instrument));
        fields.put("Freeze quantity", InstrumentColumn.freeze(instrument));
        fields.put("Closing auction", instrument.closingAuction() ? "yes" : "no");
        fields.put("Listed by", instrument.broker());
        return fields;
    }
}
