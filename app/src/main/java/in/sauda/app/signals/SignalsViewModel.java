package in.sauda.app.signals;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.core.view.UiEvent;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What strategies saw, newest first. FX thread only.
public final class SignalsViewModel {
    /// The database keeps all; the screen keeps these.
    private static final int MOST_ROWS = 1_000;

    private final ObservableList<SignalRow> rows = FXCollections.observableArrayList();
    private Registration registration = () -> {};

    public void attach(PulseDriver driver) {
        registration = driver.onEvent(event -> {
            if (event instanceof UiEvent.SignalRaised raised) {
                add(new SignalRow(raised.signal(), raised.lane()));
            }
        });
    }

    public void detach() {
        registration.remove();
    }

    public ObservableList<SignalRow> rows() {
        return rows;
    }

    private void add(SignalRow row) {
        rows.addFirst(row);
        if (rows.size() > MOST_ROWS) {
            rows.removeLast();
        }
    }
}
