package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.chart.BarLegend.Item;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import org.junit.jupiter.api.Test;

class BarLegendTest {
    private final WalkSeries series = new WalkSeries(Timeframe.M1, 1);
    private final BarLegend legend = new BarLegend(new PriceText(2));

    BarLegendTest() {
        series.append(new Candle(0, 12_345_600, 12_350_000, 12_340_000, 12_345_670, 456_000, 0));
        series.append(new Candle(60_000, 12_345_700, 12_345_700, 12_330_000, 12_333_324, 950, 0));
    }

    @Test
    void showsTheBarInIndianDigits() {
        legend.update(series, 0, true);
        assertThat(legend.text(Item.OPEN)).isEqualTo("1,23,456.00");
        assertThat(legend.text(Item.HIGH)).isEqualTo("1,23,500.00");
        assertThat(legend.text(Item.LOW)).isEqualTo("1,23,400.00");
        assertThat(legend.text(Item.CLOSE)).isEqualTo("1,23,456.70");
        assertThat(legend.text(Item.VOLUME)).isEqualTo("4.56 L");
        assertThat(legend.text(Item.VWAP)).isEqualTo("1,23,452.23");
    }

    @Test
    void comparesWithTheCloseOfTheBarBefore() {
        legend.update(series, 0, true);
        legend.update(series, 1, true);
        assertThat(legend.text(Item.CHANGE)).isEqualTo("−123.46 (−0.10%)");
    }

    @Test
    void leavesOutVolumeWhereThereIsNone() {
        legend.update(series, 1, false);
        assertThat(legend.text(Item.VOLUME)).isEmpty();
        series.append(new Candle(120_000, 1, 1, 1, 1, -1, 0));
        legend.update(series, 2, true);
        assertThat(legend.text(Item.VOLUME)).isEmpty();
    }

    @Test
    void saysWhereTheBarComesFrom() {
        legend.update(series, 0, true);
        assertThat(legend.text(Item.SOURCE)).isEqualTo("ticks");
        series.append(new Candle(120_000, 1, 1, 1, 1, 1, Candle.HISTORY | Candle.PATCHED | Candle.FINAL));
        legend.update(series, 2, true);
        assertThat(legend.text(Item.SOURCE)).isEqualTo("patched, final");
        series.append(new Candle(180_000, 1, 1, 1, 1, 1, Candle.PARTIAL | Candle.SPIKE));
        legend.update(series, 3, true);
        assertThat(legend.text(Item.SOURCE)).isEqualTo("ticks, incomplete, spike");
    }

    @Test
    void leavesOutAnUndefinedVwap() {
        WalkSeries index = new WalkSeries(Timeframe.M1, 1);
        index.append(new Candle(0, 100, 110, 90, 105, -1, 0));
        legend.update(index, 0, true);
        assertThat(legend.text(Item.VWAP)).isEmpty();
    }
}
