package in.sauda.app.prices;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.universe.UniverseKind;
import in.sauda.core.view.QuoteRow;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;

/// One streamed instrument and what its cells show.
public final class PriceLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// Rules 6.7: nobody trades on an older price.
    private static final long STALE_SECONDS = 10;

    private final Instrument instrument;
    final CellValue symbol;
    final CellValue segment;
    final CellValue kinds = new CellValue();
    final CellValue last = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue lastTime = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue lastQuantity = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue previousClose = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue change = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue percent = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue updated = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue source = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue age = new CellValue(IndianNumbers.UNKNOWN);
    private long lastPrice;
    private long receivedNanos;

    PriceLine(Instrument instrument) {
        this.instrument = instrument;
        symbol = new CellValue(InstrumentWords.brief(instrument));
        segment = new CellValue(instrument.segment().name());
    }

    public Instrument instrument() {
        return instrument;
    }

    /// True once a price has arrived.
    boolean known() {
        return lastPrice > 0;
    }

    void chosenFor(Set<UniverseKind> reasons) {
        kinds.show(reasons.stream().map(KindWords::of).collect(Collectors.joining(", ")), Tone.MUTED);
    }

    void apply(QuoteRow row, long nowNanos) {
        long move = lastPrice > 0 && row.lastPrice() > 0 ? row.lastPrice() - lastPrice : 0;
        lastPrice = row.lastPrice();
        receivedNanos = row.receivedNanos();
        Tone tone = Tone.ofSign(row.change());
        last.show(QuoteText.price(row.lastPrice(), instrument.segment()), Tone.NEUTRAL, move, nowNanos);
        lastTime.show(time(row.lastTradeMillis()), Tone.MUTED);
        lastQuantity.show(row.lastQuantity() > 0 ? IndianNumbers.units(row.lastQuantity()) : IndianNumbers.UNKNOWN);
        previousClose.show(QuoteText.price(row.previousClose(), instrument.segment()), Tone.MUTED);
        change.show(QuoteText.change(row, instrument.segment()), tone);
        percent.show(QuoteText.percent(row), tone);
        updated.show(time(row.exchangeMillis()), Tone.MUTED);
    }

    /// Says whose price it is and how old.
    void age(String broker, long nowNanos) {
        if (known()) {
            source.show(broker, Tone.MUTED);
            long seconds = Math.max(0, nowNanos - receivedNanos) / 1_000_000_000L;
            boolean old = seconds >= STALE_SECONDS;
            age.show(seconds < 60 ? seconds + " s" : seconds / 60 + " min", old ? Tone.WARNING : Tone.MUTED);
        }
    }

    private static String time(long epochMillis) {
        return epochMillis > 0 ? TIME.format(IndiaTime.time(epochMillis)) : IndianNumbers.UNKNOWN;
    }
}
