package in.sauda.core.replay;

import in.sauda.core.candlefile.CandleFileException;
import in.sauda.core.candlefile.DelimitedRows;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recorded ticks, day by day in the order of {@link DayOrder}, from a CSV file, plain or gzip.
///
/// Known columns: {@code symbol}; {@code timestamp} or {@code exchange_timestamp}; {@code ltp}, {@code
/// last_price} or {@code price}; cumulative {@code cum_volume}, {@code volume_traded} or {@code volume}; {@code
/// file_day}, the day of the recording, which the stamp must agree with. A file without a symbol column is
/// named by its own name up to {@code _ticks}.
public final class TickFile implements AutoCloseable {
    private static final int DECIMALS = Segment.NSE.priceDecimals();

    private final DelimitedRows lines;
    private final String name;
    private final int symbol;
    private final int stamp;
    private final int price;
    private final int volume;
    private final int day;
    private final Map<TickDirt, Long> dirt = new EnumMap<>(TickDirt.class);
    private final DayOrder order = new DayOrder();
    private @Nullable RecordedTick firstOfDay;
    private long rows;

    private TickFile(DelimitedRows lines, String name) {
        this.lines = lines;
        this.name = name;
        symbol = lines.column(List.of("symbol", "trading_symbol", "ticker"));
        stamp = required("timestamp", List.of("exchange_timestamp", "timestamp", "datetime", "ts_ist"));
        price = required("price", List.of("ltp", "last_price", "price"));
        volume = lines.column(List.of("cum_volume", "volume_traded", "volume", "vtt"));
        day = lines.column(List.of("file_day"));
    }

    /// @throws CandleFileException when a necessary column is missing
    public static TickFile open(Path file) throws IOException {
        DelimitedRows lines = DelimitedRows.open(file);
        try {
            return new TickFile(lines, nameOf(file));
        } catch (CandleFileException unusable) {
            lines.close();
            throw unusable;
        }
    }

    /// The next usable tick, or null at the end.
    public @Nullable RecordedTick next() throws IOException {
        RecordedTick tick = order.poll();
        if (tick == null && loadDay()) {
            tick = order.poll();
        }
        return tick;
    }

    /// Takes in the ticks of one more day of the file; false at its end.
    private boolean loadDay() throws IOException {
        order.clear();
        RecordedTick tick = firstOfDay != null ? firstOfDay : usable();
        firstOfDay = null;
        if (tick == null) {
            return false;
        }
        long midnight = IndiaTime.nextMidnight(tick.millis());
        long morning = IndiaTime.startOfDay(tick.millis());
        while (tick != null && tick.millis() < midnight && tick.millis() >= morning) {
            order.add(tick);
            tick = usable();
        }
        firstOfDay = tick;
        return true;
    }

    private @Nullable RecordedTick usable() throws IOException {
        while (lines.next()) {
            rows++;
            RecordedTick tick = new RecordedTick(
                    symbol < 0 || lines.blank(symbol) ? name : lines.text(symbol),
                    lines.stamp(stamp),
                    lines.fixed(price, DECIMALS),
                    volume < 0 || lines.blank(volume) ? -1 : lines.fixed(volume, 0));
            TickDirt wrong = judge(tick);
            if (wrong == null) {
                return tick;
            }
            dirt.merge(wrong, 1L, Long::sum);
        }
        return null;
    }

    private @Nullable TickDirt judge(RecordedTick tick) {
        if (tick.millis() == DelimitedRows.UNREADABLE
                || tick.price() == DelimitedRows.UNREADABLE
                || tick.volume() == DelimitedRows.UNREADABLE) {
            return TickDirt.UNREADABLE;
        }
        if (day >= 0 && !lines.is(day, IndiaTime.date(tick.millis()).toString())) {
            return TickDirt.WRONG_DAY;
        }
        return tick.price() <= 0 ? TickDirt.NO_PRICE : null;
    }

    private int required(String what, List<String> names) {
        int column = lines.column(names);
        if (column < 0) {
            throw new CandleFileException(
                    "No column '" + what + "' was found in the first line of the tick file; known " + "names are "
                            + String.join(", ", names) + ".");
        }
        return column;
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int end = name.indexOf("_ticks");
        int dot = name.indexOf('.');
        return end > 0 ? name.substring(0, end) : dot > 0 ? name.substring(0, dot) : name;
    }

    /// Rows read, good or bad.
    public long rows() {
        return rows;
    }

    public Map<TickDirt, Long> dirt() {
        Map<TickDirt, Long> all = new EnumMap<>(dirt);
        if (order.misplaced() > 0) {
            all.put(TickDirt.MISPLACED, order.misplaced());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
