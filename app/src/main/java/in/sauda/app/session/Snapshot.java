package in.sauda.app.session;

import in.sauda.app.fx.Registration;
import in.sauda.app.fx.UiThread;
import in.sauda.app.login.Accounts;
import in.sauda.app.login.Doors;
import in.sauda.app.preferences.DataFolder;
import in.sauda.app.prices.PricesViewModel;
import in.sauda.app.settings.Settings;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.shell.Offscreen;
import in.sauda.app.shell.ShellContext;
import in.sauda.app.shell.TerminalWindow;
import in.sauda.app.theme.Theme;
import in.sauda.core.alerts.AlertCondition;
import in.sauda.core.alerts.AlertRepeat;
import in.sauda.core.alerts.AlertRule;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.secrets.EncryptedFileStore;
import in.sauda.core.secrets.EnvironmentSecrets;
import in.sauda.core.secrets.Vault;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.universe.UniverseKind;
import in.sauda.core.view.Command;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws the demo terminal with the headless platform and the software renderer: the same scene a window would
/// show.
///
/// Works in a folder of its own that it deletes again, so it neither reads nor changes what the user has and may
/// run beside a terminal.
///
/// @param view name of the view to open
/// @param afterSeconds how long the demo runs before the picture is taken
public record Snapshot(DemoOptions demo, String view, boolean light, int width, int height, int afterSeconds) {
    private static final int SETTLE_MILLIS = 700;

    /// A page's figures come a second after it is opened, and the next ones a second later.
    private static final int PAGE_MILLIS = 3_000;

    private static final Set<String> PAGES = Set.of(
            "instruments",
            "subscriptions",
            "health",
            "chain",
            "brokers",
            "diagnostics",
            "logs",
            "replay",
            "review",
            "why",
            "dashboard",
            "timeline",
            "lists",
            "alerts");
    private static final int TRADED_UNITS = 10;
    private static final Set<String> VIEWS_WITH_ORDERS = Set.of("confirm", "orders", "positions", "funds", "holdings");

    /// Writes the picture.
    ///
    /// @throws IOException when the file cannot be written
    public void take(Path file) throws IOException, InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        TimeSource time = new SystemTime();
        Path scratch = Files.createTempDirectory("sauda-snapshot");
        CompletableFuture<Void> toolkit = new CompletableFuture<>();
        WindowToolkit.run(() -> toolkit.complete(null));
        toolkit.join();
        try (TerminalSession session = SessionStart.demo(scratch, demo, TradingMode.DEMO, time, what -> {});
                SettingsStore settings = SettingsStore.open(scratch.resolve("settings.json"), time)) {
            if (view.equals("prices")) {
                streamKinds(settings);
            }
            session.settled();
            Shown shown = ask(() -> open(session, settings, scratch, time));
            try {
                if (VIEWS_WITH_ORDERS.contains(view)) {
                    trade(session, shown.window(), time);
                }
                if (view.equals("lists")) {
                    keepLists(settings);
                }
                if (view.equals("alerts")) {
                    watch(session);
                }
                TimeUnit.SECONDS.sleep(afterSeconds);
                onUi(() -> shown.window().show(view));
                TimeUnit.MILLISECONDS.sleep(PAGES.contains(view) || view.equals("depth") ? PAGE_MILLIS : SETTLE_MILLIS);
                write(ask(shown::picture), file);
            } finally {
                onUi(shown::close);
            }
        } finally {
            delete(scratch);
        }
    }

    /// The window's content on a stage; a headless screen is smaller than a trader's.
    private record Shown(TerminalWindow window, Offscreen screen) {
        BufferedImage picture() {
            return SwingFXUtils.fromFXImage(screen.picture(), null);
        }

        void close() {
            window.detach();
            screen.close();
        }
    }

    private static void keepLists(SettingsStore settings) {
        List<Settings.UserList> lists = List.of(
                list("NIFTY near the money", "near-money", Map.of("underlying", "NIFTY", "side", "5")),
                list("Most traded", "top-volume", Map.of("most", "50")),
                list("Bank Nifty", "everything", Map.of("underlying", "BANKNIFTY", "most", "40")),
                list("Portfolio", "portfolio", Map.of("symbols", "RELIANCE, HDFCBANK, NIFTY", "most", "20")));
        settings.update(now -> now.withDesk(now.desk().withLists(lists).withUniverse("Most traded")));
    }

    private static Settings.UserList list(String name, String kind, Map<String, String> values) {
        return new Settings.UserList(name, kind, values, List.of());
    }

    /// One alert of every kind of state, on the first share.
    private static void watch(TerminalSession session) {
        Instrument share = session.firstWatchlist().stream()
                .filter(instrument ->
                        !instrument.index() && !instrument.segment().derivative())
                .findFirst()
                .orElseThrow();
        List<AlertRule> rules = List.of(
                alert(share, "price >= 1", AlertRepeat.ONCE, false),
                alert(share, "change >= -20", AlertRepeat.COOL_DOWN, false),
                alert(share, "price x> 99999", AlertRepeat.EVERY_TIME, false),
                alert(share, "rsi x> 70", AlertRepeat.EVERY_TIME, false),
                alert(share, "volume >= 99999999999", AlertRepeat.ONCE, true),
                alert(null, "time 15:10", AlertRepeat.EVERY_TIME, false));
        rules.forEach(rule -> session.terminal().send(new Command.SetAlert(rule)));
    }

    private static AlertRule alert(
            @Nullable Instrument instrument, String condition, AlertRepeat repeat, boolean paused) {
        int seconds = repeat == AlertRepeat.COOL_DOWN ? 600 : 0;
        return new AlertRule(0, instrument, AlertCondition.parse(condition), repeat, seconds, "", paused);
    }

    private static void streamKinds(SettingsStore settings) {
        for (UniverseKind kind : UniverseKind.values()) {
            settings.update(now -> now.withStreamedKind(
                    PricesViewModel.name(kind), new Settings.StreamedKind(true, kind.defaultLimit())));
        }
    }

    /// Buys ten of the first share at once and bids below the market for ten of the second, so that the lists have
    /// a filled order, a working one and a position to show.
    private static void trade(TerminalSession session, TerminalWindow window, TimeSource time)
            throws InterruptedException {
        DemoTrader trader = new DemoTrader(session.terminal(), session.mode(), time);
        List<Instrument> shares = session.firstWatchlist().stream()
                .filter(instrument ->
                        !instrument.index() && !instrument.segment().derivative())
                .limit(2)
                .toList();
        Registration answering = ask(() -> window.driver().onEvent(trader::answer));
        try {
            trader.buyNow(shares.getFirst(), TRADED_UNITS);
            trader.bidBelow(shares.getLast(), TRADED_UNITS);
            trader.awaitAnswers();
        } finally {
            onUi(answering::remove);
        }
    }

    private Shown open(TerminalSession session, SettingsStore settings, Path scratch, TimeSource time) {
        Vault vault =
                new Vault(Optional::empty, new EncryptedFileStore(scratch.resolve("secrets.json"), new SecureRandom()));
        Accounts accounts = new Accounts(settings, vault, new EnvironmentSecrets(name -> null), time);
        Doors doors = new Doors(
                () -> {},
                Brokers.all(),
                (request, progress) -> new CompletableFuture<>(),
                accounts,
                page -> {},
                time,
                Runnable::run);
        TerminalWindow window = new TerminalWindow(
                session.terminal(),
                session.directory(),
                settings,
                new ShellContext(
                        session.mode(),
                        session.source(),
                        session.clock(),
                        time,
                        session.calendar(),
                        session::masterInfo,
                        session.masters(),
                        session.board(),
                        session.shareLists(),
                        session.speedControl(),
                        doors,
                        null,
                        session.timeline(),
                        session.records(),
                        session.folder(),
                        new DataFolder(scratch, new SystemOpener()::folder),
                        new SystemPages(scratch, accounts, time, Executors.newVirtualThreadPerTaskExecutor())
                                .all(() -> session, () -> {}, settings)));
        Offscreen screen = new Offscreen(window.root(), width, height);
        window.attach(screen.scene());
        window.appearance().theme().set(light ? Theme.LIGHT : Theme.DARK);
        window.suggest(session.firstWatchlist());
        return new Shown(window, screen);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("The picture could not be written to " + file + ".");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void onUi(Runnable task) {
        boolean _ = ask(() -> {
            task.run();
            return true;
        });
    }

    private static <T> T ask(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        new UiThread().execute(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }
}
