package in.sauda.app.account;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.QuoteRow;
import org.jspecify.annotations.Nullable;

/// One holding and what its cells show. Prices of the watched come live; those of the rest from the broker's book.
public final class HoldingRow {
    static final long UNKNOWN_PRICE = -1;

    final CellValue symbol = new CellValue();
    final CellValue quantity = new CellValue();
    final CellValue t1 = new CellValue();
    final CellValue average = new CellValue();
    final CellValue last = new CellValue();
    final CellValue invested = new CellValue();
    final CellValue value = new CellValue();
    final CellValue dayChange = new CellValue();
    final CellValue dayPercent = new CellValue();
    final CellValue result = new CellValue();
    final CellValue percent = new CellValue();
    private final @Nullable Instrument instrument;
    private final int index;
    private Holding holding;
    private long lastPrice = UNKNOWN_PRICE;
    private long previousClose = UNKNOWN_PRICE;
    private boolean live;

    /// @param instrument null when no master names it
    /// @param index registry index, -1 without an instrument
    HoldingRow(Holding holding, @Nullable Instrument instrument, int index) {
        this.holding = holding;
        this.instrument = instrument;
        this.index = index;
    }

    public @Nullable Instrument instrument() {
        return instrument;
    }

    int index() {
        return index;
    }

    Holding holding() {
        return holding;
    }

    /// Units owned, delivered or not.
    public long units() {
        return holding.quantity() + holding.t1Quantity();
    }

    /// Invested paise, 0 when the average is unknown.
    long investedPaise() {
        return Math.max(0, holding.averagePrice()) * units();
    }

    /// Present value in paise, {@link Paise#UNKNOWN} without a price.
    long valuePaise() {
        return lastPrice > 0 ? lastPrice * units() : Paise.UNKNOWN;
    }

    /// Result in paise; the broker's own figure while there is no price of ours.
    long resultPaise() {
        return lastPrice > 0 ? valuePaise() - investedPaise() : holding.pnlPaise();
    }

    /// Change of the value today, {@link Paise#UNKNOWN} without both prices.
    long dayPaise() {
        return lastPrice > 0 && previousClose > 0 ? (lastPrice - previousClose) * units() : Paise.UNKNOWN;
    }

    void book(Holding next, long nowNanos) {
        holding = next;
        if (!live) {
            lastPrice = next.lastPrice();
            previousClose = next.previousClose();
        }
        show(0, nowNanos);
    }

    void quote(QuoteRow quote, long nowNanos) {
        if (quote.lastPrice() <= 0) {
            return;
        }
        long move = live ? quote.lastPrice() - lastPrice : 0;
        live = true;
        lastPrice = quote.lastPrice();
        previousClose = quote.previousClose() > 0 ? quote.previousClose() : previousClose;
        show(move, nowNanos);
    }

    private void show(long move, long nowNanos) {
        symbol.show(symbolWords(holding.symbol()));
        quantity.show(IndianNumbers.units(holding.quantity()));
        t1.show(
                holding.t1Quantity() == 0 ? IndianNumbers.UNKNOWN : IndianNumbers.units(holding.t1Quantity()),
                Tone.MUTED);
        average.show(price(holding.averagePrice()));
        last.show(price(lastPrice), live ? Tone.NEUTRAL : Tone.MUTED, move, nowNanos);
        invested.show(IndianNumbers.rupees(investedPaise()), Tone.MUTED);
        value.show(Paise.known(valuePaise()) ? IndianNumbers.rupees(valuePaise()) : IndianNumbers.UNKNOWN);
        result(dayChange, dayPaise());
        percent(dayPercent, dayPaise(), previousClose * units());
        result(result, resultPaise());
        percent(percent, resultPaise(), investedPaise());
    }

    private static String symbolWords(String symbol) {
        return symbol.endsWith("-EQ") ? symbol.substring(0, symbol.length() - 3) : symbol;
    }

    private static String price(long price) {
        return price > 0 ? IndianNumbers.price(price, Segment.NSE) : IndianNumbers.UNKNOWN;
    }

    static void result(CellValue cell, long paise) {
        if (!Paise.known(paise)) {
            cell.show(IndianNumbers.UNKNOWN, Tone.MUTED);
            return;
        }
        String arrow = paise > 0 ? "▲ " : paise < 0 ? "▼ " : "";
        cell.show(arrow + IndianNumbers.signedRupees(paise), Tone.ofSign(paise));
    }

    static void percent(CellValue cell, long paise, long basePaise) {
        boolean known = Paise.known(paise) && basePaise > 0;
        cell.show(
                IndianNumbers.percent(known ? 100.0 * paise / basePaise : Double.NaN),
                known ? Tone.ofSign(paise) : Tone.MUTED);
    }
}
