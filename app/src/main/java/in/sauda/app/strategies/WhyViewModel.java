package in.sauda.app.strategies;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.signals.SignalRow;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.Explanation;
import in.sauda.core.strategy.OptionMoveType;
import in.sauda.core.strategy.ScalperType;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyTypes;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.Terminal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Why each bar of an instrument's day is or is not a signal. FX thread only.
public final class WhyViewModel {
    private static final long NEWEST = Long.MAX_VALUE;

    /// Everything the page shows.
    ///
    /// @param title the instrument, empty when none is chosen
    /// @param day the day shown, null while there are no bars
    /// @param bars newest first
    /// @param wantedMillis the bar asked for, {@link Long#MAX_VALUE} for the newest
    record Shown(
            String title,
            @Nullable LocalDate day,
            StrategyProfile profile,
            List<Explanation> bars,
            long wantedMillis,
            String empty) {
        Shown {
            bars = List.copyOf(bars);
        }
    }

    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final ObservableList<SignalRow> signals;
    private final Supplier<List<StrategyProfile>> profiles;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private @Nullable Instrument asked;
    private @Nullable BarSeries series;
    private final EventPressure events;
    private @Nullable LocalDate day;
    private StrategyProfile profile;
    private long wantedMillis = NEWEST;
    private int sizeShown = -1;
    private Registration registration = () -> {};

    /// @param signals the signal log
    /// @param profiles every profile there is
    /// @param events announcements of the calendar
    public WhyViewModel(
            Terminal terminal,
            LinkedInstrument linked,
            ObservableList<SignalRow> signals,
            Supplier<List<StrategyProfile>> profiles,
            EventPressure events) {
        this.events = events;
        this.terminal = terminal;
        this.linked = linked;
        this.signals = signals;
        this.profiles = profiles;
        profile = profiles.get().getFirst();
        shown = new ReadOnlyObjectWrapper<>(nothing("Choose an instrument on the watchlist first."));
    }

    private Shown nothing(String sentence) {
        return new Shown("", null, profile, List.of(), NEWEST, sentence);
    }

    /// Wants the bar of an instrument; the page will show its day.
    public void ask(Instrument instrument, long barMillis) {
        asked = instrument;
        day = IndiaTime.date(barMillis);
        wantedMillis = barMillis;
        signals.stream()
                .map(SignalRow::signal)
                .filter(signal -> signal.candleMillis() == barMillis
                        && signal.instrument().equals(instrument))
                .findFirst()
                .flatMap(signal -> named(signal.strategy()))
                .ifPresent(found -> profile = found);
        look();
    }

    /// Wants a bar of the linked instrument, or its newest.
    public void ask(OptionalLong barMillis) {
        Instrument instrument = linked.get();
        if (instrument == null) {
            return;
        }
        if (barMillis.isPresent()) {
            ask(instrument, barMillis.getAsLong());
        } else {
            asked = instrument;
            day = null;
            wantedMillis = NEWEST;
            look();
        }
    }

    private Optional<StrategyProfile> named(String name) {
        return profiles.get().stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    void attach(PulseDriver driver) {
        if (asked == null) {
            ask(OptionalLong.empty());
        }
        look();
        registration = driver.onStatus(ignored -> follow());
    }

    void detach() {
        registration.remove();
        asked = null;
        wantedMillis = NEWEST;
        day = null;
    }

    private void follow() {
        BarSeries bars = series;
        if (bars != null && bars.size() != sizeShown) {
            look();
        }
    }

    List<StrategyProfile> profiles() {
        return profiles.get();
    }

    void judgeBy(StrategyProfile wanted) {
        profile = wanted;
        look();
    }

    /// The day with bars before the shown one.
    void earlier() {
        List<LocalDate> days = days();
        int at = shownDay() == null ? -1 : days.indexOf(shownDay());
        if (at > 0) {
            day = days.get(at - 1);
            wantedMillis = NEWEST;
            look();
        }
    }

    /// The day with bars after the shown one.
    void later() {
        List<LocalDate> days = days();
        int at = shownDay() == null ? -1 : days.indexOf(shownDay());
        if (at >= 0 && at + 1 < days.size()) {
            day = days.get(at + 1);
            wantedMillis = NEWEST;
            look();
        }
    }

    private @Nullable LocalDate shownDay() {
        return shown.get().day();
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        BarSeries bars = series;
        for (int bar = 0; bars != null && bar < bars.size(); bar++) {
            LocalDate date = IndiaTime.date(bars.startMillis(bar));
            if (days.isEmpty() || !days.getLast().equals(date)) {
                days.add(date);
            }
        }
        return days;
    }

    private void look() {
        Instrument instrument = asked;
        if (instrument == null) {
            shown.set(nothing("Choose an instrument on the watchlist first."));
            return;
        }
        BarSeries bars = terminal.bars(instrument, Timeframe.M1);
        series = bars;
        int size = bars.size();
        sizeShown = size;
        LocalDate date = day != null ? day : size == 0 ? null : IndiaTime.date(bars.startMillis(size - 1));
        List<Explanation> explained = date == null
                ? List.of()
                : StrategyTypes.named(profile.strategy())
                        .explain(profile, instrument, bars, IndiaTime.epochMillis(date, LocalTime.NOON), events);
        shown.set(new Shown(
                InstrumentWords.brief(instrument),
                date,
                profile,
                explained.reversed(),
                wantedMillis,
                size == 0 ? "Its history is on its way." : none(profile)));
    }

    private static String none(StrategyProfile profile) {
        if (profile.strategy().equals(ScalperType.ID)) {
            return "This strategy judges the minutes of "
                    + profile.values().getOrDefault("underlying", "its underlying") + " alone: choose that.";
        }
        return profile.strategy().equals(OptionMoveType.ID)
                ? "This strategy looks at prices between candles; its signals in the log say why."
                : "There are no closed candles of this day.";
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The signal the log holds of a bar, by this profile.
    Optional<Signal> logged(Explanation bar) {
        Instrument instrument = asked;
        return signals.stream()
                .map(SignalRow::signal)
                .filter(signal -> signal.candleMillis() == bar.startMillis()
                        && signal.strategy().equals(profile.name())
                        && signal.instrument().equals(instrument))
                .findFirst();
    }

    @Nullable
    Instrument instrument() {
        return asked;
    }
}
