package in.sauda.app.signals;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One signal and what its cells show.
public final class SignalRow {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Signal signal;
    final CellValue time = new CellValue();
    final CellValue contract = new CellValue();
    final CellValue type = new CellValue();
    final CellValue confidence = new CellValue();
    final CellValue price = new CellValue();
    final CellValue relativeVolume = new CellValue();
    final CellValue entry = new CellValue();
    final CellValue stop = new CellValue();
    final CellValue reason = new CellValue();

    SignalRow(Signal signal) {
        this.signal = signal;
        Segment segment = signal.instrument().segment();
        time.show(TIME.format(IndiaTime.time(signal.raisedMillis())), Tone.MUTED);
        contract.show(InstrumentWords.brief(signal.instrument()));
        boolean buy = side(signal) == Side.BUY;
        type.show((buy ? "▲ " : "▼ ") + words(signal.type()), buy ? Tone.UP : Tone.DOWN);
        confidence.show(Math.round(signal.confidence() * 100) + " %");
        price.show(IndianNumbers.price(signal.price(), segment));
        relativeVolume.show(String.format(Locale.ROOT, "%.1f×", signal.relativeVolume()));
        entry.show(signal.entryHint());
        stop.show(signal.stopHint());
        reason.show(signal.reason(), Tone.MUTED);
    }

    public Signal signal() {
        return signal;
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
