package in.sauda.app.replay;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.signals.SignalRow;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.replay.JournalSummary;
import in.sauda.core.replay.ReplayPlayer;
import in.sauda.core.review.DayRecords;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.OrderView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A recorded day in the window. FX thread only; the replay has an engine and a thread of its own, which nothing of the
/// live session can see.
public final class ReplayViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayViewModel.class);

    /// How much of a recording is played at once, so that there is something to see.
    private static final long FIRST_LOOK_MILLIS = 62_000L;

    private final Path home;
    private final TradingCalendar calendar;
    private final TimeSource time;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<JournalSummary> journals = FXCollections.observableArrayList();
    private final ObservableList<ReplayLine> lines = FXCollections.observableArrayList();
    private final ObservableList<SignalRow> signals = FXCollections.observableArrayList();
    private final Map<Instrument, ReplayLine> byInstrument = new LinkedHashMap<>();
    private final ReplayOrders orders = new ReplayOrders();
    private final ReplayChain chain = new ReplayChain();
    private final WiderBars wider;
    private final DayRecords records;
    private final ReadOnlyObjectWrapper<@Nullable Instrument> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JournalSummary> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable ReplayPlayer player;
    private double speed = 60;
    private int round = -1;
    private Registration registration = () -> {};

    /// @param home of the session
    /// @param records orders of the session's recorded days
    public ReplayViewModel(
            Path home,
            TradingCalendar calendar,
            DayRecords records,
            TimeSource time,
            Executor background,
            Executor ui) {
        this.home = home;
        this.calendar = calendar;
        this.records = records;
        wider = new WiderBars(calendar);
        this.time = time;
        this.background = background;
        this.ui = ui;
    }

    void attach(PulseDriver driver) {
        if (player == null) {
            look();
        }
        registration = driver.onStatus(ignored -> refresh());
    }

    /// A page that is left stands still.
    void detach() {
        registration.remove();
        pause();
    }

    /// Looks for journals.
    void look() {
        message.set("Reading the journals…");
        background.execute(() -> {
            try {
                List<JournalSummary> found = new HomeJournals(home).all();
                ui.execute(() -> found(found));
            } catch (IOException failure) {
                LOG.warn("The journals cannot be read", failure);
                ui.execute(() -> message.set("The journals cannot be read: look at the log file."));
            }
        });
    }

    private void found(List<JournalSummary> found) {
        journals.setAll(found);
        message.set(found.isEmpty() ? "There is no journal yet: every session records one." : "");
        if (open.get() == null && !found.isEmpty()) {
            open(found.getFirst());
        }
    }

    /// Opens a journal, paused after its first minute.
    void open(JournalSummary journal) {
        close();
        open.set(journal);
        ReplayPlayer opened = new ReplayPlayer(journal.folder(), calendar, time);
        opened.speed(speed);
        opened.seek(Math.min(journal.firstMillis() + FIRST_LOOK_MILLIS, journal.lastMillis()));
        opened.start();
        player = opened;
        loadOrders(journal);
        refresh();
    }

    /// Only the session's own days: those of another data folder have a database of their own.
    private void loadOrders(JournalSummary journal) {
        orders.load(List.of());
        if (home.resolve("journal").equals(journal.folder())) {
            background.execute(() -> {
                List<OrderView> states = records.orderStates(journal.firstMillis(), journal.lastMillis() + 1);
                ui.execute(() -> {
                    if (journal.equals(open.get())) {
                        orders.load(states);
                        refresh();
                    }
                });
            });
        }
    }

    /// Ends the replay and its thread.
    public void close() {
        ReplayPlayer old = player;
        player = null;
        if (old != null) {
            old.close();
        }
        forget();
        round = -1;
        position.set(0);
    }

    private void forget() {
        lines.clear();
        byInstrument.clear();
        signals.clear();
        wider.clear();
        chain.clear();
    }

    void refresh() {
        ReplayPlayer now = player;
        if (now == null) {
            return;
        }
        if (round != now.rounds()) {
            round = now.rounds();
            forget();
        }
        for (Instrument instrument : now.instruments()) {
            ReplayLine line = byInstrument.get(instrument);
            if (line == null) {
                line = new ReplayLine(instrument);
                byInstrument.put(instrument, line);
                lines.add(line);
            }
            now.minutes(instrument).ifPresent(line::show);
        }
        now.drainSignals(this::raised);
        long reached = now.position();
        wider.update(reached);
        chain.show(now.instruments(), chosen.get(), reached, now::quote);
        orders.show(reached);
        position.set(reached);
        if (!now.problem().isEmpty()) {
            message.set(now.problem());
        } else {
            message.set(now.ended() ? "The end of the recording." : "");
        }
    }

    private void raised(Signal signal) {
        signals.addFirst(new SignalRow(signal, Lane.SHADOW));
        ReplayLine line = byInstrument.get(signal.instrument());
        if (line != null) {
            line.raised();
        }
    }

    void toggle() {
        ReplayPlayer now = player;
        if (now != null) {
            if (now.playing()) {
                now.pause();
            } else {
                now.play();
            }
        }
    }

    boolean playing() {
        return player != null && player.playing();
    }

    private void pause() {
        if (player != null) {
            player.pause();
        }
    }

    void step() {
        if (player != null) {
            player.stepMinute();
        }
    }

    void seek(long marketMillis) {
        if (player != null) {
            player.seek(marketMillis);
        }
    }

    /// @param factor 0 for as fast as possible
    void speed(double factor) {
        speed = factor;
        if (player != null) {
            player.speed(factor);
        }
    }

    double speed() {
        return speed;
    }

    /// Whose chain is wanted.
    void choose(Instrument instrument) {
        chosen.set(instrument);
        refresh();
    }

    /// Candles of a symbol of this round, as wide as wanted; all of them grow with the recording.
    Optional<BarSeries> bars(Instrument instrument, Timeframe timeframe) {
        ReplayPlayer now = player;
        return now == null
                ? Optional.empty()
                : now.minutes(instrument).map(minutes -> wider.of(instrument, minutes, timeframe, now.position()));
    }

    ReplayOrders orders() {
        return orders;
    }

    ReplayChain chain() {
        return chain;
    }

    /// Changes when the recording was begun again: what was shown of it is over.
    int round() {
        return round;
    }

    ObservableList<JournalSummary> journals() {
        return journals;
    }

    ObservableList<ReplayLine> lines() {
        return lines;
    }

    ObservableList<SignalRow> signals() {
        return signals;
    }

    ReadOnlyObjectProperty<@Nullable JournalSummary> journal() {
        return open.getReadOnlyProperty();
    }

    /// Time of the recording, 0 before its beginning.
    ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
