package in.sauda.app.watchlist;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.calendar.Phase;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The watchlist: which instruments, in which order, and their live cells. FX thread only.
public final class WatchlistViewModel {
    private static final String OWNER = "watchlist";
    private static final long AGE_INTERVAL_NANOS = 500_000_000L;

    /// What the last removal took away.
    private record Removed(int position, WatchRow row) {}

    private final Terminal terminal;
    private final InstrumentDirectory directory;
    private final SettingsStore settings;
    private final TimeSource time;
    private final IntFunction<String> sources;
    private final ObservableList<WatchRow> rows = FXCollections.observableArrayList();
    private final Map<Integer, WatchRow> byIndex = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable WatchRow> undoable = new ReadOnlyObjectWrapper<>();
    private @Nullable Removed removed;
    private Registration registration = () -> {};
    private boolean continuous;
    private long nextAgeNanos;

    /// @param sources whose price of an instrument is in force, by registry index
    public WatchlistViewModel(
            Terminal terminal,
            InstrumentDirectory directory,
            SettingsStore settings,
            TimeSource time,
            IntFunction<String> sources) {
        this.terminal = terminal;
        this.directory = directory;
        this.settings = settings;
        this.time = time;
        this.sources = sources;
    }

    /// Loads the saved list and begins to listen.
    public void attach(PulseDriver driver) {
        nextAgeNanos = time.nanos();
        load();
        registration = Registration.all(
                driver.onQuote(this::quote),
                driver.onStatus(status -> continuous = status.phase() == Phase.CONTINUOUS),
                driver.onPulse(this::pulse));
    }

    public void detach() {
        registration.remove();
        unwatch(instruments());
        rows.clear();
        byIndex.clear();
    }

    public ObservableList<WatchRow> rows() {
        return rows;
    }

    /// The row a removal took away and {@link #undo()} brings back; null when there is none.
    public ReadOnlyObjectProperty<@Nullable WatchRow> undoable() {
        return undoable.getReadOnlyProperty();
    }

    public int activeList() {
        return settings.get().activeWatchlist();
    }

    /// Shows another of the saved lists.
    public void activate(int list) {
        if (list == activeList()) {
            return;
        }
        unwatch(instruments());
        settings.update(now -> now.withWatchlists(now.watchlists(), list));
        load();
    }

    /// Adds at the end, or finds the row that is already there.
    public WatchRow add(Instrument instrument) {
        WatchRow present = byIndex.get(terminal.index(instrument));
        return present != null ? present : insert(rows.size(), instrument);
    }

    /// Adds all that are not there yet, with one subscription and one save.
    public void addAll(List<Instrument> instruments) {
        List<Instrument> added = instruments.stream()
                .filter(instrument -> !byIndex.containsKey(terminal.index(instrument)))
                .toList();
        added.forEach(instrument -> place(rows.size(), new WatchRow(instrument)));
        watch(added);
        save();
    }

    /// Gives one of the saved lists these instruments and no others; what stays keeps its row.
    ///
    /// @param list counted from 0
    public void fill(int list, List<Instrument> wanted) {
        List<Settings.Entry> entries = wanted.stream().map(Settings.Entry::of).toList();
        List<Settings.Watchlist> lists = settings.get().watchlists();
        if (list >= lists.size() || lists.get(list).entries().equals(entries)) {
            return;
        }
        if (list != activeList()) {
            settings.update(now -> {
                List<Settings.Watchlist> all = new ArrayList<>(now.watchlists());
                all.set(list, new Settings.Watchlist(all.get(list).name(), entries));
                return now.withWatchlists(all, now.activeWatchlist());
            });
            return;
        }
        List<Instrument> before = instruments();
        unwatch(before.stream()
                .filter(instrument -> !wanted.contains(instrument))
                .toList());
        rows.removeIf(row -> !wanted.contains(row.instrument()));
        byIndex.values().removeIf(row -> !wanted.contains(row.instrument()));
        forgetRemoved();
        addAll(wanted);
        rows.sort(Comparator.comparingInt(row -> wanted.indexOf(row.instrument())));
        save();
    }

    public void remove(WatchRow row) {
        int position = rows.indexOf(row);
        if (position < 0) {
            return;
        }
        rows.remove(position);
        byIndex.remove(terminal.index(row.instrument()));
        unwatch(List.of(row.instrument()));
        removed = new Removed(position, row);
        undoable.set(row);
        save();
    }

    /// Brings the row removed last back to its place.
    public void undo() {
        Removed last = removed;
        if (last != null) {
            forgetRemoved();
            if (!byIndex.containsKey(terminal.index(last.row().instrument()))) {
                insert(Math.min(last.position(), rows.size()), last.row().instrument());
            }
        }
    }

    public void forgetRemoved() {
        removed = null;
        undoable.set(null);
    }

    /// Moves a row so that it ends up at {@code to}.
    public void move(int from, int to) {
        if (from == to || from < 0 || from >= rows.size()) {
            return;
        }
        WatchRow row = rows.remove(from);
        rows.add(Math.clamp(to, 0, rows.size()), row);
        save();
    }

    private WatchRow insert(int position, Instrument instrument) {
        WatchRow row = new WatchRow(instrument);
        place(position, row);
        watch(List.of(instrument));
        save();
        return row;
    }

    private void place(int position, WatchRow row) {
        int index = terminal.index(row.instrument());
        rows.add(position, row);
        byIndex.put(index, row);
        QuoteRow known = terminal.quotes().get(index);
        if (known != null) {
            row.apply(known, time.nanos());
        }
    }

    private void load() {
        rows.clear();
        byIndex.clear();
        forgetRemoved();
        List<Instrument> found = new ArrayList<>();
        for (Settings.Entry entry : activeEntries()) {
            find(entry).ifPresent(found::add);
        }
        found.forEach(instrument -> place(rows.size(), new WatchRow(instrument)));
        watch(found);
    }

    private List<Settings.Entry> activeEntries() {
        Settings now = settings.get();
        return now.activeWatchlist() < now.watchlists().size()
                ? now.watchlists().get(now.activeWatchlist()).entries()
                : List.of();
    }

    private Optional<Instrument> find(Settings.Entry entry) {
        return directory
                .find(entry.key())
                .filter(instrument -> instrument.symbol().equals(entry.symbol()));
    }

    private void save() {
        List<Settings.Entry> entries =
                instruments().stream().map(Settings.Entry::of).toList();
        settings.update(now -> {
            List<Settings.Watchlist> lists = new ArrayList<>(now.watchlists());
            int active = now.activeWatchlist();
            lists.set(active, new Settings.Watchlist(lists.get(active).name(), entries));
            return now.withWatchlists(lists, active);
        });
    }

    private List<Instrument> instruments() {
        return rows.stream().map(WatchRow::instrument).toList();
    }

    /// Bid and ask need the full mode: Angel One's quote packets carry none.
    private void watch(List<Instrument> instruments) {
        if (!instruments.isEmpty()) {
            terminal.send(new Command.Watch(OWNER, instruments, FeedMode.FULL, Interest.WATCHLIST));
        }
    }

    private void unwatch(List<Instrument> instruments) {
        if (!instruments.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, instruments));
        }
    }

    private void quote(QuoteRow quote) {
        WatchRow row = byIndex.get(quote.index());
        if (row != null) {
            row.apply(quote, time.nanos());
        }
    }

    private void pulse(long nowNanos) {
        if (nowNanos - nextAgeNanos >= 0) {
            nextAgeNanos = nowNanos + AGE_INTERVAL_NANOS;
            boolean two = terminal.brokers().size() > 1;
            byIndex.forEach((index, row) -> {
                row.from(two ? sources.apply(index) : "");
                row.age(nowNanos, continuous);
            });
        }
    }
}
