package in.sauda.app.lists;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.universe.DailyFacts;
import in.sauda.core.view.QuoteRow;
import java.math.BigDecimal;

/// One member of a list and what its cells show.
public final class MemberLine {
    final CellValue symbol = new CellValue();
    final CellValue words = new CellValue();
    final CellValue last = new CellValue();
    final CellValue change = new CellValue();
    final CellValue volume = new CellValue();
    final CellValue industry = new CellValue();
    final CellValue value = new CellValue();
    final CellValue fiveDays = new CellValue();
    private final Instrument instrument;

    MemberLine(Instrument instrument, String industryName) {
        this.instrument = instrument;
        symbol.show(instrument.symbol());
        words.show(InstrumentWords.full(instrument), Tone.MUTED);
        industry.show(industryName, Tone.MUTED);
    }

    Instrument instrument() {
        return instrument;
    }

    void apply(QuoteRow row, long nowNanos) {
        last.show(QuoteText.price(row.lastPrice(), instrument.segment()), Tone.NEUTRAL, row.change(), nowNanos);
        change.show(QuoteText.percent(row), Tone.ofSign(row.change()));
        volume.show(row.volume() < 0 ? IndianNumbers.UNKNOWN : IndianNumbers.compact(row.volume()));
    }

    void facts(DailyFacts days) {
        value.show(number(days.averageValueCrore(), " Cr"));
        fiveDays.show(number(days.fiveDayChangePercent(), " %"), Tone.ofSign((long) days.fiveDayChangePercent()));
    }

    private static String number(double value, String unit) {
        if (!Double.isFinite(value)) {
            return IndianNumbers.UNKNOWN;
        }
        String digits = IndianNumbers.decimal(BigDecimal.valueOf(Math.abs(value)), 2);
        return (value < 0 ? String.valueOf(IndianNumbers.MINUS) : "") + digits + unit;
    }
}
