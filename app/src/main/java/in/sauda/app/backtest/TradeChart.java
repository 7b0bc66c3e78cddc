package in.sauda.app.backtest;

import in.sauda.app.chart.ChartContext;
import in.sauda.app.chart.ChartPane;
import in.sauda.app.chart.ChartTheme;
import in.sauda.app.chart.FillMark;
import in.sauda.core.backtest.BacktestTrade;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/// The day of a trade and the one before, with everything the run bought and sold: B and S. FX thread only.
final class TradeChart {
    private static final int BARS = 240;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long WEEK_MILLIS = 7 * DAY_MILLIS;

    private final ChartPane pane;
    private final AnimationTimer pulses = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            pane.pulse(nanos);
        }
    };

    TradeChart(TradingCalendar calendar, ChartTheme theme) {
        pane = new ChartPane(new ChartContext(() -> 0, calendar, theme));
    }

    Node root() {
        return pane;
    }

    void opened(ChartTheme theme) {
        pane.setTheme(theme);
        pulses.start();
    }

    void closed() {
        pulses.stop();
    }

    /// Shows a trade of a run.
    void show(BacktestRun run, BacktestTrade trade) {
        Instrument instrument = trade.instrument();
        run.content().symbols().stream()
                .filter(symbol -> symbol.instrument().equals(instrument))
                .findFirst()
                .ifPresent(symbol -> show(run, trade, symbol));
    }

    private void show(BacktestRun run, BacktestTrade trade, SymbolCandles symbol) {
        long end = IndiaTime.startOfDay(trade.exitMillis()) + DAY_MILLIS;
        CandlePlayer player = new CandlePlayer(_ -> {});
        LiveBarSeries bars = player.track(0, symbol.instrument(), between(symbol.candles(), end - WEEK_MILLIS, end));
        while (player.step()) {
            // The series fills itself.
        }
        pane.show(symbol.instrument(), bars);
        pane.setFills(fills(run, symbol.instrument(), end - WEEK_MILLIS, end));
        pane.showLatestBars(BARS);
    }

    private static CandleArray between(CandleArray all, long from, long to) {
        CandleArray part = new CandleArray();
        for (int i = 0; i < all.size() && all.startMillis(i) < to; i++) {
            if (all.startMillis(i) >= from) {
                part.add(all, i, all.startMillis(i));
            }
        }
        return part;
    }

    private static List<FillMark> fills(BacktestRun run, Instrument instrument, long from, long to) {
        List<FillMark> marks = new ArrayList<>();
        for (BacktestTrade trade : run.result().trades()) {
            if (trade.instrument().equals(instrument) && trade.entryMillis() >= from && trade.exitMillis() < to) {
                marks.add(new FillMark(
                        "in-" + trade.id(), trade.side(), trade.entryPrice(), trade.entryMillis(), trade.quantity()));
                marks.add(new FillMark(
                        "out-" + trade.id(),
                        trade.side().opposite(),
                        trade.exitPrice(),
                        trade.exitMillis(),
                        trade.quantity()));
            }
        }
        return marks;
    }
}
