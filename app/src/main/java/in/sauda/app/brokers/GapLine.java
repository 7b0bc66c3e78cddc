package in.sauda.app.brokers;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.InstrumentWords;

/// One instrument whose prices differ.
final class GapLine {
    final CellValue symbol;
    final CellValue segment;
    final CellValue first;
    final CellValue second;
    final CellValue apart = new CellValue();
    final CellValue since;

    GapLine(BrokerBoard.Gap gap) {
        symbol = new CellValue(InstrumentWords.brief(gap.instrument()));
        segment = new CellValue(gap.instrument().segment().name());
        first = new CellValue(QuoteText.price(gap.first(), gap.instrument().segment()));
        second = new CellValue(QuoteText.price(gap.second(), gap.instrument().segment()));
        apart.show(
                IndianNumbers.signedPrice(
                        gap.second() - gap.first(), gap.instrument().segment()),
                Tone.WARNING);
        since = new CellValue(gap.nanos() / 1_000_000_000L + " s");
    }
}
