package in.sauda.app.review;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.review.Bucket;
import in.sauda.core.review.Observation;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One signal of the day with what came after it.
final class ReviewLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    final CellValue time = new CellValue();
    final CellValue symbol = new CellValue();
    final CellValue strategy = new CellValue();
    final CellValue price = new CellValue();
    final CellValue after5 = new CellValue();
    final CellValue after15 = new CellValue();
    final CellValue change = new CellValue();
    final CellValue volume = new CellValue();
    final CellValue outcome = new CellValue();
    final CellValue classification = new CellValue();
    final CellValue notes = new CellValue();
    private Observation observation;

    ReviewLine(Observation observation) {
        this.observation = observation;
        show(observation);
    }

    void show(Observation now) {
        observation = now;
        Signal signal = now.signal();
        Segment segment = signal.instrument().segment();
        time.show(CLOCK.format(IndiaTime.time(signal.candleMillis())), Tone.MUTED);
        symbol.show(InstrumentWords.brief(signal.instrument()));
        strategy.show(signal.strategy(), Tone.MUTED);
        price.show(IndianNumbers.price(signal.price(), segment));
        after5.show(
                now.after5() == null
                        ? IndianNumbers.UNKNOWN
                        : IndianNumbers.price(now.after5().close(), segment));
        after15.show(
                now.after15() == null
                        ? IndianNumbers.UNKNOWN
                        : IndianNumbers.price(now.after15().close(), segment));
        change.show(percent(now.changePercent()), tone(now.changePercent()));
        volume.show(percent(now.volumeChangePercent()), now.surge() ? Tone.GOOD : Tone.NEUTRAL);
        outcome.show(now.bucket() + "  " + now.outcome().label(), tone(now.bucket()));
        classification.show(now.notes().classification());
        notes.show(now.notes().notes(), Tone.MUTED);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? IndianNumbers.UNKNOWN : String.format(Locale.ROOT, "%+.2f %%", value);
    }

    private static Tone tone(double change) {
        return Double.isNaN(change) ? Tone.MUTED : Tone.ofSign(Math.round(change * 100));
    }

    private static Tone tone(Bucket bucket) {
        return switch (bucket) {
            case A, B -> Tone.GOOD;
            case C -> Tone.WARNING;
            case D -> Tone.DANGER;
            case U -> Tone.MUTED;
        };
    }

    Observation observation() {
        return observation;
    }
}
