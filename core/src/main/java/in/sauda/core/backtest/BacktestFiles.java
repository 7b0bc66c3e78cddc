package in.sauda.core.backtest;

import in.sauda.core.charges.Charges;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Writes {@code signals.csv}, {@code trades.csv}, {@code equity.csv} and {@code report.html}, each complete or not at
/// all. Lines end with a line feed on every system.
public final class BacktestFiles {
    static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int FIGURES = 6;

    private final Path folder;

    /// @param folder made when it is missing
    public BacktestFiles(Path folder) {
        this.folder = folder;
    }

    /// Returns the names of the files written.
    public List<String> write(BacktestParameters parameters, BacktestSummary summary, BacktestResult result)
            throws IOException {
        Files.createDirectories(folder);
        write("signals.csv", signals(result.signals()));
        write("trades.csv", trades(result.trades()));
        write("equity.csv", equity(result.trades(), parameters.plan().capitalPaise()));
        write("report.html", HtmlReport.of(summary.json(), result, parameters.plan()));
        return List.of("signals.csv", "trades.csv", "equity.csv", "report.html");
    }

    private void write(String name, String content) throws IOException {
        Path temporary = folder.resolve(name + ".part");
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public static String signals(List<Signal> signals) {
        StringBuilder text = new StringBuilder("symbol,timestamp,price,vwap,hod,hod_dist,rel_vol,confidence\n");
        for (Signal signal : signals) {
            Instrument instrument = signal.instrument();
            row(
                    text,
                    quoted(instrument.symbol()),
                    BacktestSummary.stamp(signal.candleMillis()),
                    price(instrument, signal.price()),
                    figure(signal.vwap()),
                    price(instrument, signal.dayHigh()),
                    figure(signal.dayHighDistancePercent()),
                    figure(signal.relativeVolume()),
                    figure(signal.confidence()));
        }
        return text.toString();
    }

    static String trades(List<BacktestTrade> trades) {
        StringBuilder text =
                new StringBuilder("trade,symbol,setup,side,signal_time,entry_time,entry_price,quantity,stop,"
                        + "target,exit_time,exit_price,exit_reason,minutes,gross,brokerage,transaction,fund_and_regulator,"
                        + "transaction_tax,stamp,gst,charges,net\n");
        for (BacktestTrade trade : trades) {
            Instrument instrument = trade.instrument();
            Charges charges = trade.charges();
            row(
                    text,
                    trade.id(),
                    quoted(instrument.symbol()),
                    trade.setup(),
                    trade.side(),
                    BacktestSummary.stamp(trade.signalMillis()),
                    BacktestSummary.stamp(trade.entryMillis()),
                    price(instrument, trade.entryPrice()),
                    trade.quantity(),
                    price(instrument, trade.stop()),
                    trade.target() == 0 ? "" : price(instrument, trade.target()),
                    BacktestSummary.stamp(trade.exitMillis()),
                    price(instrument, trade.exitPrice()),
                    trade.exit(),
                    trade.minutes(),
                    paise(trade.grossPaise()),
                    exact(charges.brokerage()),
                    exact(charges.transaction()),
                    exact(charges.investorFund().add(charges.regulator())),
                    exact(charges.transactionTax()),
                    exact(charges.stamp()),
                    exact(charges.goodsAndServicesTax()),
                    paise(trade.chargesPaise()),
                    paise(trade.netPaise()));
        }
        return text.toString();
    }

    static String equity(List<BacktestTrade> trades, long capitalPaise) {
        StringBuilder text = new StringBuilder("timestamp,trade,net,equity,drawdown\n");
        for (Performance.EquityPoint point : Performance.equity(trades, capitalPaise)) {
            row(
                    text,
                    BacktestSummary.stamp(point.trade().exitMillis()),
                    point.trade().id(),
                    paise(point.trade().netPaise()),
                    paise(point.equityPaise()),
                    paise(point.drawdownPaise()));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cells[i]);
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String price(Instrument instrument, long price) {
        return FixedPoint.toRupees(price, instrument.priceDecimals()).toPlainString();
    }

    static String paise(long paise) {
        return BigDecimal.valueOf(paise, 2).toPlainString();
    }

    /// Six decimals; the parts of the charges add up to the total before that is rounded to the paisa.
    private static String exact(BigDecimal amount) {
        return amount.setScale(FIGURES, RoundingMode.HALF_UP).toPlainString();
    }

    private static String figure(double value) {
        return BigDecimal.valueOf(value).setScale(FIGURES, RoundingMode.HALF_UP).toPlainString();
    }
}
