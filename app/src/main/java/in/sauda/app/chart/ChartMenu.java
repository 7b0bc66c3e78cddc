package in.sauda.app.chart;

import in.sauda.app.fx.QuoteText;
import in.sauda.core.instruments.Instrument;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/// What a right click on a bar offers.
final class ChartMenu {
    private final ChartModel model;
    private final ContextMenu menu = new ContextMenu();
    private LongConsumer why = barMillis -> {};
    private LongConsumer alert = price -> {};
    private OptionalLong bar = OptionalLong.empty();
    private OptionalLong price = OptionalLong.empty();
    private final MenuItem alertItem = new MenuItem();

    ChartMenu(ChartModel model) {
        this.model = model;
        MenuItem explain = new MenuItem("Why / why not  ( W )");
        explain.setOnAction(ignored -> bar.ifPresent(why));
        alertItem.setOnAction(ignored -> price.ifPresent(alert));
        menu.getItems().setAll(explain, alertItem);
    }

    void onWhy(LongConsumer listener) {
        why = listener;
    }

    void onAlert(LongConsumer listener) {
        alert = listener;
    }

    void install(Node target) {
        target.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            bar = model.barUnderPointer();
            price = model.priceUnderPointer();
            Instrument shown = model.instrument();
            alertItem.setDisable(price.isEmpty());
            alertItem.setText(
                    price.isEmpty() || shown == null
                            ? "Alert  ( A )"
                            : "Alert at " + QuoteText.price(price.getAsLong(), shown.segment()) + "  ( A )");
            if (bar.isPresent()) {
                menu.show(target, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }
}
