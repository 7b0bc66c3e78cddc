package in.sauda.app.truth;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Tone;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleGaps;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.MinuteDifference;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A gap, or a minute of which ours and the broker's differed.
///
/// @param startMillis orders the lines
record MinuteLine(long startMillis, CellValue time, CellValue what, CellValue ours, CellValue theirs) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long MINUTE_MILLIS = 60_000L;

    static MinuteLine of(CandleGaps.Gap gap, boolean proven) {
        String from = CLOCK.format(IndiaTime.time(gap.fromMillis()));
        String to = CLOCK.format(IndiaTime.time(gap.fromMillis() + (gap.minutes() - 1) * MINUTE_MILLIS));
        CellValue what = new CellValue();
        what.show(
                (gap.minutes() == 1 ? "no candle" : gap.minutes() + " without a candle")
                        + (proven ? ", nor at the broker" : ""),
                proven ? Tone.MUTED : Tone.WARNING);
        return new MinuteLine(
                gap.fromMillis(),
                new CellValue(gap.minutes() == 1 ? from : from + "–" + to),
                what,
                new CellValue(),
                new CellValue());
    }

    static MinuteLine of(MinuteDifference minute, Segment segment) {
        CellValue what = new CellValue();
        what.show(minute.kind().words(), minute.kind().mismatch() ? Tone.DANGER : Tone.NEUTRAL);
        return new MinuteLine(
                minute.startMillis(),
                new CellValue(CLOCK.format(IndiaTime.time(minute.startMillis()))),
                what,
                new CellValue(words(minute.ours(), segment)),
                new CellValue(words(minute.theirs(), segment)));
    }

    private static String words(@Nullable Candle candle, Segment segment) {
        if (candle == null) {
            return "–";
        }
        return String.join(
                        "  ",
                        IndianNumbers.price(candle.open(), segment),
                        IndianNumbers.price(candle.high(), segment),
                        IndianNumbers.price(candle.low(), segment),
                        IndianNumbers.price(candle.close(), segment))
                + (candle.volume() < 0 ? "" : "  · " + IndianNumbers.compact(candle.volume()));
    }
}
