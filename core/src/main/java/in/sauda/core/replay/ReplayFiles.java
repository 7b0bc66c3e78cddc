package in.sauda.core.replay;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Candles as CSV in the fixed schema of the notes, with their flags (rules 12.3).
public final class ReplayFiles {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String HEADER = "symbol,exchange,timestamp,open,high,low,close,volume,flags\n";

    private ReplayFiles() {}

    /// All one-minute candles of a replay, symbol by symbol.
    public static String candles(TickReplay replay) {
        return candles(replay.instruments(), instrument -> {
            LiveBarSeries series = replay.candles(instrument.symbol());
            return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
        });
    }

    /// Candles of these instruments, oldest first, instrument by instrument.
    public static String candles(List<Instrument> instruments, Function<Instrument, List<Candle>> candles) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Instrument instrument : instruments) {
            candles.apply(instrument).forEach(candle -> line(text, instrument, candle));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Instrument instrument, Candle candle) {
        text.append(instrument.symbol())
                .append(',')
                .append(instrument.segment().exchange())
                .append(',')
                .append(IndiaTime.date(candle.startMillis()))
                .append('T')
                .append(IndiaTime.time(candle.startMillis()).format(SECONDS))
                .append("+05:30");
        for (long price : new long[] {candle.open(), candle.high(), candle.low(), candle.close()}) {
            text.append(',').append(FixedPoint.toRupees(price, instrument.priceDecimals()));
        }
        text.append(',').append(candle.volume() < 0 ? "" : candle.volume());
        text.append(',').append(flags(candle)).append('\n');
    }

    private static String flags(Candle candle) {
        List<String> names = new ArrayList<>();
        if (candle.has(Candle.PARTIAL)) {
            names.add("PARTIAL");
        }
        if (candle.has(Candle.REVISED)) {
            names.add("REVISED");
        }
        if (candle.has(Candle.HISTORY)) {
            names.add("HISTORY");
        }
        if (candle.has(Candle.SPIKE)) {
            names.add("SPIKE");
        }
        if (candle.has(Candle.PATCHED)) {
            names.add("PATCHED");
        }
        if (candle.has(Candle.FINAL)) {
            names.add("FINAL");
        }
        return String.join(" ", names);
    }
}
