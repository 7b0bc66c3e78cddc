package in.sauda.app.replay;

import in.sauda.app.chart.FillMark;
import in.sauda.app.orders.OrderRow;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.view.OrderView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The orders of the recorded day as they stood at the time the replay has reached. FX thread only.
final class ReplayOrders {
    private final ObservableList<OrderRow> rows = FXCollections.observableArrayList();
    private List<OrderView> states = List.of();
    private int shown;

    ObservableList<OrderRow> rows() {
        return rows;
    }

    /// @param all states of the recorded time, oldest first
    void load(List<OrderView> all) {
        states = List.copyOf(all);
        shown = 0;
        rows.clear();
    }

    /// @return true when something changed
    boolean show(long millis) {
        int reached = 0;
        while (reached < states.size() && states.get(reached).updatedMillis() <= millis) {
            reached++;
        }
        if (reached == shown) {
            return false;
        }
        shown = reached;
        List<OrderRow> next = new ArrayList<>();
        newest().forEach(order ->
                next.addFirst(new OrderRow(order, order.request().broker().value())));
        rows.setAll(next);
        return true;
    }

    private List<OrderView> newest() {
        Map<ClientOrderId, OrderView> byId = new LinkedHashMap<>();
        states.subList(0, shown).forEach(state -> byId.put(state.request().id(), state));
        return List.copyOf(byId.values());
    }

    /// What was bought and sold of an instrument by then.
    List<FillMark> fills(Instrument instrument) {
        List<FillMark> marks = new ArrayList<>();
        for (OrderView order : newest()) {
            OrderRequest request = order.request();
            if (order.filledQuantity() > 0 && request.instrument().key().equals(instrument.key())) {
                marks.add(new FillMark(
                        request.id().value(),
                        request.side(),
                        order.averagePrice(),
                        order.updatedMillis(),
                        order.filledQuantity()));
            }
        }
        return marks;
    }
}
