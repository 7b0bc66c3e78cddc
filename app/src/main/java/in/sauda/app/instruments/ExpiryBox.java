package in.sauda.app.instruments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// The choice of one expiry among those that pass the other filters.
final class ExpiryBox {
    private static final String ANY = "Any expiry";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final InstrumentsViewModel model;
    private final ComboBox<String> box = new ComboBox<>();
    private List<LocalDate> dates = List.of();
    private boolean filling;

    ExpiryBox(InstrumentsViewModel model) {
        this.model = model;
        box.setId("instruments-expiry");
        model.expiries().addListener((ListChangeListener<LocalDate>) ignored -> fill());
        fill();
        box.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            int place = index.intValue() - 1;
            if (!filling) {
                LocalDate wanted = place < 0 || place >= dates.size() ? null : dates.get(place);
                model.narrow(now -> now.withExpiry(wanted));
            }
        });
    }

    Node root() {
        return box;
    }

    /// Keeps what is chosen; an expiry that passes no longer is given up.
    private void fill() {
        filling = true;
        dates = List.copyOf(model.expiries());
        List<String> words = new ArrayList<>();
        words.add(ANY);
        dates.forEach(date -> words.add(DAY.format(date)));
        LocalDate chosen = model.filter().get().expiry();
        int place = chosen == null ? -1 : dates.indexOf(chosen);
        box.setItems(FXCollections.observableArrayList(words));
        box.getSelectionModel().select(place + 1);
        filling = false;
        if (chosen != null && place < 0) {
            model.narrow(now -> now.withExpiry(null));
        }
    }
}
