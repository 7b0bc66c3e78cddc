package in.sauda.app.shell;

import in.sauda.app.chart.ChartContext;
import in.sauda.app.chart.ChartPane;
import in.sauda.app.chart.ChartTheme;
import in.sauda.app.chart.FillMark;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.link.LinkedInstrument;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.theme.Appearance;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.MarketClock;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the chart on the linked instrument, in the window's colours, with that instrument's signals. FX thread only.
final class ChartRegion {
    private final Terminal terminal;
    private final LinkedInstrument linked;
    private final Appearance appearance;
    private final ChartPane pane;
    private final Map<Integer, List<Signal>> signals = new HashMap<>();
    private final Map<Integer, Map<String, FillMark>> fills = new HashMap<>();
    private Registration registration = () -> {};
    private Subscription subscriptions = Subscription.EMPTY;
    private final SettingsStore settings;
    private Timeframe timeframe;

    ChartRegion(
            Terminal terminal,
            SettingsStore settings,
            LinkedInstrument linked,
            Appearance appearance,
            MarketClock clock,
            TradingCalendar calendar) {
        this.terminal = terminal;
        this.settings = settings;
        timeframe = remembered(settings.get().timeframe());
        this.linked = linked;
        this.appearance = appearance;
        pane = new ChartPane(new ChartContext(clock, calendar, theme()));
        pane.setId("chart");
        pane.onTimeframe(this::changeTimeframe);
        pane.setStudies(settings.get().studies());
        pane.onStudies(names -> settings.update(now -> now.withStudies(names)));
    }

    /// Told the instrument and the bar whose rules the user wants to see.
    void onWhy(BiConsumer<Instrument, Long> listener) {
        pane.onWhy(barMillis -> {
            Instrument shown = linked.get();
            if (shown != null) {
                listener.accept(shown, barMillis);
            }
        });
    }

    /// Told the instrument and the price, fixed-point, at which the user wants to be alerted.
    void onAlert(BiConsumer<Instrument, Long> listener) {
        pane.onAlert(price -> {
            Instrument shown = linked.get();
            if (shown != null) {
                listener.accept(shown, price);
            }
        });
    }

    /// Price under the pointer, fixed-point; empty when it is elsewhere.
    OptionalLong priceUnderPointer() {
        return pane.priceUnderPointer();
    }

    /// Start of the bar under the pointer; empty when it is elsewhere.
    OptionalLong barUnderPointer() {
        return pane.barUnderPointer();
    }

    Node root() {
        return pane;
    }

    void attach(PulseDriver driver) {
        registration = Registration.all(driver.onPulse(pane::pulse), driver.onEvent(this::event));
        subscriptions = Subscription.combine(
                linked.property().subscribe(this::show),
                appearance.theme().subscribe(() -> pane.setTheme(theme())),
                appearance.palette().subscribe(() -> pane.setTheme(theme())));
    }

    /// Frees the chart for good.
    void detach() {
        registration.remove();
        subscriptions.unsubscribe();
        pane.dispose();
    }

    private void changeTimeframe(Timeframe wanted) {
        timeframe = wanted;
        settings.update(now -> now.withTimeframe(wanted.label()));
        show(linked.get());
    }

    /// The settings file is edited by hand at times; a width that does not exist falls back to a minute.
    private static Timeframe remembered(String label) {
        return Arrays.stream(Timeframe.values())
                .filter(known -> known.label().equals(label))
                .findFirst()
                .orElse(Timeframe.M1);
    }

    private void show(@Nullable Instrument instrument) {
        if (instrument != null) {
            pane.show(instrument, terminal.bars(instrument, timeframe));
            pane.setSignals(signals.getOrDefault(linked.index(), List.of()));
            showFills();
        }
    }

    private void showFills() {
        Map<String, FillMark> own = fills.getOrDefault(linked.index(), Map.of());
        pane.setFills(List.copyOf(own.values()));
    }

    private void fill(OrderView order) {
        if (order.filledQuantity() > 0) {
            String id = order.request().id().toString();
            int index = order.request().instrumentIndex();
            fills.computeIfAbsent(index, ignored -> new LinkedHashMap<>())
                    .put(
                            id,
                            new FillMark(
                                    id,
                                    order.request().side(),
                                    order.averagePrice(),
                                    order.updatedMillis(),
                                    order.filledQuantity()));
            if (index == linked.index()) {
                showFills();
            }
        }
    }

    private void event(UiEvent event) {
        if (event instanceof UiEvent.OrderChanged changed) {
            fill(changed.order());
        }
        if (event instanceof UiEvent.SignalRaised raised) {
            Signal signal = raised.signal();
            signals.computeIfAbsent(signal.instrumentIndex(), ignored -> new ArrayList<>())
                    .add(signal);
            if (signal.instrumentIndex() == linked.index()) {
                pane.addSignal(signal);
            }
        }
    }

    /// The charts' colours of the moment.
    ChartTheme theme() {
        return ChartTheme.of(appearance.theme().get(), appearance.palette().get());
    }
}
