package in.sauda.app.session;

import in.sauda.app.brokers.BrokerBoard;
import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginRequest;
import in.sauda.app.login.LoginStage;
import in.sauda.app.shell.SpeedControl;
import in.sauda.app.status.MasterInfo;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.History;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.StoredCandles;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.MasterStatus;
import in.sauda.core.review.DayRecords;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.time.MarketClock;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.universe.ShareLists;
import in.sauda.core.view.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running core with everything it stands on. Closing it ends all of that, last made first closed.
public final class TerminalSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSession.class);

    /// What makes up a session besides the parts to close.
    ///
    /// @param source what the prices come from, for people
    /// @param goOn begins what was put off so that the session opens soon; may be called again
    /// @param junction where a second broker joins
    /// @param master name of the instrument master in use
    /// @param speed the demo's speed, null when time cannot be hurried
    /// @param firstWatchlist what a user without a watchlist is offered
    /// @param timeline the jobs of the day
    /// @param records what earlier days left
    record Parts(
            TradingMode mode,
            String source,
            Terminal terminal,
            InstrumentService instruments,
            Runnable goOn,
            Junction junction,
            ShareLists shareLists,
            String master,
            MarketClock clock,
            TradingCalendar calendar,
            @Nullable SpeedControl speed,
            List<Instrument> firstWatchlist,
            Timeline timeline,
            DayRecords records,
            Ground ground) {}

    /// What the session stands on, for diagnostics.
    ///
    /// @param endpoints addresses that were asked for
    /// @param folder where this session keeps its database, journal and reviews
    record Ground(Database database, BrokerSession broker, Map<String, String> endpoints, Path folder) {}

    private final Parts parts;
    private final Deque<AutoCloseable> resources;

    TerminalSession(Parts parts, Deque<AutoCloseable> resources) {
        this.parts = parts;
        this.resources = new ArrayDeque<>(resources);
    }

    public TradingMode mode() {
        return parts.mode();
    }

    public String source() {
        return parts.source();
    }

    public Terminal terminal() {
        return parts.terminal();
    }

    public InstrumentDirectory directory() {
        return parts.instruments().directory();
    }

    public InstrumentMasters masters() {
        return parts.instruments();
    }

    BrokerBoard board() {
        return parts.junction().board();
    }

    /// Logs in at a second broker for its prices. Blocks for seconds.
    ///
    /// @throws CompletionException with the cause a user should be told
    void join(LoginRequest request, LoginProgress progress) {
        Map<String, String> endpoints = new HashMap<>(request.network());
        endpoints.putAll(Endpoints.of(request.broker().id()));
        try {
            progress.begun(LoginStage.LOGIN);
            parts.junction().join(request.broker(), endpoints, request.credentials());
            for (LoginStage stage : LoginStage.values()) {
                progress.done(stage, "");
            }
        } catch (IOException | BrokerException refused) {
            throw new CompletionException(refused);
        }
    }

    /// What the user waits for is there: work that was put off so that it comes soon goes on now, as it does by itself
    /// after a few seconds.
    public void settled() {
        parts.goOn().run();
    }

    public ShareLists shareLists() {
        return parts.shareLists();
    }

    public MarketClock clock() {
        return parts.clock();
    }

    public TradingCalendar calendar() {
        return parts.calendar();
    }

    public @Nullable SpeedControl speedControl() {
        return parts.speed();
    }

    public List<Instrument> firstWatchlist() {
        return parts.firstWatchlist();
    }

    /// The jobs of the day; more of them can be added.
    public Timeline timeline() {
        return parts.timeline();
    }

    DayRecords records() {
        return parts.records();
    }

    String master() {
        return parts.master();
    }

    BrokerSession broker() {
        return parts.ground().broker();
    }

    /// Candles of the session's database. Blocks on the disk.
    ///
    /// @param symbols none for all
    CandleFiles.Content storedCandles(Set<String> symbols, LocalDate from, LocalDate to) {
        CandleStore store = JdbiStores.of(parts.ground().database(), new InstrumentRegistry())
                .candles();
        return StoredCandles.read(
                store, parts.calendar(), StoredCandles.instruments(store, directory(), symbols, from, to), from, to);
    }

    /// The broker's own candles; reading them blocks.
    public History history() {
        return broker().history();
    }

    Path folder() {
        return parts.ground().folder();
    }

    Map<String, String> endpoints() {
        return parts.ground().endpoints();
    }

    /// Writes to the database and reads all of it. Blocks.
    String checkDatabase() {
        return parts.ground().database().check();
    }

    /// Begins to fetch the master anew.
    void refreshMaster() {
        CompletableFuture<?> _ = parts.instruments()
                .refresh(parts.master(), ImportProgress.none())
                .whenComplete((report, failure) -> {
                    if (failure != null) {
                        LOG.warn("The master was not refreshed", failure);
                    }
                });
    }

    MasterStatus masterStatus() {
        return parts.instruments().status().stream()
                .filter(candidate -> candidate.master().equals(parts.master()))
                .findFirst()
                .orElseThrow();
    }

    /// State of the instrument master for the status bar.
    public MasterInfo masterInfo() {
        MasterStatus status = masterStatus();
        int known = status.categories().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return new MasterInfo(
                parts.source(),
                known,
                status.importedAtMillis(),
                !status.problem().isEmpty());
    }

    @Override
    public synchronized void close() {
        closeAll(resources);
    }

    /// Closes last made first; one that fails does not keep the others open.
    static void closeAll(Deque<AutoCloseable> resources) {
        while (!resources.isEmpty()) {
            AutoCloseable resource = Objects.requireNonNull(resources.pollLast());
            try {
                resource.close();
            } catch (Exception e) {
                LOG.error("{} could not be closed cleanly", resource.getClass().getSimpleName(), e);
            }
        }
    }
}
