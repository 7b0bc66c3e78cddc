package in.sauda.bench.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.indicators.SmoothedAverage;

/// The crossing rule on our engine: bars played minute by minute, session VWAP of the series, incremental averages.
final class OwnCross {
    private final SmoothedAverage fast = SmoothedAverage.ema(9);
    private final SmoothedAverage slow = SmoothedAverage.ema(21);
    private boolean above;
    private boolean in;
    private int entries;

    private OwnCross() {}

    static int run(SymbolCandles symbol) {
        OwnCross rule = new OwnCross();
        CandlePlayer player = new CandlePlayer(rule::onClosed);
        var _ = player.track(0, symbol.instrument(), symbol.candles());
        while (player.step()) {
            // Everything happens in onClosed.
        }
        return rule.entries;
    }

    private void onClosed(CandleBatch batch) {
        LiveBarSeries series = batch.series(0);
        int bar = batch.bar(0);
        double close = series.close(bar) / 100.0;
        fast.add(close);
        slow.add(close);
        boolean nowAbove = fast.value() > slow.value();
        if (bar >= 21) {
            if (in && above && !nowAbove) {
                in = false;
            } else if (!in && !above && nowAbove && close > series.vwap(bar)) {
                in = true;
                entries++;
            }
        }
        above = nowAbove;
    }
}
