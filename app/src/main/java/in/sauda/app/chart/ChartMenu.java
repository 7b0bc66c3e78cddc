package in.sauda.app.chart;

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
    private OptionalLong bar = OptionalLong.empty();

    ChartMenu(ChartModel model) {
        this.model = model;
        MenuItem explain = new MenuItem("Why / why not  ( W )");
        explain.setOnAction(ignored -> bar.ifPresent(why));
        menu.getItems().setAll(explain);
    }

    void onWhy(LongConsumer listener) {
        why = listener;
    }

    void install(Node target) {
        target.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            bar = model.barUnderPointer();
            if (bar.isPresent()) {
                menu.show(target, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }
}
