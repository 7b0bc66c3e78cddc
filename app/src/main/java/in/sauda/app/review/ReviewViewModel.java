package in.sauda.app.review;

import in.sauda.app.signals.SignalRow;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.DayRecords;
import in.sauda.core.review.EodReview;
import in.sauda.core.review.Observation;
import in.sauda.core.review.ReviewFiles;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reviews of a home: today's is made from the live signals and candles, older ones are read. What a person writes
/// is kept when the figures are made again. FX thread only; files are read and written elsewhere.
public final class ReviewViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewViewModel.class);

    /// What a file operation gave.
    private record Loaded(
            List<LocalDate> days,
            LocalDate date,
            String markdown,
            @Nullable EodReview review) {}

    /// Work with files.
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private final Terminal terminal;
    private final ObservableList<SignalRow> signals;
    private final ReviewFiles files;
    private final DayRecords records;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<LocalDate> days = FXCollections.observableArrayList();
    private final ObservableList<ReviewLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> date = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private String saved = "";

    /// @param signals the signal log
    /// @param folder where reviews are kept
    /// @param records what earlier days left
    public ReviewViewModel(
            Terminal terminal,
            ObservableList<SignalRow> signals,
            Path folder,
            DayRecords records,
            Executor background,
            Executor ui) {
        this.terminal = terminal;
        this.signals = signals;
        this.files = new ReviewFiles(folder);
        this.records = records;
        this.background = background;
        this.ui = ui;
    }

    ObservableList<LocalDate> days() {
        return days;
    }

    /// Signals of the day; empty for days that are only read.
    ObservableList<ReviewLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<@Nullable LocalDate> date() {
        return date.getReadOnlyProperty();
    }

    /// The review's Markdown, as edited.
    StringProperty text() {
        return text;
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    boolean changed() {
        return !text.get().equals(saved);
    }

    LocalDate today() {
        return IndiaTime.date(terminal.status().marketMillis());
    }

    /// Shows today's review with its figures of this moment, unless something is being edited.
    void open() {
        if (date.get() == null || (today().equals(date.get()) && !changed())) {
            make();
        }
    }

    /// Makes today's figures anew. What was written and not saved is saved first, so that it stays.
    void make() {
        LocalDate day = today();
        List<Signal> raised = signals.stream().map(SignalRow::signal).toList().reversed();
        String unsaved = day.equals(date.get()) && changed() ? text.get() : "";
        inBackground(
                () -> {
                    if (!unsaved.isEmpty()) {
                        files.save(day, unsaved);
                    }
                    EodReview review = files.write(day, raised, this::candles);
                    return new Loaded(known(), day, files.markdown(day), review);
                },
                loaded -> {
                    show(loaded);
                    message.set("Figures of this moment; what you wrote is kept.");
                });
    }

    /// Shows a day's review as it was kept.
    void read(LocalDate day) {
        if (day.equals(date.get())) {
            return;
        }
        if (changed()) {
            save();
        }
        if (day.equals(today())) {
            make();
            return;
        }
        inBackground(() -> earlier(day), loaded -> {
            show(loaded);
            message.set(
                    loaded.review() == null
                            ? "As it was kept that day."
                            : "Figures of the stored signals and candles; what was written is kept.");
        });
    }

    /// A day whose signals are stored is made anew around what was written; another one is only read.
    private Loaded earlier(LocalDate day) throws IOException {
        List<Signal> raised = records.signals(day);
        EodReview review =
                raised.isEmpty() ? null : files.write(day, raised, instrument -> records.candles(instrument, day));
        return new Loaded(known(), day, files.markdown(day), review);
    }

    /// Days with a review or with signals, newest first.
    private List<LocalDate> known() throws IOException {
        return Stream.concat(files.days().stream(), records.days().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// The candles around a signal of the shown day. They are on the disk where the day is over.
    ///
    /// @param told on the FX thread
    void candles(Signal signal, Consumer<List<Candle>> told) {
        LocalDate day = IndiaTime.date(signal.candleMillis());
        if (day.equals(today())) {
            told.accept(candles(signal.instrument()));
        } else {
            inBackground(() -> records.candles(signal.instrument(), day), told);
        }
    }

    void save() {
        LocalDate day = date.get();
        String markdown = text.get();
        if (day == null) {
            return;
        }
        inBackground(
                () -> {
                    files.save(day, markdown);
                    return day;
                },
                done -> {
                    if (done.equals(date.get())) {
                        saved = markdown;
                    }
                    message.set("Saved as eod_report_" + done + ".md, and .html for the browser.");
                });
    }

    void export(Path file) {
        LocalDate day = date.get();
        String markdown = text.get();
        if (day != null) {
            inBackground(
                    () -> {
                        ReviewFiles.export(file, day, markdown);
                        return file;
                    },
                    done -> message.set("Written to " + done.getFileName() + "."));
        }
    }

    /// Keeps what a person makes of one signal.
    void note(ReviewLine line, String classification, String notes) {
        Observation.ReviewerNotes words = line.observation().notes();
        Observation.ReviewerNotes wanted = new Observation.ReviewerNotes(classification, notes, words.screenshot());
        LocalDate day = date.get();
        if (wanted.equals(words) || day == null) {
            return;
        }
        line.show(line.observation().withNotes(wanted));
        List<Observation> all = lines.stream().map(ReviewLine::observation).toList();
        inBackground(
                () -> {
                    files.saveLog(day, all);
                    return day;
                },
                done -> message.set("Kept in signals_for_review_" + done + ".csv."));
    }

    private void show(Loaded loaded) {
        days.setAll(loaded.days());
        date.set(loaded.date());
        saved = loaded.markdown();
        text.set(loaded.markdown());
        EodReview review = loaded.review();
        lines.setAll(
                review == null
                        ? List.of()
                        : review.observations().stream().map(ReviewLine::new).toList());
    }

    /// One-minute candles of an instrument, oldest first. Any thread.
    List<Candle> candles(Instrument instrument) {
        BarSeries bars = terminal.bars(instrument, Timeframe.M1);
        int closed = bars.forming() ? bars.size() - 1 : bars.size();
        List<Candle> candles = new ArrayList<>();
        for (int bar = 0; bar < closed; bar++) {
            candles.add(new Candle(
                    bars.startMillis(bar),
                    bars.open(bar),
                    bars.high(bar),
                    bars.low(bar),
                    bars.close(bar),
                    bars.volume(bar),
                    bars.flags(bar)));
        }
        return candles;
    }

    private <T> void inBackground(FileWork<T> work, Consumer<T> done) {
        background.execute(() -> {
            try {
                T result = work.run();
                ui.execute(() -> done.accept(result));
            } catch (IOException failure) {
                LOG.warn("A review could not be read or written", failure);
                ui.execute(() -> message.set("The review could not be read or written: look at the data folder."));
            }
        });
    }
}
