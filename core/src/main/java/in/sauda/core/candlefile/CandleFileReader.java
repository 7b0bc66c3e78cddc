package in.sauda.core.candlefile;

import in.sauda.core.candlefile.CandleColumns.Field;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one candle file, plain or gzip, and judges each by itself.
final class CandleFileReader {
    private static final int DECIMALS = Segment.NSE.priceDecimals();
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final @Nullable String mapping;
    private final @Nullable String onlySymbol;
    private final DirtReport dirt;
    private final Stamps stamps = new Stamps();
    private final Map<String, RawSymbol> symbols = new LinkedHashMap<>();
    private long lineNumber;
    private long rows;
    private int cellsOfFirstLine;
    private @Nullable RawSymbol last;

    /// @param mapping the user's columns, or null to recognise the header
    /// @param onlySymbol name of the one symbol of a file without a symbol column, or null to take the file's name
    CandleFileReader(Path file, @Nullable String mapping, @Nullable String onlySymbol, DirtReport dirt) {
        this.file = file;
        this.mapping = mapping;
        this.onlySymbol = onlySymbol;
        this.dirt = dirt;
    }

    /// Rows by symbol, in the order in which the file mentions them.
    Map<String, RawSymbol> read() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(DelimitedRows.unzipped(file), StandardCharsets.UTF_8), BUFFER)) {
            String first = firstLine(reader);
            CandleColumns columns =
                    mapping == null ? CandleColumns.recognise(first) : CandleColumns.mapped(mapping, first);
            Cells cells = new Cells(Cells.delimiter(first));
            cells.cut(first);
            cellsOfFirstLine = cells.count();
            if (!columns.header()) {
                row(cells, columns);
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lineNumber++;
                if (!line.isBlank()) {
                    cells.cut(line);
                    row(cells, columns);
                }
            }
        }
        return symbols;
    }

    private String firstLine(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lineNumber++;
            if (!line.isBlank()) {
                return line;
            }
        }
        throw new CandleFileException("The file " + file + " is empty.");
    }

    /// Rows read, good or bad.
    long rows() {
        return rows;
    }

    private void row(Cells cells, CandleColumns columns) {
        rows++;
        if (cells.count() < columns.needed()) {
            dirt.add(Dirt.UNREADABLE, this::place);
            return;
        }
        if (cells.count() < cellsOfFirstLine) {
            dirt.add(Dirt.SHORT_ROW, this::place);
        }
        long stamp = stamp(cells, columns);
        long open = price(cells, columns, Field.OPEN);
        long high = price(cells, columns, Field.HIGH);
        long low = price(cells, columns, Field.LOW);
        long close = price(cells, columns, Field.CLOSE);
        long volume = volume(cells, columns);
        if (stamp == Cells.UNREADABLE
                || open == Cells.UNREADABLE
                || high == Cells.UNREADABLE
                || low == Cells.UNREADABLE
                || close == Cells.UNREADABLE
                || volume == Cells.UNREADABLE) {
            dirt.add(Dirt.UNREADABLE, this::place);
        } else if (low <= 0 || Math.max(open, close) > high || Math.min(open, close) < low) {
            dirt.add(Dirt.CONTRADICTORY, this::place);
        } else if (volume < -1) {
            dirt.add(Dirt.NEGATIVE_VOLUME, this::place);
        } else {
            marks(cells, columns, stamp, volume);
            RawSymbol symbol = symbol(cells, columns);
            inOrder(symbol, stamp);
            symbol.rows.add(stamp, open, high, low, close, volume);
        }
    }

    private void marks(Cells cells, CandleColumns columns, long stamp, long volume) {
        if (volume < 0) {
            dirt.add(Dirt.NO_VOLUME, this::place);
        }
        if (stamp % 60_000L != 0) {
            dirt.add(Dirt.SECONDS, this::place);
        }
        if (cells.finerThan(columns.place(Field.OPEN), DECIMALS)
                || cells.finerThan(columns.place(Field.HIGH), DECIMALS)
                || cells.finerThan(columns.place(Field.LOW), DECIMALS)
                || cells.finerThan(columns.place(Field.CLOSE), DECIMALS)) {
            dirt.add(Dirt.FINE_PRICE, this::place);
        }
    }

    private void inOrder(RawSymbol symbol, long stamp) {
        int size = symbol.rows.size();
        if (size > 0 && stamp < symbol.rows.startMillis(size - 1)) {
            dirt.add(Dirt.OUT_OF_ORDER, () -> symbol.symbol + " " + Times.minute(stamp));
        }
    }

    private long stamp(Cells cells, CandleColumns columns) {
        Integer joined = columns.find(Field.STAMP);
        return joined != null
                ? stamps.joined(cells, joined)
                : stamps.split(cells, columns.place(Field.DATE), columns.place(Field.TIME));
    }

    private static long price(Cells cells, CandleColumns columns, Field field) {
        return cells.fixed(columns.place(field), DECIMALS);
    }

    /// Units, -1 when the file has none.
    private static long volume(Cells cells, CandleColumns columns) {
        Integer place = columns.find(Field.VOLUME);
        return place == null || cells.blank(place) ? -1 : negativeAsMinusTwo(cells.fixed(place, 0));
    }

    private static long negativeAsMinusTwo(long volume) {
        return volume < 0 && volume != Cells.UNREADABLE ? -2 : volume;
    }

    private RawSymbol symbol(Cells cells, CandleColumns columns) {
        Integer place = columns.find(Field.SYMBOL);
        Integer keyPlace = columns.find(Field.KEY);
        RawSymbol before = last;
        if (before != null && (place == null ? keyPlace == null : cells.is(place, before.symbol))) {
            return before;
        }
        String key = keyPlace == null ? "" : cells.text(keyPlace);
        String name = place != null && !cells.blank(place) ? cells.text(place) : keyPlace != null ? key : nameOfFile();
        RawSymbol found = symbols.computeIfAbsent(name, symbol -> new RawSymbol(symbol, key));
        last = found;
        return found;
    }

    private String nameOfFile() {
        if (onlySymbol != null) {
            return onlySymbol;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String place() {
        return file.getFileName() + " line " + lineNumber;
    }

    /// How minutes are written in reports.
    static final class Times {
        private Times() {}

        static String minute(long millis) {
            return IndiaTime.date(millis) + " " + IndiaTime.time(millis);
        }
    }
}
