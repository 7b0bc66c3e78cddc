package in.sauda.core.instruments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Walks the rows of a JSON instrument master as a stream; one row is in memory at a time.
///
/// Two layouts are known: an array of rows, and an object whose values are the rows. Unknown fields are skipped, a
/// number and a string with the same digits are the same value, {@code null} is an absent value.
public final class MasterRowReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BUFFER_BYTES = 1 << 16;

    /// Receives one row after the other.
    public interface RowHandler {
        /// One wanted field of the current row.
        void field(String name, String text);

        /// The current row is complete.
        void endRow();

        /// Something stood in the place of a row.
        void notARow();
    }

    private final RowHandler handler;
    private final Set<String> wantedFields;
    private long rows;

    private MasterRowReader(RowHandler handler, Set<String> wantedFields) {
        this.handler = handler;
        this.wantedFields = wantedFields;
    }

    /// Reads the whole stream.
    ///
    /// @throws MasterFormatException when it is a web page, no JSON, empty, no list of rows, or ends in the middle
    /// @throws IOException when reading fails
    public static void read(InputStream raw, Set<String> wantedFields, RowHandler handler) throws IOException {
        new MasterRowReader(handler, wantedFields).read(raw);
    }

    private void read(InputStream raw) throws IOException {
        try (JsonParser parser = JSON.createParser(sniffed(raw))) {
            readRows(parser);
        } catch (MasterFormatException refused) {
            throw refused;
        } catch (JsonEOFException | EOFException cut) {
            throw new MasterFormatException("The instrument file ends in the middle, after " + rows + " rows.", cut);
        } catch (ZipException damaged) {
            throw new MasterFormatException(
                    "The compressed instrument file is damaged after " + rows + " rows.", damaged);
        } catch (JsonProcessingException broken) {
            throw new MasterFormatException(
                    "The instrument file is not valid JSON: row " + (rows + 1) + ", byte "
                            + broken.getLocation().getByteOffset() + ".",
                    broken);
        }
    }

    /// Looks at the first visible byte, because a JSON parser's complaint about a web page helps nobody.
    private static InputStream sniffed(InputStream raw) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(raw, BUFFER_BYTES);
        stream.mark(BUFFER_BYTES);
        int first = stream.read();
        for (int skipped = 1; isBlankOrMark(first) && skipped < BUFFER_BYTES; skipped++) {
            first = stream.read();
        }
        stream.reset();
        return switch (first) {
            case '[', '{' -> stream;
            case -1 -> throw new MasterFormatException("The instrument file is empty.");
            case '<' ->
                throw new MasterFormatException("The instrument file is a web page (HTML), not a list of instruments.");
            default ->
                throw new MasterFormatException("The instrument file is not JSON: it starts with the byte 0x"
                        + Integer.toHexString(first) + ".");
        };
    }

    private static boolean isBlankOrMark(int value) {
        return value == ' '
                || value == '\n'
                || value == '\r'
                || value == '\t'
                || value == 0xEF
                || value == 0xBB
                || value == 0xBF;
    }

    private void readRows(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readRow(parser);
            }
        } else {
            readNamedRows(parser);
        }
        if (parser.nextToken() != null) {
            throw new MasterFormatException("The instrument file goes on after its end, at row " + rows + ".");
        }
    }

    private void readNamedRows(JsonParser parser) throws IOException {
        boolean seen = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            seen |= parser.nextToken() == JsonToken.START_OBJECT;
            readRow(parser);
        }
        if (!seen) {
            throw new MasterFormatException("The instrument file holds a message, not a list of instruments.");
        }
    }

    private void readRow(JsonParser parser) throws IOException {
        requireToken(parser.currentToken());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            readFields(parser);
            handler.endRow();
        } else {
            parser.skipChildren();
            handler.notARow();
        }
        rows++;
    }

    private void readFields(JsonParser parser) throws IOException {
        while (requireToken(parser.nextToken()) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = requireToken(parser.nextToken());
            if (value.isScalarValue() && wantedFields.contains(name)) {
                handler.field(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }

    /// A parser at the end of its input returns no token, which must not be taken for an empty row.
    private static JsonToken requireToken(@Nullable JsonToken token) throws EOFException {
        if (token == null) {
            throw new EOFException();
        }
        return token;
    }
}
