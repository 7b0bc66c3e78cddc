package in.sauda.app.prices;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.instruments.TextFilter;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.universe.ShareLists;
import in.sauda.core.universe.Universe;
import in.sauda.core.universe.UniverseBuilder;
import in.sauda.core.universe.UniverseKind;
import in.sauda.core.view.Command;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Streams the kinds the user turned on and keeps a line of prices for each instrument. FX thread only; the masters are
/// gone through in the background.
///
/// The subscriptions live as long as the window; the lines follow the quotes only while the page is open.
public final class PricesViewModel {
    private static final String OWNER = "kind:";
    private static final int MOST = 3_000;

    private final Terminal terminal;
    private final InstrumentMasters masters;
    private final ShareLists lists;
    private final SettingsStore settings;
    private final MarketClock clock;
    private final TimeSource time;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Universe> universe = new ReadOnlyObjectWrapper<>(Universe.EMPTY);
    private final ObservableList<PriceLine> lines = FXCollections.observableArrayList();
    private final Map<Integer, PriceLine> byIndex = new HashMap<>();
    private @Nullable UniverseKind shown;
    private TextFilter text = TextFilter.ALL;
    private Registration quotes = () -> {};
    private Runnable masterChanges = () -> {};
    private Runnable listChanges = () -> {};
    private final IntFunction<String> sources;
    private boolean attached;

    /// @param lists the broker's lists of shares for MTF and MIS, where they are known
    /// @param sources whose price of an instrument is in force, by registry index
    /// @param background where the masters are gone through, one after the other
    public PricesViewModel(
            Terminal terminal,
            InstrumentMasters masters,
            ShareLists lists,
            SettingsStore settings,
            MarketClock clock,
            TimeSource time,
            IntFunction<String> sources,
            Executor background,
            Executor ui) {
        this.terminal = terminal;
        this.masters = masters;
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
        this.time = time;
        this.sources = sources;
        this.background = background;
        this.ui = ui;
    }

    /// Begins to stream what is turned on.
    public void attach() {
        attached = true;
        masterChanges = masters.onChange(() -> ui.execute(this::choose));
        listChanges = lists.onChange(() -> ui.execute(this::choose));
        choose();
    }

    public void detach() {
        attached = false;
        masterChanges.run();
        listChanges.run();
        apply(Universe.EMPTY);
    }

    /// The page is on the screen: follow the quotes.
    void open(PulseDriver driver) {
        quotes.remove();
        quotes = Registration.all(driver.onQuote(this::quote), driver.onStatus(ignored -> ages()));
        byIndex.forEach(this::refresh);
    }

    void close() {
        quotes.remove();
        quotes = () -> {};
    }

    /// Lines of the shown kind that pass the search.
    public ObservableList<PriceLine> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<Universe> universe() {
        return universe.getReadOnlyProperty();
    }

    /// How full the feed is.
    SubscriptionReport feed() {
        return terminal.subscriptions();
    }

    /// Instruments of a kind whose price is known; of all kinds where it is null.
    int known(@Nullable UniverseKind kind) {
        return (int) byIndex.values().stream()
                .filter(line -> belongs(line, kind))
                .filter(PriceLine::known)
                .count();
    }

    /// True where the kind can be streamed: MTF and MIS need the broker's list.
    public boolean possible(UniverseKind kind) {
        return missing(kind).isEmpty();
    }

    /// Why a kind cannot be streamed; empty when it can.
    public String missing(UniverseKind kind) {
        return kind == UniverseKind.MTF || kind == UniverseKind.MIS ? lists.missing(kind) : "";
    }

    public Settings.StreamedKind choice(UniverseKind kind) {
        return settings.get()
                .streamedKinds()
                .getOrDefault(name(kind), new Settings.StreamedKind(false, kind.defaultLimit()));
    }

    public void turn(UniverseKind kind, boolean on) {
        settings.update(now -> now.withStreamedKind(
                name(kind), new Settings.StreamedKind(on, choice(kind).limit())));
        choose();
    }

    /// @return the limit that was taken: at least 1 and at most what any broker streams
    public int limit(UniverseKind kind, int wanted) {
        int limit = Math.clamp(wanted, 1, MOST);
        if (limit != choice(kind).limit()) {
            settings.update(now -> now.withStreamedKind(
                    name(kind), new Settings.StreamedKind(choice(kind).on(), limit)));
            choose();
        }
        return limit;
    }

    /// @param kind null for all
    public void show(@Nullable UniverseKind kind) {
        shown = kind;
        filter();
    }

    /// Shows only symbols, names and tokens with this text.
    public void search(String wanted) {
        text = new TextFilter(wanted);
        filter();
    }

    private void choose() {
        Map<UniverseKind, Integer> limits = new EnumMap<>(UniverseKind.class);
        for (UniverseKind kind : UniverseKind.values()) {
            if (choice(kind).on() && possible(kind)) {
                limits.put(kind, choice(kind).limit());
            }
        }
        if (limits.isEmpty()) {
            apply(Universe.EMPTY);
            return;
        }
        LocalDate today = IndiaTime.date(clock.millis());
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(
                        () -> new UniverseBuilder(masters.instruments(), today, lists.known()).build(limits),
                        background)
                .thenAcceptAsync(this::applyIfAttached, ui);
    }

    private void applyIfAttached(Universe next) {
        if (attached) {
            apply(next);
        }
    }

    private void apply(Universe next) {
        Universe before = universe.get();
        for (UniverseKind kind : UniverseKind.values()) {
            change(kind, before.of(kind), next.of(kind));
        }
        Map<Integer, PriceLine> present = new HashMap<>();
        for (UniverseKind kind : UniverseKind.values()) {
            for (Instrument instrument : next.of(kind)) {
                int index = terminal.index(instrument);
                PriceLine line = byIndex.getOrDefault(index, new PriceLine(instrument));
                line.chosenFor(next.kinds(instrument.key()));
                present.put(index, line);
            }
        }
        byIndex.clear();
        byIndex.putAll(present);
        byIndex.forEach(this::refresh);
        universe.set(next);
        filter();
    }

    private void change(UniverseKind kind, List<Instrument> before, List<Instrument> next) {
        Set<Instrument> kept = Set.copyOf(next);
        Set<Instrument> had = Set.copyOf(before);
        List<Instrument> gone =
                before.stream().filter(instrument -> !kept.contains(instrument)).toList();
        List<Instrument> come =
                next.stream().filter(instrument -> !had.contains(instrument)).toList();
        if (!gone.isEmpty()) {
            terminal.send(new Command.Unwatch(OWNER + name(kind), gone));
        }
        if (!come.isEmpty()) {
            terminal.send(new Command.Watch(OWNER + name(kind), come, FeedMode.QUOTE, Interest.OTHER));
        }
    }

    private void quote(QuoteRow row) {
        PriceLine line = byIndex.get(row.index());
        if (line != null) {
            line.apply(row, time.nanos());
        }
    }

    private void ages() {
        long now = time.nanos();
        byIndex.forEach((index, line) -> line.age(sources.apply(index), now));
    }

    private void refresh(int index, PriceLine line) {
        QuoteRow row = terminal.quotes().get(index);
        if (row != null) {
            line.apply(row, time.nanos());
        }
    }

    private void filter() {
        List<PriceLine> passing = new ArrayList<>();
        Universe now = universe.get();
        Set<InstrumentKey> seen = new HashSet<>();
        for (UniverseKind kind : UniverseKind.values()) {
            if (shown != null && shown != kind) {
                continue;
            }
            for (Instrument instrument : now.of(kind)) {
                if (seen.add(instrument.key()) && text.passes(instrument)) {
                    passing.add(byIndex.get(terminal.index(instrument)));
                }
            }
        }
        if (!passing.equals(lines)) {
            lines.setAll(passing);
        }
    }

    private boolean belongs(PriceLine line, @Nullable UniverseKind kind) {
        return kind == null || universe.get().kinds(line.instrument().key()).contains(kind);
    }

    /// Name of a kind in the settings and as an owner of subscriptions.
    public static String name(UniverseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
