package in.sauda.app.lists;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.lists.ListMembers.Found;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.Settings.Desk;
import in.sauda.app.settings.Settings.UserList;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.watchlist.WatchlistViewModel;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.options.OptionContracts;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The user's lists: their members as of now, the watchlists they fill and the universe they are. FX thread only; the
/// masters are gone through in the background.
public final class ListsViewModel {
    private static final String OWNER = "lists";
    private static final String WATCHLIST = "watchlist";

    /// Lists in use follow the market at this pace.
    private static final long PACE_NANOS = 5_000_000_000L;

    /// One that has no members yet is looked for more often.
    private static final long EMPTY_PACE_NANOS = 1_000_000_000L;

    private final Terminal terminal;
    private final InstrumentMasters masters;
    private final SettingsStore settings;
    private final WatchlistViewModel watchlists;
    private final TimeSource time;
    private final Executor background;
    private final Executor ui;
    private final ListMembers members;
    private final ObservableList<ListLine> lines = FXCollections.observableArrayList();
    private final ObservableList<MemberLine> shown = FXCollections.observableArrayList();
    private final Map<Integer, MemberLine> byIndex = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private List<Instrument> watched = List.of();
    private List<Instrument> universe = List.of();
    private @Nullable String selected;
    private boolean mastersKnown;
    private boolean pageOpen;
    private boolean waiting;
    private long nextNanos;
    private Registration registration = () -> {};
    private Registration quotes = () -> {};

    /// @param watchlists filled by lists that follow the market
    /// @param background where the masters are gone through
    public ListsViewModel(
            Terminal terminal,
            InstrumentMasters masters,
            SettingsStore settings,
            WatchlistViewModel watchlists,
            TimeSource time,
            Executor background,
            Executor ui) {
        this.terminal = terminal;
        this.masters = masters;
        this.settings = settings;
        this.watchlists = watchlists;
        this.time = time;
        this.background = background;
        this.ui = ui;
        members = new ListMembers(terminal, masters.directory(), this::named);
    }

    /// Begins to keep what is in use up to date.
    public void attach(PulseDriver driver) {
        Runnable changes = masters.onChange(() -> ui.execute(() -> {
            mastersKnown = false;
            readMasters();
        }));
        Registration pace = driver.onStatus(_ -> onPace());
        registration = Registration.all(changes::run, pace);
        if (inUse()) {
            readMasters();
        }
    }

    public void detach() {
        registration.remove();
        watch(List.of());
    }

    private boolean inUse() {
        return pageOpen
                || !desk().universe().isEmpty()
                || desk().lists().stream().anyMatch(list -> watchlist(list) >= 0);
    }

    private void readMasters() {
        if (!inUse()) {
            return;
        }
        LocalDate today = IndiaTime.date(terminal.status().marketMillis());
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(
                        () -> new OptionContracts(masters.instruments(), today), background)
                .thenAcceptAsync(this::masters, ui);
    }

    private void masters(OptionContracts contracts) {
        mastersKnown = true;
        members.masters(
                contracts,
                masters.instruments().stream()
                        .filter(instrument -> instrument.category() == InstrumentCategory.FUTURES)
                        .toList());
        refresh();
    }

    private void onPace() {
        long now = time.nanos();
        if (mastersKnown && now - nextNanos >= 0) {
            refresh();
            nextNanos = now + (waiting ? EMPTY_PACE_NANOS : PACE_NANOS);
        }
    }

    /// Finds the members of everything in use anew.
    void refresh() {
        if (!mastersKnown) {
            return;
        }
        List<Instrument> needed = new ArrayList<>();
        waiting = false;
        for (UserList list : desk().lists()) {
            boolean isShown = pageOpen && list.name().equals(selected);
            boolean isUniverse = list.name().equals(desk().universe());
            int slot = watchlist(list);
            boolean counted = pageOpen && !list.kind().equals(ListKind.FILTER.id());
            if (isShown || isUniverse || slot >= 0 || counted) {
                Found found = members.of(list);
                sizes.put(list.name(), found.members().size());
                if (isShown || isUniverse || slot >= 0) {
                    needed.addAll(found.needs());
                    waiting |= found.members().isEmpty();
                }
                if (isUniverse) {
                    universe(list.name(), found.members());
                }
                if (slot >= 0 && !found.members().isEmpty()) {
                    watchlists.fill(slot, found.members());
                }
                if (isShown) {
                    needed.addAll(found.members());
                    show(list, found);
                }
            }
        }
        if (desk().universe().isEmpty()) {
            universe("", List.of());
        }
        watch(needed.stream().distinct().toList());
        showLines();
    }

    /// An empty list of a chosen universe is not handed on: strategies would judge nothing for a price that is late.
    private void universe(String name, List<Instrument> wanted) {
        if (wanted.equals(universe) || (wanted.isEmpty() && !name.isEmpty())) {
            return;
        }
        universe = wanted;
        terminal.send(new Command.SetUniverse(name, wanted));
    }

    private void watch(List<Instrument> wanted) {
        List<Instrument> gone = watched.stream()
                .filter(instrument -> !wanted.contains(instrument))
                .toList();
        List<Instrument> come = wanted.stream()
                .filter(instrument -> !watched.contains(instrument))
                .toList();
        watched = wanted;
        if (!gone.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER, gone));
        }
        if (!come.isEmpty()) {
            terminal.send(new Command.Watch(OWNER, come, FeedMode.QUOTE, Interest.VIEW));
        }
    }

    private void show(UserList list, Found found) {
        words.set(found.words());
        UserList told = ListKind.named(list.kind()).orElse(ListKind.INDEX) == ListKind.FILTER
                ? named(ListMembers.value(list, "base").strip()).orElse(list)
                : list;
        if (!found.members().equals(shown.stream().map(MemberLine::instrument).toList())) {
            byIndex.clear();
            List<MemberLine> next = new ArrayList<>();
            for (Instrument member : found.members()) {
                MemberLine line = new MemberLine(member, ListMembers.industry(told, member));
                byIndex.put(terminal.index(member), line);
                next.add(line);
            }
            shown.setAll(next);
        }
        byIndex.forEach((index, line) -> {
            QuoteRow quote = terminal.quotes().get(index);
            if (quote != null) {
                line.apply(quote, time.nanos());
            }
            if (list.kind().equals(ListKind.FILTER.id())) {
                line.facts(members.days(line.instrument()));
            }
        });
    }

    private void showLines() {
        List<UserList> lists = desk().lists();
        if (!lists.stream()
                .map(UserList::name)
                .toList()
                .equals(lines.stream().map(line -> line.list().name()).toList())) {
            lines.setAll(lists.stream().map(ListLine::new).toList());
        }
        for (int i = 0; i < lists.size(); i++) {
            UserList list = lists.get(i);
            int size = list.kind().equals(ListKind.INDEX.id())
                    ? list.entries().size()
                    : sizes.getOrDefault(list.name(), -1);
            lines.get(i).show(list, size, list.name().equals(desk().universe()), watchlist(list));
        }
    }

    /// The page is on the screen.
    void open(PulseDriver driver) {
        pageOpen = true;
        quotes = driver.onQuote(row -> {
            MemberLine line = byIndex.get(row.index());
            if (line != null) {
                line.apply(row, time.nanos());
            }
        });
        showLines();
        if (mastersKnown) {
            refresh();
        } else {
            readMasters();
        }
    }

    void close() {
        pageOpen = false;
        quotes.remove();
        refresh();
    }

    ObservableList<ListLine> lines() {
        return lines;
    }

    /// Members of the selected list.
    ObservableList<MemberLine> members() {
        return shown;
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// What is to be said about the selected list, may be empty.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    void say(String sentence) {
        message.set(sentence);
    }

    private Desk desk() {
        return settings.get().desk();
    }

    private Optional<UserList> named(String name) {
        return desk().lists().stream()
                .filter(list -> list.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The watchlist a list fills, counted from 0; -1 for none.
    static int watchlist(UserList list) {
        String number = ListMembers.value(list, WATCHLIST);
        return number.matches("[1-" + Settings.WATCHLISTS + "]") ? Integer.parseInt(number) - 1 : -1;
    }

    void select(@Nullable UserList list) {
        String name = list == null ? null : list.name();
        if (name == null || !name.equals(selected)) {
            selected = name;
            byIndex.clear();
            shown.clear();
            words.set("");
            refresh();
        }
    }

    /// Keeps a list; one of the same name is replaced.
    ///
    /// @return false when the name is missing
    boolean keep(UserList list) {
        if (list.name().isBlank()) {
            message.set("Give the list a name.");
            return false;
        }
        List<UserList> all = new ArrayList<>(desk().lists());
        int place = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equalsIgnoreCase(list.name())) {
                place = i;
            }
        }
        if (place < 0) {
            all.add(list);
        } else {
            all.set(place, list);
        }
        settings.update(now -> now.withDesk(now.desk().withLists(all)));
        selected = list.name();
        message.set(list.name() + (place < 0 ? " was added." : " was changed."));
        refresh();
        showLines();
        return true;
    }

    void remove(UserList list) {
        List<UserList> all = new ArrayList<>(desk().lists());
        all.removeIf(other -> other.name().equals(list.name()));
        boolean wasUniverse = list.name().equals(desk().universe());
        settings.update(now -> now.withDesk(now.desk()
                .withLists(all)
                .withUniverse(wasUniverse ? "" : now.desk().universe())));
        message.set(list.name() + " was removed."
                + (wasUniverse ? " The strategies judge every watched share again." : ""));
        refresh();
        showLines();
    }

    /// Lets a list be what the strategies judge, or no longer.
    void useForStrategies(UserList list) {
        boolean already = list.name().equals(desk().universe());
        settings.update(now -> now.withDesk(now.desk().withUniverse(already ? "" : list.name())));
        message.set(
                already
                        ? "The strategies judge every watched share again."
                        : "The strategies judge the instruments of " + list.name() + ".");
        refresh();
    }

    /// Lets a list fill a watchlist from now on, or no longer.
    ///
    /// @param slot counted from 0
    void follow(UserList list, int slot) {
        boolean already = watchlist(list) == slot;
        Map<String, String> values = new HashMap<>(list.values());
        values.remove(WATCHLIST);
        if (!already) {
            values.put(WATCHLIST, Integer.toString(slot + 1));
        }
        keep(new UserList(list.name(), list.kind(), values, list.entries()));
        message.set(
                already
                        ? "Watchlist " + (slot + 1) + " keeps what it holds and no longer follows " + list.name() + "."
                        : "Watchlist " + (slot + 1) + " follows " + list.name() + ".");
    }
}
