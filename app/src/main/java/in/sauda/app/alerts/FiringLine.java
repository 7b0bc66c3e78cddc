package in.sauda.app.alerts;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.Optional;

/// One alert that fired, in the history.
public final class FiringLine {
    final CellValue when = new CellValue();
    final CellValue subject = new CellValue();
    final CellValue sentence = new CellValue();
    private final AlertFiring firing;

    FiringLine(AlertFiring firing, LocalDate today) {
        this.firing = firing;
        when.show(AlertLine.moment(firing.atMillis(), today), Tone.MUTED);
        Instrument instrument = firing.instrument();
        subject.show(instrument == null ? "Clock" : instrument.symbol());
        sentence.show(firing.sentence());
    }

    AlertFiring firing() {
        return firing;
    }

    Optional<Instrument> instrument() {
        return Optional.ofNullable(firing.instrument());
    }
}
