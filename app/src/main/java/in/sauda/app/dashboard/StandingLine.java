package in.sauda.app.dashboard;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.QuoteText;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import in.sauda.core.strategy.MomentumReading;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.StandingRow;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One symbol of the dashboard and what its cells show.
final class StandingLine {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    final CellValue symbol = new CellValue();
    final CellValue price = new CellValue();
    final CellValue vwap = new CellValue();
    final CellValue high = new CellValue();
    final CellValue distance = new CellValue();
    final CellValue relativeVolume = new CellValue();
    final CellValue score = new CellValue();
    final CellValue signals = new CellValue();
    final CellValue last = new CellValue();
    final CellValue status = new CellValue();
    final CellValue candle = new CellValue();
    private StandingRow row;

    StandingLine(StandingRow row) {
        this.row = row;
        symbol.show(InstrumentWords.brief(row.instrument()));
        show(row);
        signals(0, 0);
    }

    void show(StandingRow now) {
        row = now;
        Segment segment = now.instrument().segment();
        MomentumReading reading = now.reading();
        if (price.get().text().isEmpty()) {
            price.show(IndianNumbers.price(now.close(), segment));
        }
        boolean above = reading.close() > reading.vwap();
        vwap.show(
                figure("%,.2f", reading.vwap()),
                Double.isNaN(reading.vwap()) ? Tone.MUTED : above ? Tone.UP : Tone.DOWN);
        high.show(IndianNumbers.price(now.dayHigh(), segment));
        distance.show(figure("%.2f %%", reading.distancePercent()));
        relativeVolume.show(figure("%.2f×", reading.relativeVolume()));
        score.show(figure("%.1f", reading.score()));
        status.show(words(now), tone(now));
        candle.show(CLOCK.format(IndiaTime.time(now.candleMillis())), Tone.MUTED);
    }

    /// The live price.
    void quote(@Nullable QuoteRow quote, long nowNanos) {
        if (quote != null && quote.lastPrice() > 0) {
            price.show(
                    QuoteText.price(quote.lastPrice(), row.instrument().segment()),
                    Tone.ofSign(quote.change()),
                    0,
                    nowNanos);
        }
    }

    void signals(int count, long lastMillis) {
        signals.show(count == 0 ? "" : Integer.toString(count));
        last.show(lastMillis == 0 ? "" : CLOCK.format(IndiaTime.time(lastMillis)));
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? IndianNumbers.UNKNOWN : String.format(Locale.ROOT, format, value);
    }

    private static String words(StandingRow row) {
        return row.warm() ? words(row.status()) : "Warming up";
    }

    static String words(MomentumReading.Status status) {
        return switch (status) {
            case SIGNAL -> "▲ Signal";
            case CANDIDATE -> "Candidate";
            case MONITORING -> "Monitoring";
        };
    }

    private static Tone tone(StandingRow row) {
        if (!row.warm()) {
            return Tone.WARNING;
        }
        return switch (row.status()) {
            case SIGNAL -> Tone.GOOD;
            case CANDIDATE -> Tone.WARNING;
            case MONITORING -> Tone.MUTED;
        };
    }

    StandingRow row() {
        return row;
    }

    Instrument instrument() {
        return row.instrument();
    }
}
