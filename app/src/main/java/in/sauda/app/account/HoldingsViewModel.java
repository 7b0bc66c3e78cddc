package in.sauda.app.account;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Securities in the demat account with live prices. Watches them while it is attached. FX thread only.
public final class HoldingsViewModel {
    private static final String OWNER = "holdings";

    private final Terminal terminal;
    private final InstrumentDirectory directory;
    private final TimeSource time;
    private final ObservableList<HoldingRow> rows = FXCollections.observableArrayList();
    private final Map<Integer, HoldingRow> byIndex = new HashMap<>();
    private final Map<String, HoldingRow> byHolding = new HashMap<>();
    private final ReadOnlyObjectWrapper<BooksState> state =
            new ReadOnlyObjectWrapper<>(new BooksState(false, "", "", Tone.MUTED));
    final CellValue invested = new CellValue();
    final CellValue value = new CellValue();
    final CellValue day = new CellValue();
    final CellValue total = new CellValue();
    final CellValue percent = new CellValue();
    private final AccountChoice choice;
    private @Nullable List<Holding> shown;
    private Registration registration = () -> {};
    private boolean changed;

    public HoldingsViewModel(Terminal terminal, InstrumentDirectory directory, TimeSource time) {
        this.terminal = terminal;
        this.directory = directory;
        this.time = time;
        this.choice = new AccountChoice(terminal);
        choice.chosen().addListener(ignored -> show(choice.account()));
    }

    public void attach(PulseDriver driver) {
        registration = Registration.all(
                driver.onQuote(this::quote),
                driver.onStatus(status -> show(choice.account())),
                driver.onPulse(ignored -> sumIfChanged()));
    }

    public void detach() {
        registration.remove();
        List<Instrument> watched = watched(rows);
        if (!watched.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, watched));
        }
    }

    public ObservableList<HoldingRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<BooksState> state() {
        return state.getReadOnlyProperty();
    }

    AccountChoice choice() {
        return choice;
    }

    /// Whose holdings they are.
    public BrokerId broker() {
        return choice.chosen().get();
    }

    /// Asks the broker now.
    public void refresh() {
        terminal.send(new Command.RefreshAccount());
    }

    private void show(AccountData account) {
        Reading<List<Holding>> reading = account.holdings();
        state.set(BooksState.of(reading, account.loggedIn(), time.nanos()));
        List<Holding> next = Objects.requireNonNullElse(reading.value(), List.<Holding>of());
        if (!next.equals(shown)) {
            shown = next;
            replace(next);
        }
    }

    private void replace(List<Holding> next) {
        List<HoldingRow> kept = new ArrayList<>();
        for (Holding holding : next) {
            HoldingRow row = byHolding.computeIfAbsent(name(holding), ignored -> row(holding));
            row.book(holding, time.nanos());
            kept.add(row);
        }
        byHolding.values().retainAll(kept);
        byIndex.values().retainAll(kept);
        watch(kept);
        rows.setAll(kept);
        changed = true;
    }

    private void watch(List<HoldingRow> kept) {
        List<Instrument> gone = new ArrayList<>(watched(rows));
        List<Instrument> wanted = new ArrayList<>(watched(kept));
        List<Instrument> fresh = new ArrayList<>(wanted);
        fresh.removeAll(gone);
        gone.removeAll(wanted);
        if (!fresh.isEmpty()) {
            terminal.send(new Command.Watch(OWNER, fresh, FeedMode.QUOTE, Interest.VIEW));
        }
        if (!gone.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, gone));
        }
    }

    private static List<Instrument> watched(List<HoldingRow> of) {
        return of.stream().map(HoldingRow::instrument).filter(Objects::nonNull).toList();
    }

    /// One security can be held in rows of two exchanges.
    private static String name(Holding holding) {
        return holding.key() + " " + holding.symbol();
    }

    private HoldingRow row(Holding holding) {
        Instrument instrument =
                holding.key() == null ? null : directory.find(holding.key()).orElse(null);
        int index = instrument == null ? -1 : terminal.index(instrument);
        HoldingRow row = new HoldingRow(holding, instrument, index);
        if (index >= 0) {
            byIndex.put(index, row);
            QuoteRow quote = terminal.quotes().get(index);
            if (quote != null) {
                row.quote(quote, time.nanos());
            }
        }
        return row;
    }

    private void quote(QuoteRow quote) {
        HoldingRow row = byIndex.get(quote.index());
        if (row != null) {
            row.quote(quote, time.nanos());
            changed = true;
        }
    }

    private void sumIfChanged() {
        if (!changed) {
            return;
        }
        changed = false;
        long put = sum(rows.stream().map(HoldingRow::investedPaise).toList());
        long worth = sum(rows.stream().map(HoldingRow::valuePaise).toList());
        long result = sum(rows.stream().map(HoldingRow::resultPaise).toList());
        invested.show(IndianNumbers.rupees(put));
        value.show(Paise.known(worth) ? IndianNumbers.rupees(worth) : IndianNumbers.UNKNOWN);
        HoldingRow.result(day, sum(rows.stream().map(HoldingRow::dayPaise).toList()));
        HoldingRow.result(total, result);
        HoldingRow.percent(percent, result, put);
    }

    /// A sum with an unknown part is unknown: a total that leaves one out would be taken for the truth.
    private static long sum(List<Long> parts) {
        return parts.stream().allMatch(Paise::known)
                ? parts.stream().mapToLong(Long::longValue).sum()
                : Paise.UNKNOWN;
    }
}
