package in.sauda.app.brokers;

import in.sauda.app.fx.CellValue;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;

/// One contract that two lists do not agree on.
final class MappingLine {
    private final MappingGroup group;
    private final Instrument instrument;
    final CellValue what;
    final CellValue symbol;
    final CellValue segment;
    final CellValue token;
    final CellValue first;
    final CellValue second;

    MappingLine(MappingGroup group, Instrument instrument, String first, String second) {
        this.group = group;
        this.instrument = instrument;
        what = new CellValue(group.words());
        symbol = new CellValue(InstrumentWords.brief(instrument));
        segment = new CellValue(instrument.segment().name());
        token = new CellValue(instrument.token());
        this.first = new CellValue(first.isEmpty() ? IndianNumbers.UNKNOWN : first);
        this.second = new CellValue(second.isEmpty() ? IndianNumbers.UNKNOWN : second);
    }

    MappingGroup group() {
        return group;
    }

    Instrument instrument() {
        return instrument;
    }
}
