package in.sauda.app.backtest;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.backtest.BacktestTrade;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One trade of a run and what its cells show.
public final class TradeLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    final CellValue day = new CellValue();
    final CellValue entered = new CellValue();
    final CellValue left = new CellValue();
    final CellValue symbol = new CellValue();
    final CellValue side = new CellValue();
    final CellValue quantity = new CellValue();
    final CellValue entry = new CellValue();
    final CellValue exit = new CellValue();
    final CellValue reason = new CellValue();
    final CellValue gross = new CellValue();
    final CellValue charges = new CellValue();
    final CellValue net = new CellValue();
    private final BacktestTrade trade;

    TradeLine(BacktestTrade trade) {
        this.trade = trade;
        Segment segment = trade.instrument().segment();
        day.show(IndiaTime.date(trade.entryMillis()).toString(), Tone.MUTED);
        entered.show(time(trade.entryMillis()));
        left.show(time(trade.exitMillis()));
        symbol.show(trade.instrument().symbol());
        side.show(trade.side() == Side.BUY ? "Buy" : "Sell", trade.side() == Side.BUY ? Tone.BUY : Tone.SELL);
        quantity.show(IndianNumbers.units(trade.quantity()));
        entry.show(IndianNumbers.price(trade.entryPrice(), segment));
        exit.show(IndianNumbers.price(trade.exitPrice(), segment));
        reason.show(words(trade), Tone.MUTED);
        gross.show(IndianNumbers.signedRupees(trade.grossPaise()));
        charges.show(IndianNumbers.rupees(trade.chargesPaise()), Tone.MUTED);
        net.show(IndianNumbers.signedRupees(trade.netPaise()), Tone.ofSign(trade.netPaise()));
    }

    BacktestTrade trade() {
        return trade;
    }

    private static String time(long millis) {
        return TIME.format(IndiaTime.time(millis));
    }

    private static String words(BacktestTrade trade) {
        String name = trade.exit().name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return name + ", " + trade.minutes() + " min";
    }
}
