package in.sauda.app.signals;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One signal and what its cells show.
public final class SignalRow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Signal signal;
    private final Lane lane;
    final CellValue time = new CellValue();
    final CellValue contract = new CellValue();
    final CellValue type = new CellValue();
    final CellValue confidence = new CellValue();
    final CellValue price = new CellValue();
    final CellValue laneName = new CellValue();
    final CellValue vwap = new CellValue();
    final CellValue distance = new CellValue();
    final CellValue legacy = new CellValue();
    final CellValue relativeVolume = new CellValue();
    final CellValue entry = new CellValue();
    final CellValue stop = new CellValue();
    final CellValue reason = new CellValue();

    /// @param lane what the signal leads to
    public SignalRow(Signal signal, Lane lane) {
        this.signal = signal;
        this.lane = lane;
        Segment segment = signal.instrument().segment();
        time.show(TIME.format(IndiaTime.time(signal.raisedMillis())), Tone.MUTED);
        contract.show(InstrumentWords.brief(signal.instrument()));
        boolean buy = side(signal) == Side.BUY;
        type.show((buy ? "▲ " : "▼ ") + words(signal.type()), buy ? Tone.UP : Tone.DOWN);
        confidence.show(Math.round(signal.confidence() * 100) + " %");
        price.show(IndianNumbers.price(signal.price(), segment));
        laneName.show(lane.title(), lane == Lane.CONFIRM ? Tone.NEUTRAL : Tone.MUTED);
        vwap.show(number("%,.2f", signal.vwap()));
        distance.show(number("%.2f %%", signal.dayHighDistancePercent()));
        legacy.show(number("%.0f %%", signal.legacyConfidence() * 100), Tone.MUTED);
        relativeVolume.show(number("%.1f×", signal.relativeVolume()));
        entry.show(signal.entryHint());
        stop.show(signal.stopHint());
        reason.show(signal.reason(), Tone.MUTED);
    }

    /// A dash where a strategy has no such number.
    private static String number(String format, double value) {
        return Double.isNaN(value) ? IndianNumbers.UNKNOWN : String.format(Locale.ROOT, format, value);
    }

    public Signal signal() {
        return signal;
    }

    /// True when its strategy's lane lets it become an order.
    boolean orderable() {
        return lane == Lane.CONFIRM;
    }

    /// Which way the signal points; the type's last word says it.
    public static Side side(Signal signal) {
        return signal.type().endsWith("SHORT") ? Side.SELL : Side.BUY;
    }

    private static String words(String type) {
        String words = type.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
