package in.sauda.app.watchlist;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.view.QuoteRow;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// One watched instrument and what its cells show.
public final class WatchRow {
    /// A price older than this during continuous trading is shown as stale.
    static final long STALE_NANOS = 10_000_000_000L;

    private final Instrument instrument;
    private final Segment segment;
    final CellValue symbol;
    final CellValue last = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue change = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue percent = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue volume = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue bid = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue ask = new CellValue(IndianNumbers.UNKNOWN);
    final CellValue age = new CellValue(IndianNumbers.UNKNOWN);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private @Nullable QuoteRow quote;
    private String source = "";
    private String ageText = "";

    WatchRow(Instrument instrument) {
        this.instrument = instrument;
        segment = instrument.segment();
        symbol = new CellValue(InstrumentWords.brief(instrument));
    }

    public Instrument instrument() {
        return instrument;
    }

    /// The row published last, null before the first one.
    public @Nullable QuoteRow quote() {
        return quote;
    }

    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    void apply(QuoteRow next, long nowNanos) {
        QuoteRow former = quote;
        quote = next;
        Tone tone = Tone.ofSign(next.change());
        last.show(
                price(next.lastPrice()),
                Tone.NEUTRAL,
                move(former == null ? 0 : former.lastPrice(), next.lastPrice()),
                nowNanos);
        change.show(QuoteText.change(next, segment), tone);
        percent.show(QuoteText.percent(next), tone);
        volume.show(volumeText(next.volume()));
        bid.show(price(next.bid()), Tone.NEUTRAL, move(former == null ? 0 : former.bid(), next.bid()), nowNanos);
        ask.show(price(next.ask()), Tone.NEUTRAL, move(former == null ? 0 : former.ask(), next.ask()), nowNanos);
        age(nowNanos, false);
    }

    /// Whose price it is, where there are two brokers; empty where there is one.
    void from(String broker) {
        source = broker;
    }

    /// Whose price it is and how old, in words; empty before the first one.
    String provenance() {
        String old = ageText.isEmpty() ? "" : ageText + " old";
        return source.isEmpty() || old.isEmpty() ? old : source + "'s price, " + old;
    }

    /// Brings the age up to date.
    ///
    /// @param continuous whether prices are expected to move at all
    void age(long nowNanos, boolean continuous) {
        if (quote == null) {
            return;
        }
        long ageNanos = Math.max(0, nowNanos - quote.receivedNanos());
        boolean old = continuous && ageNanos > STALE_NANOS;
        stale.set(old);
        String whose = source.isEmpty() ? "" : source.charAt(0) + " ";
        ageText = Ages.text(ageNanos);
        age.show(whose + ageText, old ? Tone.WARNING : Tone.MUTED);
    }

    private static long move(long former, long next) {
        return former > 0 && next > 0 ? next - former : 0;
    }

    private String price(long price) {
        return QuoteText.price(price, segment);
    }

    /// An index is computed, not traded: brokers send 0 for it, which would read as a day without a trade.
    private String volumeText(long units) {
        return instrument.index() || units == MarketEvent.UNKNOWN
                ? IndianNumbers.UNKNOWN
                : IndianNumbers.compact(units);
    }
}
