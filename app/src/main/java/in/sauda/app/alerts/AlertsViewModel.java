package in.sauda.app.alerts;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.watchlist.SymbolLists;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.AlertRelation;
import in.sauda.core.alerts.AlertRow;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.alerts.AlertWords;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The user's alerts, their history, and the one on the form. FX thread only.
public final class AlertsViewModel {
    private final Terminal terminal;
    private final InstrumentDirectory directory;
    private final SettingsStore settings;
    private final Bell bell;
    private final ObservableList<AlertLine> lines = FXCollections.observableArrayList();
    private final ObservableList<FiringLine> history = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<AlertDraft> draft =
            new ReadOnlyObjectWrapper<>(AlertDraft.fresh(null, AlertRelation.ABOVE, ""));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Registration registration = () -> {};

    public AlertsViewModel(Terminal terminal, InstrumentDirectory directory, SettingsStore settings, Bell bell) {
        this.terminal = terminal;
        this.directory = directory;
        this.settings = settings;
        this.bell = bell;
    }

    /// Begins to be heard; alerts are shown by the log and the banner.
    public void attach(PulseDriver driver) {
        registration = driver.onEvent(event -> {
            if (event instanceof UiEvent.AlertFired && sound()) {
                bell.ring();
            }
        });
    }

    public void detach() {
        registration.remove();
    }

    /// Follows the alerts while the page is on the screen.
    Registration open(PulseDriver driver) {
        refresh();
        return driver.onStatus(_ -> refresh());
    }

    private void refresh() {
        AlertBoard board = terminal.alerts();
        LocalDate today = IndiaTime.date(terminal.status().marketMillis());
        List<AlertRow> rows = board.rows();
        if (ids(rows).equals(ids(lines.stream().map(AlertLine::row).toList()))) {
            for (int i = 0; i < rows.size(); i++) {
                lines.get(i).show(rows.get(i), today);
            }
        } else {
            lines.setAll(rows.stream().map(row -> new AlertLine(row, today)).toList());
        }
        List<AlertFiring> fired = board.history();
        if (!fired.equals(history.stream().map(FiringLine::firing).toList())) {
            history.setAll(
                    fired.stream().map(firing -> new FiringLine(firing, today)).toList());
        }
    }

    private static List<Long> ids(List<AlertRow> rows) {
        return rows.stream().map(row -> row.rule().id()).toList();
    }

    ObservableList<AlertLine> lines() {
        return lines;
    }

    ObservableList<FiringLine> history() {
        return history;
    }

    /// What the form shows.
    ReadOnlyObjectProperty<AlertDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Begins an alert on an instrument's price, at its last price.
    public void begin(@Nullable Instrument instrument) {
        QuoteRow quote = instrument == null ? null : terminal.quotes().get(terminal.index(instrument));
        begin(instrument, quote == null ? 0 : quote.lastPrice());
    }

    /// Begins an alert at a price; above or below, as the price lies to the last one.
    ///
    /// @param price fixed-point, 0 when it is not known
    public void begin(@Nullable Instrument instrument, long price) {
        QuoteRow quote = instrument == null ? null : terminal.quotes().get(terminal.index(instrument));
        boolean below = quote != null && price < quote.lastPrice();
        String value = instrument == null || price <= 0
                ? ""
                : AlertWords.plain(FixedPoint.toDouble(price, instrument.priceDecimals()));
        draft.set(AlertDraft.fresh(instrument, below ? AlertRelation.BELOW : AlertRelation.ABOVE, value));
        message.set("");
    }

    /// Puts an alert on the form.
    void edit(AlertRow row) {
        draft.set(AlertDraft.of(row.rule()));
        message.set("");
    }

    /// The instrument of a typed symbol; empty when nobody knows it.
    Optional<Instrument> find(String symbol) {
        return symbol.isBlank() ? Optional.empty() : SymbolLists.find(directory, symbol.strip());
    }

    /// The newest price of an instrument, fixed-point; 0 when it is not known.
    long lastPrice(Instrument instrument) {
        QuoteRow quote = terminal.quotes().get(terminal.index(instrument));
        return quote == null ? 0 : quote.lastPrice();
    }

    /// Watches what the form says.
    ///
    /// @return false when something is wrong; the message says what
    boolean save(AlertDraft typed) {
        try {
            AlertRule rule = typed.rule();
            terminal.send(new Command.SetAlert(rule));
            message.set((rule.id() == 0 ? "Watching: " : "Changed: ") + rule.subject() + ", "
                    + AlertWords.condition(rule.condition(), rule.instrument()) + ".");
            draft.set(AlertDraft.fresh(rule.instrument(), typed.relation(), ""));
            return true;
        } catch (IllegalArgumentException wrong) {
            message.set(String.valueOf(wrong.getMessage()));
            return false;
        }
    }

    /// Pauses what watches, lets a paused one go on, and arms anew what has fired once.
    void toggle(AlertRow row) {
        if (row.state() == AlertRow.State.DONE) {
            terminal.send(new Command.RearmAlert(row.rule().id()));
            message.set(row.rule().subject() + ": watched again.");
            return;
        }
        boolean pause = !row.rule().paused();
        terminal.send(new Command.SetAlert(row.rule().withPaused(pause)));
        message.set(row.rule().subject() + (pause ? ": paused." : ": watched again."));
    }

    void remove(AlertRow row) {
        terminal.send(new Command.RemoveAlert(row.rule().id()));
        message.set("Removed: " + row.rule().subject() + ", "
                + AlertWords.condition(row.rule().condition(), row.rule().instrument())
                + ". What it fired stays in the history.");
    }

    boolean sound() {
        return settings.get().desk().alertSound();
    }

    /// Switches the sound, and lets it be heard once where it comes on.
    void sound(boolean wanted) {
        settings.update(now -> now.withDesk(now.desk().withAlertSound(wanted)));
        if (wanted) {
            bell.ring();
        }
    }

    /// Why nothing is heard, empty when something is.
    String soundProblem() {
        return bell.problem();
    }
}
