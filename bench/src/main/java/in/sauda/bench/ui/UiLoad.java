package in.sauda.bench.ui;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.theme.Appearance;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import in.sauda.app.watchlist.WatchlistView;
import in.sauda.app.watchlist.WatchlistViewModel;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.QuoteRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.HdrHistogram.Histogram;

/// The real watchlist view in a window, and a thread that updates random rows at a steady rate.
final class UiLoad implements AutoCloseable {
    private static final int ROWS = 200;

    /// What a run showed.
    ///
    /// @param scene from the core's put until the pulse had laid the update out: paint is still to come
    /// @param painted from the put until the following pulse began, by when it was surely on the screen
    record Result(double framesPerSecond, Spread scene, Spread painted) {}

    /// @param medianMillis half of the updates took at most so long
    /// @param slowMillis 99 in 100 of them
    record Spread(double medianMillis, double slowMillis) {
        static Spread of(Histogram histogram) {
            return new Spread(histogram.getValueAtPercentile(50) / 1e6, histogram.getValueAtPercentile(99) / 1e6);
        }
    }

    private final SystemTime time = new SystemTime();
    private final QuietTerminal terminal = new QuietTerminal();
    private final PulseDriver driver = new PulseDriver(terminal, time);
    private final List<Instrument> instruments =
            IntStream.range(0, ROWS).mapToObj(UiLoad::stock).toList();
    private final long[] prices = new Random(3).longs(ROWS, 20_000, 400_000).toArray();
    private final Random random = new Random(5);
    private final SettingsStore settings;
    private final Histogram sceneNanos = new Histogram(3);
    private final Histogram paintedNanos = new Histogram(3);
    private final long[] shown = new long[100_000];
    private int shownCount;
    private int painting;
    private int laidOut;

    private UiLoad(Path file) {
        settings = SettingsStore.open(file, time);
    }

    static UiLoad open(Path file) throws Exception {
        UiLoad load = new UiLoad(file);
        Platform.startup(() -> Platform.setImplicitExit(false));
        call(load::show);
        return load;
    }

    private void remember(long putNanos) {
        if (shownCount < shown.length) {
            shown[shownCount++] = putNanos;
        }
    }

    private void show() {
        Appearance appearance = new Appearance(Theme.DARK, Palette.CLASSIC, 0);
        WatchlistViewModel model = new WatchlistViewModel(terminal, new NoDirectory(), settings, time, ignored -> "");
        WatchlistView view =
                new WatchlistView(model, driver, ignored -> {}, (ignored, side) -> {}, ignored -> {}, ignored -> {});
        Scene scene = new Scene(new StackPane(view.root()), 620, 900);
        appearance.install(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.addPostLayoutPulseListener(this::laidOut);
        model.attach(driver);
        model.addAll(instruments);
        driver.onQuote(row -> remember(row.receivedNanos()));
        driver.start();
    }

    /// Once per pulse, after the drain: what was drained before the last call has been painted since then; what came
    /// after it waits for the next call.
    private void settle(long nowNanos) {
        int present = Math.min(shownCount, shown.length);
        for (int i = 0; i < Math.min(painting, present); i++) {
            paintedNanos.recordValue(Math.max(0, nowNanos - shown[i]));
        }
        int rest = Math.max(0, present - painting);
        laidOut = Math.max(0, laidOut - (present - rest));
        System.arraycopy(shown, present - rest, shown, 0, rest);
        shownCount = rest;
        painting = rest;
    }

    /// At the end of a pulse's layout: everything drained since the last call is in the scene now.
    private void laidOut() {
        long nowNanos = System.nanoTime();
        for (int i = laidOut; i < shownCount; i++) {
            sceneNanos.recordValue(Math.max(0, nowNanos - shown[i]));
        }
        laidOut = shownCount;
    }

    Result run(int rate, int seconds, boolean pulled) throws Exception {
        call(() -> {
            sceneNanos.reset();
            paintedNanos.reset();
            shownCount = 0;
            painting = 0;
            laidOut = 0;
        });
        FrameStart frameStart = new FrameStart(this::settle);
        call(frameStart::start);
        long start = System.nanoTime();
        feed(rate, seconds, pulled, start);
        double elapsed = (System.nanoTime() - start) / 1e9;
        FutureTask<Result> result = new FutureTask<>(() -> {
            frameStart.stop();
            return new Result(frameStart.frames() / elapsed, Spread.of(sceneNanos), Spread.of(paintedNanos));
        });
        Platform.runLater(result);
        return result.get();
    }

    private void feed(int rate, int seconds, boolean pulled, long start) {
        long updates = (long) rate * seconds;
        for (long i = 0; i < updates; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(200_000);
            }
            QuoteRow row = update(random.nextInt(ROWS), i);
            if (pulled) {
                terminal.quotes().put(row.index(), row);
            } else {
                Platform.runLater(() -> {
                    terminal.quotes().put(row.index(), row);
                    driver.pulse();
                });
            }
        }
    }

    private QuoteRow update(int stock, long updates) {
        int index = terminal.index(instruments.get(stock));
        prices[stock] += (random.nextInt(5) - 2) * 5L;
        long last = prices[stock];
        return new QuoteRow(
                index,
                last,
                1,
                last - 500,
                last,
                last,
                last,
                last,
                1_000_000 + updates,
                -1,
                -1,
                -1,
                last - 5,
                10,
                last + 5,
                10,
                0,
                0,
                System.nanoTime(),
                updates,
                null);
    }

    private static void call(Runnable task) throws Exception {
        FutureTask<Boolean> done = new FutureTask<>(task, true);
        Platform.runLater(done);
        done.get();
    }

    private static Instrument stock(int number) {
        return new Instrument(
                "bench",
                new InstrumentKey(Segment.NSE, Integer.toString(number)),
                "STOCK" + number + "-EQ",
                "STOCK" + number,
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                false);
    }

    @Override
    public void close() {
        settings.close();
    }

    private static final class NoDirectory implements InstrumentDirectory {
        @Override
        public List<Instrument> search(SearchQuery query) {
            return List.of();
        }

        @Override
        public Optional<Instrument> find(InstrumentKey key) {
            return Optional.empty();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
