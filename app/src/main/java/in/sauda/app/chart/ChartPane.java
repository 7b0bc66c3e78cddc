package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.signals.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A live candle chart of one instrument.
///
/// The pane never schedules work of its own: whoever shows it calls {@link #pulse} once per frame and {@link #dispose}
/// when it is closed. All methods belong to the JavaFX thread.
public final class ChartPane extends BorderPane {
    private static final double HEADER_GAP_PIXELS = 8;

    private final ChartModel model;
    private final CandleChart chart;
    private final ChartGestures gestures;
    private final TimeframeBar timeframes = new TimeframeBar();
    private final StudyMenu studies = new StudyMenu();
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label state = new Label("Choose an instrument");
    private final Button jump = new Button("Latest »");
    private final SignalCard card = new SignalCard();
    private final ChartMenu menu;
    private boolean dirty = true;
    private boolean disposed;

    public ChartPane(ChartContext context) {
        model = new ChartModel(context);
        chart = CandleChart.of(model, this::invalidate);
        gestures = new ChartGestures(chart, model, this::invalidate);
        menu = new ChartMenu(model);
        menu.install(chart);
        getStyleClass().add("chart-pane");
        setFocusTraversable(true);
        setMinSize(0, 0);
        setTop(header());
        setCenter(plot());
        gestures.attach(this);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        setTheme(context.theme());
        syncOverlays();
    }

    /// Shows the live bars of an instrument with the newest at the right. Signals shown before are removed.
    public void show(Instrument instrument, BarSeries series) {
        model.show(instrument, series);
        timeframes.select(series.timeframe());
        afterShow(instrument);
    }

    /// Shows that the history of an instrument is on its way.
    public void showLoading(Instrument instrument) {
        model.show(instrument, null);
        afterShow(instrument);
    }

    /// Replaces all signal marks.
    public void setSignals(List<Signal> signals) {
        model.marks().set(signals);
        invalidate();
    }

    /// Adds one mark; a signal that is already there is ignored.
    public void addSignal(Signal signal) {
        model.marks().add(signal);
        invalidate();
    }

    public void setTheme(ChartTheme theme) {
        model.setTheme(theme);
        setBackground(new Background(new BackgroundFill(theme.background(), CornerRadii.EMPTY, Insets.EMPTY)));
        title.setTextFill(theme.text());
        subtitle.setTextFill(theme.mutedText());
        state.setTextFill(theme.mutedText());
        card.setTheme(theme);
        invalidate();
    }

    /// Zooms out to the whole history; it stays fitted until the user moves the view.
    public void showAllBars() {
        model.view().showAll();
        invalidate();
    }

    /// Zooms so that the newest bars fill the pane.
    public void showLatestBars(int bars) {
        model.view().showLatest(bars);
        invalidate();
    }

    /// Calls back when the user asks for another timeframe; answer with {@link #show} or {@link #showLoading}.
    public void onTimeframe(Consumer<Timeframe> listener) {
        timeframes.onChoice(listener);
    }

    /// Calls back with the start of a bar whose rules the user asks for in the chart's menu.
    public void onWhy(LongConsumer listener) {
        menu.onWhy(listener);
    }

    /// Start of the bar under the pointer; empty when the pointer is elsewhere.
    public OptionalLong barUnderPointer() {
        return model.barUnderPointer();
    }

    /// Calls back with the price, fixed-point, at which the user wants to be alerted.
    public void onAlert(LongConsumer listener) {
        menu.onAlert(listener);
    }

    /// Price under the pointer, fixed-point; empty when the pointer is elsewhere.
    public OptionalLong priceUnderPointer() {
        return model.priceUnderPointer();
    }

    /// Draws these indicators, by their names in the settings; unknown ones are left out.
    public void setStudies(List<String> names) {
        Set<Study> chosen = EnumSet.noneOf(Study.class);
        names.forEach(name -> Study.named(name).ifPresent(chosen::add));
        model.studies().choose(chosen);
        studies.select(chosen);
        invalidate();
    }

    /// Calls back with the names of the indicators whenever the user chose others.
    public void onStudies(Consumer<List<String>> listener) {
        studies.onChoice(chosen -> {
            model.studies().choose(chosen);
            invalidate();
            listener.accept(chosen.stream().map(Study::id).toList());
        });
    }

    /// Replaces the marks of what was bought and sold.
    public void setFills(List<FillMark> fills) {
        model.fills(fills);
        invalidate();
    }

    /// Draws the frame if the bars, the countdown, the view or the size changed since the last one.
    ///
    /// @param nanos time of the frame, as an animation timer gives it
    public void pulse(long nanos) {
        if (disposed) {
            return;
        }
        if (model.update() || dirty) {
            dirty = false;
            syncOverlays();
            chart.paint();
        }
    }

    /// Frees the chart; the pane stays blank afterwards. Calling it twice is harmless.
    public void dispose() {
        if (disposed) {
            return;
        }
        disposed = true;
        gestures.detach(this);
        timeframes.onChoice(timeframe -> {});
        getChildren().clear();
        chart.dispose();
    }

    private void afterShow(Instrument instrument) {
        title.setText(InstrumentWords.brief(instrument));
        subtitle.setText(instrument.segment().exchange());
        setAccessibleText("Chart of " + InstrumentWords.full(instrument));
        invalidate();
        syncOverlays();
    }

    private void invalidate() {
        dirty = true;
    }

    private Region header() {
        title.getStyleClass().add("pane-title");
        subtitle.getStyleClass().add("pane-subtitle");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(HEADER_GAP_PIXELS, title, subtitle, space, studies, timeframes);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPadding(new Insets(3, 8, 3, 8));
        return header;
    }

    private Region plot() {
        state.getStyleClass().add("chart-state");
        jump.getStyleClass().add("chart-jump");
        jump.setFocusTraversable(false);
        jump.setOnAction(event -> jumpToLatest());
        card.setManaged(false);
        StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(jump, new Insets(0, 96, SessionAxis.HEIGHT_PIXELS + 12, 0));
        StackPane plot = new StackPane(chart, state, jump, card);
        plot.setMinSize(0, 0);
        return plot;
    }

    private void jumpToLatest() {
        model.view().jumpToLatest();
        invalidate();
    }

    private void syncOverlays() {
        boolean empty = !model.hasBars();
        state.setVisible(empty);
        chart.setVisible(!empty);
        jump.setVisible(!empty && !model.view().following());
        if (empty && model.instrument() != null) {
            state.setText(model.waitingForHistory() ? "Loading history…" : "No trades yet");
        }
        syncCard();
    }

    private void syncCard() {
        @Nullable Signal hovered = null;
        if (model.hasBars() && model.crosshair().visible()) {
            hovered = model.marks().at(model.crosshair().x(), model.crosshair().y(), model);
        }
        card.show(hovered, model);
    }

    /// The parts tests look into.
    ChartModel model() {
        return model;
    }

    CandleChart chart() {
        return chart;
    }

    Button jumpButton() {
        return jump;
    }

    Label stateLabel() {
        return state;
    }
}
