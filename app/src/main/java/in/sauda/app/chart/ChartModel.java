package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/// Everything the layers of one chart draw from: the series, the view, the scales and what is prepared once per frame.
///
/// Owned by the JavaFX thread; the series itself is read without locks.
final class ChartModel {
    /// Share of the plot below the prices that shows volume.
    private static final double VOLUME_SHARE = 0.2;
    /// The largest visible volume reaches this share of its pane, below the legend.
    private static final double VOLUME_FILL = 0.82;
    private static final double VOLUME_GAP_PIXELS = 6;
    /// Share of the canvas for each study with a pane of its own.
    private static final double STUDY_SHARE = 0.17;
    private static final double FONT_SIZE = 11;

    private final ChartContext context;
    private final Viewport view = new Viewport();
    private final PriceScale priceScale = new PriceScale();
    private final SeriesIndex index = new SeriesIndex();
    private final PriceTicks priceTicks = new PriceTicks();
    private final TimeTicks timeTicks = new TimeTicks(label -> widths().of(label));
    private final BarColumns columns = new BarColumns();
    private final SignalMarks marks = new SignalMarks();
    private final Studies studies = new Studies();
    private final PixelGrid grid = new PixelGrid();
    private final Crosshair crosshair = new Crosshair();

    private ChartTheme theme;
    private Font font;
    private Font boldFont;
    private TextWidths widths;
    private PriceText priceText = new PriceText(2);
    private @Nullable Instrument instrument;
    private @Nullable BarSeries series;
    private @Nullable BarCountdown countdown;
    private long countdownSeconds = -1;
    private String countdownText = "";
    private List<FillMark> fills = List.of();
    private double studyHeight;
    private double plotHeight;
    private double volumeHeight;
    private long volumeMaximum;
    private int anchorBar;
    private long anchorMillis;

    ChartModel(ChartContext context) {
        this.context = context;
        this.theme = context.theme();
        this.font = Font.font(theme.fontFamily(), FONT_SIZE);
        this.boldFont = Font.font(theme.fontFamily(), FontWeight.BOLD, FONT_SIZE);
        this.widths = new TextWidths(boldFont);
    }

    void show(Instrument newInstrument, @Nullable BarSeries newSeries) {
        instrument = newInstrument;
        series = newSeries;
        countdown = new BarCountdown(context.calendar(), newInstrument);
        countdownSeconds = -1;
        priceText = new PriceText(newSeries == null ? newInstrument.priceDecimals() : newSeries.priceDecimals());
        marks.set(List.of());
        fills = List.of();
        index.clear();
        priceScale.auto();
        crosshair.leave();
        priceTicks.invalidate();
        timeTicks.invalidate();
        if (newSeries != null) {
            index.refresh(newSeries);
        }
        view.reset(index.pyramid().size());
    }

    /// Reads what the market did since the last frame.
    ///
    /// @return true when the chart must be drawn again
    boolean update() {
        BarSeries current = series;
        if (current == null) {
            return false;
        }
        boolean changed = index.refresh(current);
        if (changed) {
            followBars(current);
        }
        boolean counted = updateCountdown(current);
        return counted || changed;
    }

    /// Computes what the layers need for a plot of this size; called once before they draw.
    void prepare(double width, double height, double outputScale) {
        grid.setScale(outputScale);
        view.resize(width);
        studyHeight = Math.floor(height * STUDY_SHARE);
        plotHeight = height - studies.panes() * studyHeight;
        volumeHeight = 0;
        if (!hasBars()) {
            return;
        }
        BarSeries current = bars();
        int from = view.firstVisible();
        int to = Math.max(from + 1, view.endVisible());
        anchorBar = from;
        anchorMillis = current.startMillis(from);
        index.pyramid().query(from, to);
        volumeMaximum = index.pyramid().volume();
        volumeHeight = showsVolume() ? Math.floor(plotHeight * VOLUME_SHARE) : 0;
        priceScale.resize(priceHeight());
        priceScale.fit(index.pyramid().low(), index.pyramid().high());
        priceTicks.update(priceScale, priceText);
        timeTicks.update(current, index, view);
        marks.update(current, index);
        studies.update(current, index);
        if (dense()) {
            columns.fill(current, index.pyramid(), view, grid.line());
        }
    }

    /// Bars inserted before the screen, as a backfill does, must not move what the user looks at.
    private void followBars(BarSeries current) {
        boolean following = view.following();
        view.barsChanged(index.pyramid().size());
        if (index.rebuilt() && !following) {
            int anchor = BarSearch.firstAtOrAfter(current, 0, index.pyramid().size(), anchorMillis);
            view.shift(anchor - anchorBar);
        }
    }

    /// Start of the bar under the pointer.
    OptionalLong barUnderPointer() {
        if (!hasBars() || !crosshair.visible()) {
            return OptionalLong.empty();
        }
        int bar = (int) Math.floor(view.barAt(crosshair.x()));
        return bar < 0 || bar > lastBar() ? OptionalLong.empty() : OptionalLong.of(bars().startMillis(bar));
    }

    /// Price under the pointer on the instrument's grid, fixed-point; empty when the pointer is elsewhere.
    OptionalLong priceUnderPointer() {
        Instrument shown = instrument();
        if (shown == null || !hasBars() || !crosshair.visible()) {
            return OptionalLong.empty();
        }
        long step = Math.max(1, shown.tickSize());
        long price = Math.round(priceScale().priceAt(crosshair.y()) / step) * step;
        return price > 0 ? OptionalLong.of(price) : OptionalLong.empty();
    }

    boolean hasBars() {
        return series != null && index.pyramid().size() > 0;
    }

    /// More bars than pixel columns: layers draw {@link #columns()} instead of bars.
    boolean dense() {
        return view.barWidth() < grid.line();
    }

    /// The series being shown.
    ///
    /// @throws NullPointerException when there is none; ask {@link #hasBars()} first
    BarSeries bars() {
        return Objects.requireNonNull(series, "no series");
    }

    @Nullable
    Instrument instrument() {
        return instrument;
    }

    boolean waitingForHistory() {
        return instrument != null && series == null;
    }

    /// Last bar that this frame draws.
    int lastBar() {
        return index.pyramid().size() - 1;
    }

    /// True when the bar is the one still growing.
    boolean forming(int bar) {
        return bar == lastBar() && bars().forming();
    }

    /// The nearest price an order could have.
    long tradablePrice(double price) {
        Instrument current = instrument;
        long tick = current == null ? 1 : Math.max(1, current.tickSize());
        return Math.round(price / tick) * tick;
    }

    boolean rising(int bar) {
        return bars().close(bar) >= bars().open(bar);
    }

    /// Time to the close of the forming bar, empty when none is forming.
    String countdownText() {
        return countdownText;
    }

    private boolean updateCountdown(BarSeries current) {
        int size = index.pyramid().size();
        BarCountdown clock = countdown;
        if (clock == null || size == 0 || !current.forming()) {
            boolean changed = !countdownText.isEmpty();
            countdownText = "";
            countdownSeconds = -1;
            return changed;
        }
        long now = context.clock().millis();
        long start = current.startMillis(size - 1);
        long seconds = clock.seconds(start, current.timeframe(), now);
        boolean changed = seconds != countdownSeconds;
        countdownSeconds = seconds;
        countdownText = clock.text(start, current.timeframe(), now);
        return changed;
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        font = Font.font(theme.fontFamily(), FONT_SIZE);
        boldFont = Font.font(theme.fontFamily(), FontWeight.BOLD, FONT_SIZE);
        widths = new TextWidths(boldFont);
    }

    private boolean showsVolume() {
        Instrument current = instrument;
        return current != null && !current.index() && volumeMaximum >= 0;
    }

    boolean volumeVisible() {
        return volumeHeight > 0;
    }

    double plotHeight() {
        return plotHeight;
    }

    double priceHeight() {
        return volumeVisible() ? plotHeight - volumeHeight - VOLUME_GAP_PIXELS : plotHeight;
    }

    double volumeHeight() {
        return volumeHeight;
    }

    /// Pixel of the top of a volume bar.
    double volumeY(double units) {
        double share = Math.min(1, units / Math.max(1, volumeMaximum));
        return plotHeight - share * volumeHeight * VOLUME_FILL;
    }

    long volumeMaximum() {
        return volumeMaximum;
    }

    Viewport view() {
        return view;
    }

    PriceScale priceScale() {
        return priceScale;
    }

    SeriesIndex index() {
        return index;
    }

    PriceTicks priceTicks() {
        return priceTicks;
    }

    TimeTicks timeTicks() {
        return timeTicks;
    }

    BarColumns columns() {
        return columns;
    }

    SignalMarks marks() {
        return marks;
    }

    Studies studies() {
        return studies;
    }

    /// Pixels of each pane below the plot.
    double studyHeight() {
        return studyHeight;
    }

    List<FillMark> fills() {
        return fills;
    }

    void fills(List<FillMark> marksOfTheDay) {
        fills = List.copyOf(marksOfTheDay);
    }

    PixelGrid grid() {
        return grid;
    }

    Crosshair crosshair() {
        return crosshair;
    }

    ChartTheme theme() {
        return theme;
    }

    Font font() {
        return font;
    }

    Font boldFont() {
        return boldFont;
    }

    TextWidths widths() {
        return widths;
    }

    PriceText priceText() {
        return priceText;
    }
}
