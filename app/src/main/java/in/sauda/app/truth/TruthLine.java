package in.sauda.app.truth;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.DayMinutes;
import in.sauda.core.truth.DayParity;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One instrument's day.
final class TruthLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    final CellValue symbol;
    final CellValue state = new CellValue();
    final CellValue missing = new CellValue();
    final CellValue partial = new CellValue();
    final CellValue ticks = new CellValue();
    final CellValue history = new CellValue();
    final CellValue patched = new CellValue();
    final CellValue revised = new CellValue();
    final CellValue spikes = new CellValue();
    final CellValue finals = new CellValue();
    final CellValue compared = new CellValue();
    final CellValue prices = new CellValue();
    final CellValue volumes = new CellValue();
    final CellValue worstPrice = new CellValue();
    final CellValue worstVolume = new CellValue();
    final CellValue checked = new CellValue();
    private final Instrument instrument;
    private Found found;

    /// What is known of the day.
    record Found(
            Instrument instrument,
            DayMinutes minutes,
            @Nullable DayParity parity) {
        TruthState state() {
            return TruthState.of(minutes, parity);
        }
    }

    TruthLine(Found found) {
        this.found = found;
        instrument = found.instrument();
        symbol = new CellValue(InstrumentWords.brief(instrument));
        show(found);
    }

    Instrument instrument() {
        return instrument;
    }

    Found found() {
        return found;
    }

    void show(Found now) {
        found = now;
        DayMinutes minutes = now.minutes();
        boolean proven = now.state() == TruthState.AGREES || now.state() == TruthState.MENDED;
        state.show(now.state().words(), now.state().tone());
        count(missing, minutes.missing(), proven ? Tone.MUTED : Tone.WARNING);
        count(partial, minutes.partial(), Tone.WARNING);
        count(ticks, minutes.ticks(), Tone.NEUTRAL);
        count(history, minutes.history(), Tone.NEUTRAL);
        count(patched, minutes.patched(), Tone.NEUTRAL);
        count(revised, minutes.revised(), Tone.NEUTRAL);
        count(spikes, minutes.spikes(), Tone.WARNING);
        count(finals, minutes.finals(), Tone.NEUTRAL);
        parity(now.parity());
    }

    private void parity(@Nullable DayParity parity) {
        boolean read = parity != null && parity.failure().isEmpty();
        DayParity day = read ? Objects.requireNonNull(parity) : null;
        compared.show(day == null ? "" : IndianNumbers.units(day.compared()));
        count(prices, day == null ? -1 : day.prices() + day.extra(), Tone.DANGER);
        count(volumes, day == null ? -1 : day.volumes(), Tone.DANGER);
        worstPrice.show(
                day == null || day.worstPrice() == 0
                        ? ""
                        : IndianNumbers.price(day.worstPrice(), instrument.segment()));
        worstVolume.show(
                day == null || day.worstVolumePercent() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.1f %%", day.worstVolumePercent()));
        checked.show(parity == null ? "" : CLOCK.format(IndiaTime.time(parity.checkedMillis())), Tone.MUTED);
    }

    private static void count(CellValue cell, int count, Tone tone) {
        cell.show(count < 0 ? "" : IndianNumbers.units(count), count == 0 ? Tone.MUTED : tone);
    }
}
