package in.sauda.bench.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.financial.CandleStickRenderer;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.spi.financial.OhlcvDataSet;
import io.fair_acc.dataset.spi.financial.api.attrs.AttributeModel;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcv;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcvItem;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// ChartFX as its manual shows it: a candlestick renderer on an OHLCV data set, everything visible.
@SuppressWarnings("JavaUtilDate") // the time type of ChartFX's own interface
final class StockChartSubject implements FrameSubject {
    private final BenchSeries series;
    private final OhlcvDataSet dataSet = new OhlcvDataSet("bench");
    private final XYChart chart;

    StockChartSubject(int bars) {
        series = new BenchSeries(bars);
        dataSet.setData(new Bars(series));
        dataSet.setCategoryBased(true);
        DefaultNumericAxis time = new DefaultNumericAxis("bar");
        DefaultNumericAxis price = new DefaultNumericAxis("price");
        price.setForceZeroInRange(false);
        chart = new XYChart(time, price);
        chart.setAnimated(false);
        CandleStickRenderer renderer = new CandleStickRenderer(true);
        renderer.getDatasets().add(dataSet);
        chart.getRenderers().setAll(renderer);
    }

    @Override
    public Parent node() {
        return chart;
    }

    @Override
    public void frame(long nanos) {
        series.tick();
        dataSet.fireInvalidated(ChartBits.DataSetDataAdded);
    }

    @Override
    public void close() {
        chart.getRenderers().clear();
        chart.getAxes().clear();
    }

    private record Bars(List<IOhlcvItem> items) implements IOhlcv {
        Bars(BenchSeries series) {
            this(items(series));
        }

        private static List<IOhlcvItem> items(BenchSeries series) {
            List<IOhlcvItem> items = new ArrayList<>();
            for (int bar = 0; bar < series.size(); bar++) {
                items.add(new Bar(series, bar, new Date(series.startMillis(bar))));
            }
            return items;
        }

        @Override
        public IOhlcvItem getOhlcvItem(int bar) {
            return items.get(bar);
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public Iterator<IOhlcvItem> iterator() {
            return items.iterator();
        }

        @Override
        public @Nullable AttributeModel getAddon() {
            return null;
        }

        @Override
        public AttributeModel getAddonOrCreate() {
            return new AttributeModel();
        }
    }

    private record Bar(BenchSeries series, int bar, Date start) implements IOhlcvItem {
        @Override
        public Date getTimeStamp() {
            return start;
        }

        @Override
        public double getOpen() {
            return series.open(bar) / 100.0;
        }

        @Override
        public double getHigh() {
            return series.high(bar) / 100.0;
        }

        @Override
        public double getLow() {
            return series.low(bar) / 100.0;
        }

        @Override
        public double getClose() {
            return series.close(bar) / 100.0;
        }

        @Override
        public double getVolume() {
            return series.volume(bar);
        }

        @Override
        public double getOpenInterest() {
            return 0;
        }

        @Override
        public @Nullable AttributeModel getAddon() {
            return null;
        }

        @Override
        public AttributeModel getAddonOrCreate() {
            return new AttributeModel();
        }
    }
}
