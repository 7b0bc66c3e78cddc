package in.sauda.core.candlefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which column of a candle file holds what.
public final class CandleColumns {
    /// What a candle file may hold, and the names under which data sets are known to hold it.
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    public enum Field {
        KEY("instrument_key", "key"),
        SYMBOL("symbol", "trading_symbol", "tradingsymbol", "ticker", "scrip", "name"),
        STAMP("timestamp", "datetime", "date_time", "ts_ist", "ts", "bar_start", "start"),
        DATE("date", "day"),
        TIME("time"),
        OPEN("open", "o"),
        HIGH("high", "h"),
        LOW("low", "l"),
        CLOSE("close", "c"),
        VOLUME("volume", "vol", "v");

        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    private final Map<Field, Integer> places;
    private final boolean header;

    private CandleColumns(Map<Field, Integer> places, boolean header) {
        this.places = places;
        this.header = header;
    }

    /// Recognises a header line.
    ///
    /// @throws CandleFileException when a necessary column is missing
    static CandleColumns recognise(String headerLine) {
        List<String> names = cells(headerLine);
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            for (String name : field.names) {
                if (!places.containsKey(field) && names.contains(name)) {
                    places.put(field, names.indexOf(name));
                }
            }
        }
        return new CandleColumns(places, true).complete(headerLine);
    }

    /// Reads the user's own mapping: {@code symbol,date,time,open,high,low,close,volume,-} in the file's order, or
    /// {@code timestamp=dt,open=o,…} with header names or column numbers from 1.
    ///
    /// @param firstLine of the file, to find names and to see whether it is a header
    static CandleColumns mapped(String mapping, String firstLine) {
        List<String> first = cells(firstLine);
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        List<String> parts =
                Arrays.stream(mapping.split(",", -1)).map(String::strip).toList();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            int sign = part.indexOf('=');
            if (sign >= 0) {
                places.put(field(part.substring(0, sign)), place(part.substring(sign + 1), first));
            } else if (!part.isEmpty() && !part.equals("-")) {
                places.put(field(part), i);
            }
        }
        CandleColumns columns = new CandleColumns(places, true).complete(firstLine);
        Cells cells = new Cells(Cells.delimiter(firstLine));
        cells.cut(firstLine);
        boolean numbers = cells.fixed(columns.place(Field.CLOSE), 2) != Cells.UNREADABLE;
        return new CandleColumns(places, !numbers);
    }

    private static Field field(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (Field field : Field.values()) {
            if (field.names.contains(wanted)) {
                return field;
            }
        }
        throw new CandleFileException("--columns does not know '" + name
                + "'; it knows symbol, timestamp, date, time, open, high, low, close, volume, and - for the rest.");
    }

    private static int place(String text, List<String> first) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        int named = first.indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(wanted) - 1;
        }
        throw new CandleFileException(
                "--columns names the column '" + text + "', but the file begins with: " + String.join(",", first));
    }

    private static List<String> cells(String line) {
        Cells cells = new Cells(Cells.delimiter(line));
        cells.cut(line);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            names.add(cells.text(i).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private CandleColumns complete(String line) {
        if (!places.containsKey(Field.STAMP)) {
            joinedStamp(Field.DATE, Field.TIME);
            joinedStamp(Field.TIME, Field.DATE);
        }
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)) {
            require(places.containsKey(field), field.names.getFirst(), line);
        }
        require(places.containsKey(Field.STAMP) || places.containsKey(Field.DATE), "timestamp", line);
        return this;
    }

    /// A lone date or time column holds both.
    private void joinedStamp(Field lone, Field missing) {
        Integer place = places.get(lone);
        if (place != null && !places.containsKey(missing) && !places.containsKey(Field.STAMP)) {
            places.remove(lone);
            places.put(Field.STAMP, place);
        }
    }

    private static void require(boolean present, String name, String line) {
        if (!present) {
            throw new CandleFileException("No column '" + name + "' was found in the first line '" + shortened(line)
                    + "'. Say which column is what with --columns, e.g. symbol,date,time,open,high,low,close,volume,-");
        }
    }

    private static String shortened(String line) {
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    /// Index of a column that must be there.
    int place(Field field) {
        return Objects.requireNonNull(places.get(field));
    }

    /// Index of a column, or null.
    @Nullable
    Integer find(Field field) {
        return places.get(field);
    }

    /// True when the first line names the columns.
    boolean header() {
        return header;
    }

    /// Cells a line must have to be read: up to the last column of the price.
    int needed() {
        return places.entrySet().stream()
                        .filter(entry -> entry.getKey() != Field.VOLUME)
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0)
                + 1;
    }
}
