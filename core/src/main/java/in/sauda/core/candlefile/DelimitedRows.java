package in.sauda.core.candlefile;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The rows of a delimited file with a header, plain or gzip, one at a time.
public final class DelimitedRows implements AutoCloseable {
    /// What a number or a stamp that cannot be read becomes.
    public static final long UNREADABLE = Cells.UNREADABLE;

    private static final int BUFFER = 1 << 16;

    private final BufferedReader reader;
    private final Cells cells;
    private final Stamps stamps = new Stamps();
    private final List<String> header;

    private DelimitedRows(BufferedReader reader, String first) {
        this.reader = reader;
        this.cells = new Cells(Cells.delimiter(first));
        cells.cut(first);
        header = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            header.add(cells.text(i).toLowerCase(Locale.ROOT));
        }
    }

    /// @throws CandleFileException when the file is empty
    public static DelimitedRows open(Path file) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(unzipped(file), StandardCharsets.UTF_8), BUFFER);
        String first = reader.readLine();
        if (first == null) {
            reader.close();
            throw new CandleFileException("The file " + file + " is empty.");
        }
        return new DelimitedRows(reader, first);
    }

    /// The file's content; gzip is recognised by its first bytes, not by its name.
    static InputStream unzipped(Path file) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        stream.mark(2);
        boolean zipped = stream.read() == 0x1f && stream.read() == 0x8b;
        stream.reset();
        return zipped ? new GZIPInputStream(stream, BUFFER) : stream;
    }

    /// Column of the first of these names that the header has, -1 when it has none.
    public int column(List<String> names) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    /// Goes on to the next row that is not blank; false at the end.
    public boolean next() throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                cells.cut(line);
                return true;
            }
        }
        return false;
    }

    public boolean blank(int column) {
        return cells.blank(column);
    }

    public boolean is(int column, String text) {
        return !cells.blank(column) && cells.is(column, text);
    }

    public String text(int column) {
        return cells.text(column);
    }

    /// A decimal number as fixed-point, rounded half up, or {@link #UNREADABLE}.
    public long fixed(int column, int decimals) {
        return cells.fixed(column, decimals);
    }

    /// Date and time as epoch milliseconds, India's unless it says otherwise, or {@link #UNREADABLE}.
    public long stamp(int column) {
        return cells.blank(column) ? UNREADABLE : stamps.joined(cells, column);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
