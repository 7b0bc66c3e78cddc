package in.sauda.simulator.master;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The master as it is served: kept compressed, because the plain text is twenty times as large. Immutable.
public final class MasterFile {
    private final byte[] compressed;
    private final int length;
    private final String entityTag;

    private MasterFile(byte[] compressed, int length, String entityTag) {
        this.compressed = compressed;
        this.length = length;
        this.entityTag = entityTag;
    }

    public static MasterFile of(ContractCatalog catalog) {
        return ofJson(new MasterRows().json(() -> catalog.all().iterator(), catalog.size()));
    }

    static MasterFile ofJson(byte[] json) {
        CRC32 crc = new CRC32();
        crc.update(json);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 12);
        try (OutputStream gzip = new FastGzip(bytes)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new AssertionError("writing to memory cannot fail", e);
        }
        String tag = "\"" + HexFormat.of().toHexDigits(crc.getValue()) + "-" + json.length + "\"";
        return new MasterFile(bytes.toByteArray(), json.length, tag);
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /// Plain length in bytes.
    public int length() {
        return length;
    }

    public String entityTag() {
        return entityTag;
    }

    public byte[] gzip() {
        return compressed.clone();
    }

    /// The plain JSON from a position on.
    public InputStream open(long position) throws IOException {
        InputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed), 64 * 1024);
        plain.skipNBytes(position);
        return plain;
    }
}
