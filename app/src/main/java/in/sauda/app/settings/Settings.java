package in.sauda.app.settings;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Everything the terminal remembers. A new field needs a default in {@link #defaults()}; older files get it
/// from there.
///
/// @param version of the file's format
/// @param theme {@code dark} or {@code light}
/// @param palette {@code classic} or {@code colour-blind}
/// @param fontPixels size of the tables' text; 0 lets the terminal choose for the font it found
/// @param logFormat {@code text} or {@code json}; read once, at the start
/// @param profiles accounts the user logs in with, without any secret
/// @param timeframe label of the chart's candle width, such as {@code 5m}
/// @param tables how the user arranged the columns, by the table's name
/// @param streamedKinds which kinds of instruments are streamed as a whole, by the kind's name
/// @param strategies how the user runs strategies
/// @param studies indicators on the chart, by name
/// @param desk the jobs of the day, the alerts' sound and the user's lists
/// @param orderBroker id of the broker orders went to last where there were two, empty for the first
/// @param deepBook whether the depth pane asks for more than five levels
/// @param seenChanges id of the newest comparison of instrument masters the user was told about
public record Settings(
        int version,
        String theme,
        String palette,
        double fontPixels,
        String timeframe,
        Layout layout,
        List<Watchlist> watchlists,
        int activeWatchlist,
        Map<String, Table> tables,
        long seenChanges,
        String logFormat,
        List<Profile> profiles,
        Map<String, StreamedKind> streamedKinds,
        Strategies strategies,
        List<String> studies,
        Desk desk,
        String orderBroker,
        boolean deepBook) {
    public static final int VERSION = 1;
    public static final int WATCHLISTS = 7;

    public Settings {
        watchlists = List.copyOf(watchlists);
        profiles = List.copyOf(profiles);
        tables = Map.copyOf(tables);
        streamedKinds = Map.copyOf(streamedKinds);
        studies = List.copyOf(studies);
    }

    /// How the user runs strategies; instances it does not name run as the program brings them.
    ///
    /// @param profiles every version the user ever made
    public record Strategies(List<StrategyEntry> instances, List<ProfileEntry> profiles) {
        public static final Strategies NONE = new Strategies(List.of(), List.of());

        public Strategies {
            instances = List.copyOf(instances);
            profiles = List.copyOf(profiles);
        }
    }

    /// One instance of a strategy.
    ///
    /// @param profile name of its profile
    /// @param lane what its signals lead to, in lower case
    public record StrategyEntry(String id, String profile, String lane, boolean running) {}

    /// One version of a strategy's parameters.
    public record ProfileEntry(String strategy, String name, int version, Map<String, String> values) {
        public ProfileEntry {
            values = Map.copyOf(values);
        }
    }

    /// What the user arranged around the trading day.
    ///
    /// @param jobs when jobs of the day run, by their id; those it does not name run at their usual time
    /// @param alertSound whether an alert is heard
    /// @param lists lists of instruments besides the watchlists
    /// @param universe name of the list the strategies judge, empty for every watched share
    public record Desk(Map<String, PlannedJob> jobs, boolean alertSound, List<UserList> lists, String universe) {
        public static final Desk USUAL = new Desk(Map.of(), true, List.of(), "");

        public Desk {
            jobs = Map.copyOf(jobs);
            lists = List.copyOf(lists);
        }

        public Desk withJob(String id, PlannedJob job) {
            Map<String, PlannedJob> all = new TreeMap<>(jobs);
            all.put(id, job);
            return new Desk(all, alertSound, lists, universe);
        }

        public Desk withAlertSound(boolean wanted) {
            return new Desk(jobs, wanted, lists, universe);
        }

        public Desk withLists(List<UserList> wanted) {
            return new Desk(jobs, alertSound, wanted, universe);
        }

        public Desk withUniverse(String list) {
            return new Desk(jobs, alertSound, lists, list);
        }
    }

    /// When a job of the day runs.
    ///
    /// @param at time of the day in India, {@code 15:45}
    public record PlannedJob(String at, boolean on) {}

    /// A list of instruments.
    ///
    /// @param kind how its members are found
    /// @param values what the kind needs to know, by name
    /// @param entries its members where they are fixed
    public record UserList(String name, String kind, Map<String, String> values, List<Entry> entries) {
        public UserList {
            values = Map.copyOf(values);
            entries = List.copyOf(entries);
        }
    }

    /// Whether a kind of instruments is streamed, and how many of it at most.
    public record StreamedKind(boolean on, int limit) {}

    /// Columns of one table by their titles; what it does not name stays as the view made it.
    ///
    /// @param order all columns from left to right
    /// @param widths pixels of those the user resized
    /// @param hidden those the user took off
    public record Table(List<String> order, Map<String, Double> widths, Set<String> hidden) {
        public Table {
            order = List.copyOf(order);
            widths = Map.copyOf(widths);
            hidden = Set.copyOf(hidden);
        }
    }

    /// Where the window was and how its panes were split, as shares of their width or height; an empty list means
    /// the default for the window's size.
    ///
    /// @param tab name of the bottom tab
    public record Layout(
            double width,
            double height,
            boolean maximised,
            List<Double> columns,
            List<Double> centre,
            List<Double> rows,
            List<Double> right,
            String tab) {
        public Layout {
            columns = List.copyOf(columns);
            centre = List.copyOf(centre);
            rows = List.copyOf(rows);
            right = List.copyOf(right);
        }

        public Layout withTab(String name) {
            return new Layout(width, height, maximised, columns, centre, rows, right, name);
        }

        public Layout withWindow(double newWidth, double newHeight) {
            return new Layout(newWidth, newHeight, false, columns, centre, rows, right, tab);
        }

        /// Maximised; keeps the size the window goes back to.
        public Layout withMaximised() {
            return new Layout(width, height, true, columns, centre, rows, right, tab);
        }
    }

    /// One account at one broker.
    ///
    /// @param id never changes and names the profile's secrets in their store
    /// @param broker id of the broker
    /// @param name what the user calls it
    /// @param plain what is not secret, by field or setting name: client code, registered address, order proxy
    /// @param remembered names of the fields whose values are in the store of secrets
    /// @param lastUsedMillis epoch milliseconds of the last login, 0 for none
    public record Profile(
            String id,
            String broker,
            String name,
            Map<String, String> plain,
            List<String> remembered,
            long lastUsedMillis) {
        public Profile {
            plain = Map.copyOf(plain);
            remembered = List.copyOf(remembered);
        }

        public Profile withName(String newName) {
            return new Profile(id, broker, newName, plain, remembered, lastUsedMillis);
        }

        public Profile usedAt(long millis) {
            return new Profile(id, broker, name, plain, remembered, millis);
        }
    }

    public record Watchlist(String name, List<Entry> entries) {
        public Watchlist {
            entries = List.copyOf(entries);
        }
    }

    /// One watched instrument. Tokens are used again after an expiry, so the symbol has to agree as well.
    public record Entry(String segment, String token, String symbol) {
        public static Entry of(Instrument instrument) {
            return new Entry(instrument.segment().name(), instrument.token(), instrument.symbol());
        }

        /// The key, or empty when the segment is not known to this version.
        public Optional<InstrumentKey> known() {
            try {
                return Optional.of(key());
            } catch (IllegalArgumentException unknownSegment) {
                return Optional.empty();
            }
        }

        /// @throws IllegalArgumentException when the segment is not known to this version
        public InstrumentKey key() {
            return new InstrumentKey(Segment.valueOf(segment), token);
        }
    }

    public static Settings defaults() {
        List<Watchlist> lists = IntStream.rangeClosed(1, WATCHLISTS)
                .mapToObj(number -> new Watchlist(Integer.toString(number), List.of()))
                .toList();
        Layout layout = new Layout(1366, 768, false, List.of(), List.of(), List.of(), List.of(), "Orders");
        return new Settings(
                VERSION,
                "dark",
                "classic",
                0,
                "1m",
                layout,
                lists,
                0,
                Map.of(),
                0,
                "text",
                List.of(),
                Map.of(),
                Strategies.NONE,
                List.of(),
                Desk.USUAL,
                "",
                false);
    }

    public Settings withTheme(String name) {
        return changed(edit -> edit.theme = name);
    }

    public Settings withPalette(String name) {
        return changed(edit -> edit.palette = name);
    }

    public Settings withFontPixels(double pixels) {
        return changed(edit -> edit.fontPixels = pixels);
    }

    public Settings withLogFormat(String format) {
        return changed(edit -> edit.logFormat = format);
    }

    public Settings withTimeframe(String label) {
        return changed(edit -> edit.timeframe = label);
    }

    public Settings withLayout(Layout newLayout) {
        return changed(edit -> edit.layout = newLayout);
    }

    public Settings withProfiles(List<Profile> newProfiles) {
        return changed(edit -> edit.profiles = newProfiles);
    }

    public Settings withWatchlists(List<Watchlist> lists, int active) {
        return changed(edit -> {
            edit.watchlists = lists;
            edit.activeWatchlist = active;
        });
    }

    public Settings withTable(String name, Table table) {
        return changed(edit -> {
            edit.tables = new TreeMap<>(tables);
            edit.tables.put(name, table);
        });
    }

    /// Forgets how the user arranged columns.
    public Settings withoutTables() {
        return changed(edit -> edit.tables = Map.of());
    }

    public Settings withSeenChanges(long id) {
        return changed(edit -> edit.seenChanges = id);
    }

    public Settings withStreamedKind(String name, StreamedKind kind) {
        return changed(edit -> {
            edit.streamedKinds = new TreeMap<>(streamedKinds);
            edit.streamedKinds.put(name, kind);
        });
    }

    public Settings withStudies(List<String> names) {
        return changed(edit -> edit.studies = names);
    }

    public Settings withOrderBroker(String id) {
        return changed(edit -> edit.orderBroker = id);
    }

    public Settings withDeepBook(boolean wanted) {
        return changed(edit -> edit.deepBook = wanted);
    }

    public Settings withStrategies(Strategies wanted) {
        return changed(edit -> edit.strategies = wanted);
    }

    public Settings withDesk(Desk wanted) {
        return changed(edit -> edit.desk = wanted);
    }

    private Settings changed(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.settings();
    }

    /// A copy being changed, so that a new field is copied in one place.
    private static final class Edit {
        private final Settings from;
        private String theme;
        private String palette;
        private double fontPixels;
        private String logFormat;
        private String timeframe;
        private Layout layout;
        private List<Watchlist> watchlists;
        private int activeWatchlist;
        private Map<String, Table> tables;
        private long seenChanges;
        private List<Profile> profiles;
        private Map<String, StreamedKind> streamedKinds;
        private Strategies strategies;
        private List<String> studies;
        private Desk desk;
        private String orderBroker;
        private boolean deepBook;

        Edit(Settings from) {
            this.from = from;
            theme = from.theme;
            palette = from.palette;
            fontPixels = from.fontPixels;
            logFormat = from.logFormat;
            timeframe = from.timeframe;
            layout = from.layout;
            watchlists = from.watchlists;
            activeWatchlist = from.activeWatchlist;
            tables = from.tables;
            seenChanges = from.seenChanges;
            profiles = from.profiles;
            streamedKinds = from.streamedKinds;
            strategies = from.strategies;
            studies = from.studies;
            desk = from.desk;
            orderBroker = from.orderBroker;
            deepBook = from.deepBook;
        }

        Settings settings() {
            return new Settings(
                    from.version,
                    theme,
                    palette,
                    fontPixels,
                    timeframe,
                    layout,
                    watchlists,
                    activeWatchlist,
                    tables,
                    seenChanges,
                    logFormat,
                    profiles,
                    streamedKinds,
                    strategies,
                    studies,
                    desk,
                    orderBroker,
                    deepBook);
        }
    }
}
