package in.sauda.app.truth;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.truth.TruthLine.Found;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.truth.DayMinutes;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.RereadProgress;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gaps and parity of one day, made anew every two seconds while the page is open. FX thread only; minutes are counted
/// and the database is read in the background.
public final class TruthViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(TruthViewModel.class);
    private static final long REFRESH_NANOS = 2_000_000_000L;
    private static final Comparator<Found> WORST_FIRST = Comparator.comparing(Found::state)
            .thenComparingInt(found -> -found.minutes().missing())
            .thenComparing(found -> found.instrument().symbol());

    private final Terminal terminal;
    private final CandleTruth truth;
    private final TradingCalendar calendar;
    private final TimeSource time;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<LocalDate> days = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LocalDate> day = new ReadOnlyObjectWrapper<>();
    private final ObservableList<TruthLine> all = FXCollections.observableArrayList();
    private final FilteredList<TruthLine> lines = new FilteredList<>(all);
    private final ObservableList<MinuteLine> minutes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RereadProgress> progress = new ReadOnlyObjectWrapper<>(RereadProgress.NONE);
    private final Map<TruthState, Integer> counts = new EnumMap<>(TruthState.class);
    private @Nullable TruthLine selected;
    private Registration registration = () -> {};
    private long nextNanos;
    private boolean looking;
    private long question;

    public TruthViewModel(
            Terminal terminal, TradingCalendar calendar, TimeSource time, Executor background, Executor ui) {
        this.terminal = terminal;
        this.truth = terminal.truth();
        this.calendar = calendar;
        this.time = time;
        this.background = background;
        this.ui = ui;
    }

    void open(PulseDriver driver) {
        List<LocalDate> sessions = truth.sessions();
        if (!sessions.equals(days)) {
            days.setAll(sessions);
        }
        LocalDate chosen = day.get();
        if (chosen == null || !days.contains(chosen)) {
            day.set(days.isEmpty() ? null : days.getFirst());
        }
        registration = driver.onStatus(ignored -> onStatus());
        look();
    }

    void close() {
        registration.remove();
    }

    ObservableList<LocalDate> days() {
        return days;
    }

    ReadOnlyObjectProperty<@Nullable LocalDate> day() {
        return day.getReadOnlyProperty();
    }

    /// Instruments of the day, those that need a look first.
    ObservableList<TruthLine> lines() {
        return lines;
    }

    /// Gaps and differing minutes of the chosen instrument, in order of time.
    ObservableList<MinuteLine> minutes() {
        return minutes;
    }

    /// The whole in one sentence.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// What could not be read, empty when all is well.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RereadProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    int count(TruthState state) {
        return counts.getOrDefault(state, 0);
    }

    void show(LocalDate chosen) {
        if (!chosen.equals(day.get())) {
            day.set(chosen);
            all.clear();
            select(null);
            look();
        }
    }

    /// @param wanted none for all
    void only(Set<TruthState> wanted) {
        Set<TruthState> states = Set.copyOf(wanted);
        lines.setPredicate(
                line -> states.isEmpty() || states.contains(line.found().state()));
    }

    /// Reads the day of every instrument again.
    void rereadAll() {
        reread(List.of());
    }

    /// Reads the day of the chosen instrument again.
    void rereadSelected() {
        if (selected != null) {
            reread(List.of(selected.instrument()));
        }
    }

    private void reread(List<Instrument> instruments) {
        LocalDate date = day.get();
        if (date != null) {
            terminal.send(new Command.Reread(date, instruments));
            message.set("The broker is asked …");
        }
    }

    void select(@Nullable TruthLine line) {
        selected = line;
        minutes.clear();
        if (line != null) {
            detail(line);
        }
    }

    private void onStatus() {
        RereadProgress now = truth.progress();
        boolean finished = progress.get().running() && !now.running();
        progress.set(now);
        if (finished || time.nanos() - nextNanos >= 0) {
            look();
        }
    }

    private void look() {
        LocalDate date = day.get();
        if (looking || date == null) {
            return;
        }
        looking = true;
        nextNanos = time.nanos() + REFRESH_NANOS;
        progress.set(truth.progress());
        long until = terminal.status().marketMillis();
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(() -> find(date, until), background)
                .whenCompleteAsync((found, failure) -> answered(date, found, failure), ui);
    }

    private List<Found> find(LocalDate date, long untilMillis) {
        Map<InstrumentKey, DayParity> parity = new HashMap<>();
        truth.parity(date).forEach(one -> parity.put(one.key(), one));
        List<Found> found = new ArrayList<>();
        for (Instrument instrument : truth.instruments()) {
            DayMinutes counted =
                    DayMinutes.of(calendar, SessionClass.of(instrument), truth.minutes(instrument), date, untilMillis);
            DayParity compared = parity.get(instrument.key());
            if (counted.ticks() + counted.history() + counted.patched() > 0 || compared != null) {
                found.add(new Found(instrument, counted, compared));
            }
        }
        found.sort(WORST_FIRST);
        return found;
    }

    private void answered(LocalDate date, @Nullable List<Found> found, @Nullable Throwable failure) {
        looking = false;
        if (found == null) {
            LOG.warn("The comparisons of {} could not be read", date, failure);
            problem.set("The comparisons could not be read from the database; the log says why.");
        } else if (date.equals(day.get())) {
            problem.set("");
            take(found);
        } else {
            look();
        }
    }

    private void take(List<Found> found) {
        counts.clear();
        found.forEach(one -> counts.merge(one.state(), 1, Integer::sum));
        boolean same = found.size() == all.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = all.get(i).instrument().equals(found.get(i).instrument());
        }
        if (same) {
            for (int i = 0; i < found.size(); i++) {
                all.get(i).show(found.get(i));
            }
        } else {
            Instrument kept = selected == null ? null : selected.instrument();
            all.setAll(found.stream().map(TruthLine::new).toList());
            selected = all.stream()
                    .filter(line -> line.instrument().equals(kept))
                    .findFirst()
                    .orElse(null);
        }
        message.set(words(found.size()));
        if (selected != null) {
            detail(selected);
        }
    }

    private String words(int instruments) {
        RereadProgress now = progress.get();
        if (now.running()) {
            return "Reading " + now.date() + " again: " + (now.done() + now.failed()) + " of " + now.asked() + ".";
        }
        if (instruments == 0) {
            return "";
        }
        int settled = count(TruthState.AGREES) + count(TruthState.MENDED);
        int open = count(TruthState.OPEN) + count(TruthState.GAPS);
        if (open == instruments) {
            return "Not compared yet; that happens by itself at 16:05 of the exchange, or now.";
        }
        return settled + " of " + instruments + " are the broker's"
                + (count(TruthState.DIFFERS) > 0 ? ", " + count(TruthState.DIFFERS) + " differed" : "")
                + (count(TruthState.UNREAD) > 0 ? ", " + count(TruthState.UNREAD) + " could not be read" : "")
                + (open > 0 ? ", " + open + " not compared yet" : "") + ".";
    }

    private void detail(TruthLine line) {
        LocalDate date = day.get();
        if (date == null) {
            return;
        }
        Found found = line.found();
        long asked = ++question;
        CompletableFuture<?> _ = CompletableFuture.supplyAsync(
                        () -> truth.differences(date, line.instrument().key()), background)
                .whenCompleteAsync(
                        (differences, failure) -> {
                            if (asked == question && line.equals(selected)) {
                                showMinutes(found, differences == null ? List.of() : differences);
                            }
                        },
                        ui);
    }

    private void showMinutes(Found found, List<MinuteDifference> differences) {
        DayParity parity = found.parity();
        boolean proven = parity != null && parity.whole();
        List<MinuteLine> shown = new ArrayList<>();
        found.minutes().gaps().forEach(gap -> shown.add(MinuteLine.of(gap, proven)));
        differences.forEach(
                minute -> shown.add(MinuteLine.of(minute, found.instrument().segment())));
        shown.sort(Comparator.comparingLong(MinuteLine::startMillis));
        boolean same = shown.size() == minutes.size();
        for (int i = 0; same && i < shown.size(); i++) {
            same = shown.get(i).startMillis() == minutes.get(i).startMillis()
                    && shown.get(i).what().get().equals(minutes.get(i).what().get());
        }
        if (!same) {
            minutes.setAll(shown);
        }
    }
}
