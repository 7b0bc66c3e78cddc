package in.sauda.bench.chart;

import in.sauda.app.chart.ChartContext;
import in.sauda.app.chart.ChartPane;
import in.sauda.app.chart.ChartTheme;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import javafx.scene.Parent;

/// The terminal's own chart, driven as the shell drives it.
final class SaudaSubject implements FrameSubject {
    private static final Instrument STOCK = new Instrument(
            "angelone",
            new InstrumentKey(Segment.NSE, "2885"),
            "RELIANCE-EQ",
            "RELIANCE",
            "",
            InstrumentCategory.EQUITY,
            null,
            0,
            null,
            1,
            5,
            0,
            true);

    private final BenchSeries series;
    private final ChartPane pane;

    SaudaSubject(int bars, int visibleBars) {
        this.series = new BenchSeries(bars);
        long barStart = series.startMillis(bars - 1);
        long began = System.currentTimeMillis();
        pane = new ChartPane(new ChartContext(
                () -> barStart + (System.currentTimeMillis() - began) % 60_000,
                TradingCalendar.bundled(),
                ChartTheme.dark()));
        pane.show(STOCK, series);
        if (visibleBars == bars) {
            pane.showAllBars();
        } else {
            pane.showLatestBars(visibleBars);
        }
    }

    @Override
    public Parent node() {
        return pane;
    }

    @Override
    public void frame(long nanos) {
        series.tick();
        pane.pulse(nanos);
    }

    @Override
    public void close() {
        pane.dispose();
    }
}
