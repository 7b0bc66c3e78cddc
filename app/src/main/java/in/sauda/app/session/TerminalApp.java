package in.sauda.app.session;

import in.sauda.app.fx.UiThread;
import in.sauda.app.login.Accounts;
import in.sauda.app.login.Doors;
import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginRequest;
import in.sauda.app.login.SignIn;
import in.sauda.app.metrics.MetricsServer;
import in.sauda.app.preferences.DataFolder;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.shell.ShellContext;
import in.sauda.app.shell.TerminalWindow;
import in.sauda.app.theme.Appearance;
import in.sauda.core.broker.Broker;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.secrets.EnvironmentSecrets;
import in.sauda.core.secrets.Vault;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The application with a window: opens a session, shows the terminal on it and swaps sessions when the user goes
/// through another door.
///
/// Fields are touched on the FX thread only; sessions open and close on virtual threads.
public final class TerminalApp {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalApp.class);
    private static final Duration WITHOUT_PRICE = Duration.ofMinutes(1);

    private final Path home;
    private final DemoOptions demo;
    private final boolean paper;
    private final TradingMode demoMode;
    private final List<Broker> brokers;
    private final TimeSource time = new SystemTime();
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final UiThread ui = new UiThread();
    private final SettingsStore settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Accounts accounts;
    private final DemoOpening first;
    private boolean greet;
    private @Nullable String profileName;
    private @Nullable Duration openFor;
    private @Nullable MetricsServer metrics;
    private @Nullable Stage stage;
    private @Nullable TerminalSession session;
    private @Nullable TerminalWindow window;

    /// Begins to open the demo day at once: neither the settings nor the toolkit need it, nor it them.
    ///
    /// @param paper fill orders in the paper engine instead of sending them
    /// @param greet show the three doors over the demo, as on a first start
    /// @param profileName profile to log in with at once, null for none
    public TerminalApp(Path home, DemoOptions demo, boolean paper, boolean greet, @Nullable String profileName) {
        this.home = home;
        this.demo = demo;
        this.paper = paper;
        this.demoMode = paper ? TradingMode.PAPER : TradingMode.DEMO;
        this.first = beginDemo();
        this.brokers = Brokers.all();
        this.greet = greet;
        this.profileName = profileName;
        this.settings = SettingsStore.open(home.resolve("settings.json"), time);
        this.accounts = new Accounts(
                settings,
                Vault.of(home, System.getenv(Vault.KEYCHAIN_VARIABLE)),
                EnvironmentSecrets.ofThisProcess(),
                time);
    }

    /// Closes the window by itself so long after the first price, as if the user had, and a minute later if there is
    /// none. Call it before {@link #run()}.
    public void closeAfter(Duration shown) {
        openFor = shown;
        closeIn(shown.plus(WITHOUT_PRICE));
    }

    /// Shows the figures of whatever session is open. Call it before {@link #run()}.
    public void figures(@Nullable MetricsServer server) {
        metrics = server;
    }

    private void closeIn(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, ui)
                .execute(this::close);
    }

    /// Opens the window and returns when the user has closed it.
    public void run() throws InterruptedException {
        try {
            WindowToolkit.run(this::open);
        } catch (RuntimeException noWindow) {
            first.session()
                    .thenAccept(TerminalSession::close)
                    .exceptionally(failure -> null)
                    .join();
            throw noWindow;
        }
        closed.await();
    }

    private DemoOpening beginDemo() {
        return DemoOpening.begin(progress -> SessionStart.demo(home, demo, demoMode, time, progress), background);
    }

    private void open() {
        Settings.Layout layout = settings.get().layout();
        Stage opened = new Stage();
        stage = opened;
        opened.setTitle("Sauda");
        opened.getIcons()
                .add(new Image(Objects.requireNonNull(TerminalApp.class.getResourceAsStream("sauda-256.png"))));
        opened.setOnCloseRequest(event -> close());
        StartView start = new StartView("Starting the demo day");
        Scene scene = new Scene(start.root(), layout.width(), layout.height());
        Appearance.of(settings.get()).install(scene);
        opened.setScene(scene);
        opened.setMinWidth(1024);
        opened.setMinHeight(640);
        opened.setMaximized(layout.maximised());
        opened.show();
        await(first, start);
    }

    private void openDemo() {
        StartView start = new StartView("Starting the demo day");
        show(start.root(), Appearance.of(settings.get())::install);
        await(beginDemo(), start);
    }

    private void await(DemoOpening opening, StartView start) {
        opening.onProgress(what -> ui.execute(() -> start.busyWith(what)));
        CompletableFuture<?> _ = opening.session()
                .whenCompleteAsync(
                        (opened, failure) -> {
                            if (failure == null) {
                                enter(opened);
                            } else {
                                LOG.error("The demo day could not be started", failure);
                                start.failed(Sentences.of(failure), this::openDemo);
                            }
                        },
                        ui);
    }

    /// Logs in while the present session keeps running; only a login that worked replaces it.
    private CompletableFuture<SignIn.Ready> signIn(LoginRequest request, LoginProgress progress) {
        return CompletableFuture.supplyAsync(
                () -> {
                    TerminalSession opened = SessionStart.live(
                            home, request, paper ? TradingMode.PAPER : TradingMode.LIVE, time, progress);
                    return () -> enter(opened);
                },
                background);
    }

    private void enter(TerminalSession opened) {
        leave();
        session = opened;
        MetricsServer figures = metrics;
        if (figures != null) {
            figures.show(opened.terminal());
        }
        TerminalWindow entered = new TerminalWindow(opened.terminal(), opened.directory(), settings, context(opened));
        window = entered;
        Scene scene = show(entered.root(), entered::attach);
        entered.suggest(opened.firstWatchlist());
        FirstPrice.shown(scene, opened.terminal(), time, () -> {
            opened.settled();
            opened.directory().prepareSearch();
            Duration open = openFor;
            if (open != null) {
                closeIn(open);
            }
        });
        Stage owner = Objects.requireNonNull(stage);
        owner.setTitle("Sauda – " + opened.mode() + " – " + opened.source());
        String wanted = profileName;
        profileName = null;
        if (wanted != null) {
            entered.showProfile(wanted);
        } else if (greet) {
            entered.show("welcome");
        }
        greet = false;
    }

    private ShellContext context(TerminalSession opened) {
        Doors doors = new Doors(
                this::openDemoUnlessRunning,
                brokers,
                this::signIn,
                accounts,
                new SystemOpener()::page,
                time,
                background);
        return new ShellContext(
                opened.mode(),
                opened.source(),
                opened.clock(),
                time,
                opened.calendar(),
                opened::masterInfo,
                opened.masters(),
                opened.board(),
                opened.shareLists(),
                opened.speedControl(),
                doors,
                beside(opened),
                opened.timeline(),
                opened.records(),
                opened.folder(),
                new DataFolder(home, new SystemOpener()::folder),
                new SystemPages(home, accounts, time, background).all(() -> session, this::openDoors, settings));
    }

    /// The same guide for the other brokers; its login joins the session instead of taking its place.
    private @Nullable Doors beside(TerminalSession opened) {
        if (opened.speedControl() != null) {
            return null;
        }
        return new Doors(
                this::openDemoUnlessRunning,
                brokers.stream()
                        .filter(broker -> !broker.id().value().equals(opened.master()))
                        .toList(),
                (request, progress) -> CompletableFuture.supplyAsync(
                        () -> {
                            opened.join(request, progress);
                            return this::showBrokers;
                        },
                        background),
                accounts,
                new SystemOpener()::page,
                time,
                background);
    }

    private void showBrokers() {
        TerminalWindow shown = window;
        if (shown != null) {
            shown.show("brokers");
        }
    }

    private void openDoors() {
        TerminalWindow shown = window;
        if (shown != null) {
            shown.show("welcome");
        }
    }

    private void openDemoUnlessRunning() {
        TerminalSession running = session;
        TerminalWindow shown = window;
        if (running != null && running.speedControl() != null && shown != null) {
            shown.show("watchlist");
        } else {
            openDemo();
        }
    }

    /// @param dress what styles the scene; afterwards would mean styling everything twice
    private Scene show(Parent root, Consumer<Scene> dress) {
        Stage owner = Objects.requireNonNull(stage);
        Scene old = owner.getScene();
        Scene scene = new Scene(root, old.getWidth(), old.getHeight());
        dress.accept(scene);
        owner.setScene(scene);
        if (root instanceof Region region) {
            region.requestFocus();
        }
        return scene;
    }

    private void leave() {
        TerminalWindow shown = window;
        TerminalSession running = session;
        window = null;
        session = null;
        if (shown != null) {
            shown.detach();
        }
        if (running != null) {
            background.execute(running::close);
        }
    }

    private void close() {
        Stage owner = Objects.requireNonNull(stage);
        settings.update(now -> now.withLayout(
                owner.isMaximized()
                        ? now.layout().withMaximised()
                        : now.layout()
                                .withWindow(
                                        owner.getScene().getWidth(),
                                        owner.getScene().getHeight())));
        TerminalWindow shown = window;
        if (shown != null) {
            shown.detach();
        }
        TerminalSession running = session;
        background.execute(() -> {
            if (running != null) {
                running.close();
            }
            settings.close();
            closed.countDown();
        });
    }
}
