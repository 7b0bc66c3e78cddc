package in.sauda.app.orders;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All orders of the day, newest first. FX thread only.
public final class OrdersViewModel {
    private final Terminal terminal;
    private final ObservableList<OrderRow> rows = FXCollections.observableArrayList();
    private final Map<ClientOrderId, OrderRow> byId = new HashMap<>();
    private final ReadOnlyIntegerWrapper working = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Registration registration = () -> {};

    public OrdersViewModel(Terminal terminal) {
        this.terminal = terminal;
    }

    public void attach(PulseDriver driver) {
        registration = driver.onEvent(event -> {
            if (event instanceof UiEvent.OrderChanged changed) {
                changed(changed.order());
            }
        });
    }

    public void detach() {
        registration.remove();
    }

    public ObservableList<OrderRow> rows() {
        return rows;
    }

    /// Orders nothing final has happened to.
    public ReadOnlyIntegerProperty working() {
        return working.getReadOnlyProperty();
    }

    /// Counts changes, for whoever has to look again.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Cancelling asks nothing back: it only ever makes the position safer or leaves it alone.
    public void cancel(OrderRow row) {
        if (cancellable(row)) {
            terminal.send(new Command.Cancel(row.order().request().id()));
        }
    }

    /// Asks for a card that changes price or quantity.
    public void modify(OrderRow row, long quantity, long price) {
        if (cancellable(row)) {
            terminal.send(new Command.StageModify(row.order().request().id(), quantity, price));
        }
    }

    public static boolean cancellable(OrderRow row) {
        return switch (row.order().status()) {
            case OPEN, PARTIALLY_FILLED, UNKNOWN -> true;
            case AWAITING_CONFIRM, SUBMITTING, CANCEL_PENDING, FILLED, CANCELLED, REJECTED, DENIED, EXPIRED, DECLINED ->
                false;
        };
    }

    private void changed(OrderView order) {
        OrderRow row = byId.get(order.request().id());
        String broker = BrokerStanding.name(terminal.brokers(), order.request().broker());
        if (row == null) {
            row = new OrderRow(order, broker);
            byId.put(order.request().id(), row);
            rows.addFirst(row);
        } else {
            row.apply(order, broker);
        }
        working.set((int)
                rows.stream().filter(each -> !each.order().status().terminal()).count());
        changes.set(changes.get() + 1);
    }
}
