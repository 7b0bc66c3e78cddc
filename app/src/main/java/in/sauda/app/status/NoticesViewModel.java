package in.sauda.app.status;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the terminal told the user, newest first. FX thread only.
public final class NoticesViewModel {
    private static final int MOST_ROWS = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final MarketClock clock;
    private final ObservableList<NoticeRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> latest = new ReadOnlyObjectWrapper<>();
    private Registration registration = () -> {};

    public NoticesViewModel(MarketClock clock) {
        this.clock = clock;
    }

    public void attach(PulseDriver driver) {
        registration = driver.onEvent(event -> {
            if (event instanceof Notice notice) {
                add(notice);
            } else if (event instanceof UiEvent.AlertFired(AlertFiring firing)) {
                add(new Notice(Level.WARNING, "ALERT", firing.sentence(), ""));
            }
        });
    }

    public void detach() {
        registration.remove();
    }

    public ObservableList<NoticeRow> rows() {
        return rows;
    }

    /// The last warning or error, to be shown where the user looks.
    public ReadOnlyObjectProperty<@Nullable Notice> latest() {
        return latest.getReadOnlyProperty();
    }

    /// Takes the shown notice off; it stays in the log.
    public void dismiss() {
        latest.set(null);
    }

    public void add(Notice notice) {
        rows.addFirst(new NoticeRow(TIME.format(IndiaTime.time(clock.millis())), notice));
        if (rows.size() > MOST_ROWS) {
            rows.removeLast();
        }
        if (notice.level() != Level.INFO) {
            latest.set(notice);
        }
    }
}
