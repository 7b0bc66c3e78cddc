package in.sauda.app.backtest;

import in.sauda.core.backtest.BacktestParameters;
import in.sauda.core.backtest.ParameterSweep;
import in.sauda.core.backtest.SweepFiles;
import in.sauda.core.backtest.SweepRange;
import in.sauda.core.backtest.SweepRun;
import in.sauda.core.candlefile.CandleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs backtests one at a time beside the terminal and keeps their results. FX thread only.
public final class BacktestViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestViewModel.class);

    private final ExecutorService background;
    private final Executor ui;
    private final ObservableList<RunLine> runs = FXCollections.observableArrayList();
    private final ObservableList<SweepLine> sweep = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Swept> swept = new ReadOnlyObjectWrapper<>();
    private final CandleSource source;
    private final ObservableList<TradeLine> trades = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable BacktestRun> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private @Nullable Future<?> running;
    private int started;

    /// A finished sweep.
    record Swept(BacktestRequest request, ParameterSweep.Result result) {}

    /// @param background interruptible; a cancelled run is interrupted there
    public BacktestViewModel(CandleSource source, ExecutorService background, Executor ui) {
        this.source = source;
        this.background = background;
        this.ui = ui;
    }

    public List<String> strategies() {
        return BacktestParameters.STRATEGIES;
    }

    /// A strategy's parameters with the values it has of its own.
    Map<String, String> parameters(String strategy) {
        return new BacktestParameters(strategy).inForce();
    }

    /// True when a parameter of this strategy cannot be changed; its trade plan always can.
    boolean locked(String strategy, String key, String value) {
        try {
            new BacktestParameters(strategy).set(key + "=" + value);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    /// Newest first.
    public ObservableList<RunLine> runs() {
        return runs;
    }

    /// Trades of the shown run.
    public ObservableList<TradeLine> trades() {
        return trades;
    }

    public ReadOnlyObjectProperty<@Nullable BacktestRun> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What it is busy with, or what came of the last wish.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// True when the message says why something could not be done.
    public ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    public void run(BacktestRequest request) {
        if (busy.get()) {
            return;
        }
        if (request.files().isEmpty() && request.stored() == null) {
            say("Choose files of one-minute candles first, or stored candles.", true);
            return;
        }
        busy.set(true);
        int number = ++started;
        boolean many = !request.swept().isEmpty();
        running = background.submit(() -> {
            if (many) {
                sweep(number, request);
            } else {
                work(number, request);
            }
        });
    }

    /// Combinations of the newest sweep, the best net result first.
    ObservableList<SweepLine> sweep() {
        return sweep;
    }

    /// The newest sweep, null before the first.
    ReadOnlyObjectProperty<@Nullable Swept> swept() {
        return swept.getReadOnlyProperty();
    }

    /// Runs one combination of the sweep by itself, to see its trades.
    void runCombination(SweepLine line) {
        Swept present = swept.get();
        if (present != null) {
            run(present.request().with(line.run().values()));
        }
    }

    private void sweep(int number, BacktestRequest request) {
        try {
            List<SweepRange> ranges = request.swept().entrySet().stream()
                    .map(each -> SweepRange.parse(each.getKey() + "=" + each.getValue()))
                    .toList();
            ParameterSweep wanted = new ParameterSweep(request.strategy(), request.fixed(), ranges);
            CandleFiles.Content content =
                    BacktestRun.read(request, source, words -> ui.execute(() -> progress(number, words)));
            ParameterSweep.Result result = wanted.run(
                    content.symbols(),
                    done -> ui.execute(() -> progress(number, "Run " + done + " of " + wanted.count() + " …")));
            ui.execute(() -> finished(number, new Swept(request, result)));
        } catch (CancellationException cancelled) {
            LOG.info("Sweep {} was cancelled", number);
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Sweep {} failed", number, failure);
            ui.execute(() -> refused(number, String.valueOf(failure.getMessage())));
        }
    }

    private void finished(int number, Swept done) {
        if (busy.get() && number == started) {
            int best = done.result().verdict().chosen();
            sweep.setAll(done.result().runs().stream()
                    .sorted(Comparator.comparingLong(
                                    (SweepRun run) -> -run.whole().netPaise())
                            .thenComparingInt(SweepRun::number))
                    .map(run -> new SweepLine(run, run.number() == best))
                    .toList());
            swept.set(done);
            ended("", false);
        }
    }

    /// Ends the run that is under way.
    public void cancel() {
        Future<?> present = running;
        if (present != null && busy.get()) {
            present.cancel(true);
            ended("Cancelled.", false);
        }
    }

    public void show(BacktestRun run) {
        shown.set(run);
        trades.setAll(run.result().trades().stream().map(TradeLine::new).toList());
    }

    /// Writes the newest sweep into a folder.
    void exportSweep(Path folder) {
        Swept present = swept.get();
        if (present == null) {
            return;
        }
        background.execute(() -> {
            try {
                SweepFiles.write(folder, present.result());
                ui.execute(() -> say("Wrote sweep.csv into " + folder + ".", false));
            } catch (IOException failure) {
                LOG.warn("The sweep could not be written to {}", folder, failure);
                ui.execute(() -> say("The file could not be written: " + failure.getMessage(), true));
            }
        });
    }

    /// Writes the shown run's files into a folder.
    public void export(Path folder) {
        BacktestRun run = shown.get();
        if (run == null) {
            return;
        }
        background.execute(() -> {
            try {
                List<String> written = run.write(folder);
                ui.execute(() -> say("Wrote " + String.join(", ", written) + " into " + folder + ".", false));
            } catch (IOException failure) {
                LOG.warn("The backtest could not be written to {}", folder, failure);
                ui.execute(() -> say("The files could not be written: " + failure.getMessage(), true));
            }
        });
    }

    private void work(int number, BacktestRequest request) {
        try {
            BacktestRun run =
                    BacktestRun.of(number, request, source, words -> ui.execute(() -> progress(number, words)));
            ui.execute(() -> finished(run));
        } catch (CancellationException cancelled) {
            LOG.info("Backtest {} was cancelled", number);
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Backtest {} failed", number, failure);
            ui.execute(() -> refused(number, String.valueOf(failure.getMessage())));
        }
    }

    private void progress(int number, String words) {
        if (busy.get() && number == started) {
            say(words, false);
        }
    }

    private void finished(BacktestRun run) {
        if (busy.get() && run.number() == started) {
            runs.addFirst(new RunLine(run));
            show(run);
            ended("", false);
        }
    }

    private void refused(int number, String sentence) {
        if (busy.get() && number == started) {
            ended(sentence, true);
        }
    }

    private void ended(String words, boolean bad) {
        busy.set(false);
        running = null;
        say(words, bad);
    }

    private void say(String words, boolean bad) {
        failed.set(bad);
        message.set(words);
    }
}
