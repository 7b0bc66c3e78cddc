package in.sauda.app.positions;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.view.PositionRow;

/// One position and what its cells show.
public final class PositionLine {
    final CellValue contract = new CellValue();
    final CellValue product = new CellValue();
    final CellValue mode = new CellValue();
    final CellValue broker = new CellValue();
    final CellValue net = new CellValue();
    final CellValue average = new CellValue();
    final CellValue last = new CellValue();
    final CellValue open = new CellValue();
    final CellValue booked = new CellValue();
    final CellValue total = new CellValue();
    private PositionRow position;

    PositionLine(PositionRow position, String brokerName, long nowNanos) {
        this.position = position;
        apply(position, brokerName, nowNanos);
    }

    public PositionRow position() {
        return position;
    }

    public boolean closed() {
        return position.netQuantity() == 0;
    }

    /// @param brokerName where it is held, for people
    void apply(PositionRow next, String brokerName, long nowNanos) {
        long move = next.lastPrice() - position.lastPrice();
        position = next;
        Segment segment = next.instrument().segment();
        contract.show(InstrumentWords.brief(next.instrument()), closed() ? Tone.MUTED : Tone.NEUTRAL);
        product.show(next.product().words(), Tone.MUTED);
        mode.show(next.mode().name(), Tone.MUTED);
        broker.show(brokerName, Tone.MUTED);
        net.show(
                signedUnits(next.netQuantity()), closed() ? Tone.MUTED : next.netQuantity() > 0 ? Tone.BUY : Tone.SELL);
        average.show(closed() ? IndianNumbers.UNKNOWN : IndianNumbers.price(next.averagePrice(), segment));
        last.show(
                next.lastPrice() > 0 ? IndianNumbers.price(next.lastPrice(), segment) : IndianNumbers.UNKNOWN,
                Tone.NEUTRAL,
                move,
                nowNanos);
        result(open, next.unrealisedPaise());
        result(booked, next.realisedPaise());
        result(total, next.realisedPaise() + next.unrealisedPaise());
    }

    static void result(CellValue cell, long paise) {
        String arrow = paise > 0 ? "▲ " : paise < 0 ? "▼ " : "";
        cell.show(arrow + IndianNumbers.signedRupees(paise), Tone.ofSign(paise));
    }

    private static String signedUnits(long units) {
        return units > 0 ? "+" + IndianNumbers.units(units) : IndianNumbers.units(units);
    }
}
