package in.sauda.app.dashboard;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.app.health.HealthViewModel;
import in.sauda.app.signals.SignalRow;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.health.HealthReport;
import in.sauda.core.review.DayTally;
import in.sauda.core.review.Observation;
import in.sauda.core.review.Validation;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.MomentumReading;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.StandingRow;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The executive dashboard (rules 2.7): symbols by score, the day's signals after 5 and 15 minutes, health. FX thread
/// only; nothing is read while it is closed.
public final class DashboardViewModel {
    private static final Comparator<StandingLine> BEST_FIRST = Comparator.comparingDouble(
                    (StandingLine line) -> line.row().reading().score())
            .reversed()
            .thenComparing(line -> line.instrument().symbol());

    /// What is told in words and counts.
    record Summary(
            DayTally tally,
            Map<MomentumReading.Status, Integer> counts,
            String health,
            Tone healthTone,
            CoreStatus status) {
        Summary {
            counts = Map.copyOf(counts);
        }
    }

    private final Terminal terminal;
    private final TimeSource time;
    private final ObservableList<SignalRow> signals;
    private final Map<Integer, StandingLine> byIndex = new LinkedHashMap<>();
    private final ObservableList<StandingLine> all = FXCollections.observableArrayList();
    private final FilteredList<StandingLine> lines = new FilteredList<>(all);
    private final ReadOnlyObjectWrapper<Summary> summary;
    private Registration registration = () -> {};

    /// @param signals the signal log, newest first
    public DashboardViewModel(Terminal terminal, TimeSource time, ObservableList<SignalRow> signals) {
        this.terminal = terminal;
        this.time = time;
        this.signals = signals;
        summary = new ReadOnlyObjectWrapper<>(make());
    }

    void attach(PulseDriver driver) {
        refresh();
        registration = driver.onStatus(ignored -> refresh());
    }

    void detach() {
        registration.remove();
    }

    ObservableList<StandingLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    /// Shows only symbols of these states; none means all.
    void only(Set<MomentumReading.Status> wanted) {
        lines.setPredicate(
                line -> wanted.isEmpty() || wanted.contains(line.row().status()));
    }

    private void refresh() {
        int changed = terminal.standings().drain(this::take);
        if (changed > 0) {
            byIndex.values().stream().skip(all.size()).forEach(all::add);
            all.sort(BEST_FIRST);
        }
        long now = time.nanos();
        Map<Integer, List<Signal>> bySymbol = today();
        byIndex.forEach((index, line) -> {
            line.quote(terminal.quotes().get(index), now);
            List<Signal> own = bySymbol.getOrDefault(index, List.of());
            line.signals(own.size(), own.isEmpty() ? 0 : own.getFirst().candleMillis());
        });
        summary.set(make());
    }

    private void take(StandingRow row) {
        StandingLine line = byIndex.get(row.index());
        if (line == null) {
            byIndex.put(row.index(), new StandingLine(row));
        } else {
            line.show(row);
        }
    }

    /// Today's signals by symbol, newest first.
    private Map<Integer, List<Signal>> today() {
        long from = IndiaTime.startOfDay(terminal.status().marketMillis());
        Map<Integer, List<Signal>> bySymbol = new HashMap<>();
        for (SignalRow row : signals) {
            if (row.signal().candleMillis() >= from) {
                bySymbol.computeIfAbsent(row.signal().instrumentIndex(), ignored -> new ArrayList<>())
                        .add(row.signal());
            }
        }
        return bySymbol;
    }

    private Summary make() {
        CoreStatus status = terminal.status();
        List<Observation> observations = today().values().stream()
                .flatMap(List::stream)
                .map(this::observe)
                .toList();
        Map<MomentumReading.Status, Integer> counts = new EnumMap<>(MomentumReading.Status.class);
        for (MomentumReading.Status each : MomentumReading.Status.values()) {
            counts.put(each, 0);
        }
        byIndex.values().forEach(line -> counts.merge(line.row().status(), 1, Integer::sum));
        HealthReport health = terminal.health();
        return new Summary(
                DayTally.of(observations, status.marketMillis()),
                counts,
                HealthViewModel.headline(health),
                HealthViewModel.tone(health.status()),
                status);
    }

    private Observation observe(Signal signal) {
        return Validation.observe(signal, after(signal), Observation.ReviewerNotes.NONE);
    }

    /// Closed candles from the signal's on, as many as its judgement may need.
    private List<Candle> after(Signal signal) {
        BarSeries bars = terminal.bars(signal.instrument(), Timeframe.M1);
        int closed = bars.forming() ? bars.size() - 1 : bars.size();
        List<Candle> candles = new ArrayList<>();
        for (int bar = closed - 1; bar >= 0 && bars.startMillis(bar) >= signal.candleMillis(); bar--) {
            candles.add(new Candle(
                    bars.startMillis(bar),
                    bars.open(bar),
                    bars.high(bar),
                    bars.low(bar),
                    bars.close(bar),
                    bars.volume(bar),
                    bars.flags(bar)));
        }
        return candles.reversed();
    }
}
