package in.sauda.app.replay;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;

/// One symbol of the recording.
final class ReplayLine {
    final CellValue symbol = new CellValue();
    final CellValue last = new CellValue();
    final CellValue change = new CellValue();
    final CellValue candles = new CellValue();
    final CellValue signals = new CellValue();
    private final Instrument instrument;
    private int raised;

    ReplayLine(Instrument instrument) {
        this.instrument = instrument;
        symbol.show(InstrumentWords.brief(instrument));
    }

    void show(BarSeries minutes) {
        int size = minutes.size();
        candles.show(IndianNumbers.units(size), Tone.MUTED);
        if (size == 0) {
            return;
        }
        long close = minutes.close(size - 1);
        long before = size > 1 ? minutes.close(size - 2) : minutes.open(size - 1);
        last.show(IndianNumbers.price(close, instrument.segment()));
        change.show(IndianNumbers.signedPrice(close - before, instrument.segment()), Tone.ofSign(close - before));
    }

    void raised() {
        raised++;
        signals.show(Integer.toString(raised), Tone.GOOD);
    }

    Instrument instrument() {
        return instrument;
    }
}
