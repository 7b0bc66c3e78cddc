package in.sauda.core.instruments;

import in.sauda.core.broker.InstrumentSource;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// A master file on disk, plain or gzip. Which of the two is told by its first two bytes, never by its name.
final class MasterFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private MasterFile() {}

    /// Reads the whole file.
    ///
    /// @throws IOException when it cannot be read, is no master, or ends in the middle
    static MasterContent read(Path file, InstrumentSource source, MasterContent.Collector collector)
            throws IOException {
        MessageDigest digest = sha256();
        try (InputStream raw = new DigestInputStream(plain(file), digest)) {
            source.parse(raw, collector);
        }
        return collector.content(HexFormat.of().formatHex(digest.digest()));
    }

    /// The unzipped bytes.
    static InputStream plain(Path file) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return zipped(stream) ? new GZIPInputStream(stream, BUFFER_BYTES) : stream;
        } catch (EOFException cut) {
            stream.close();
            throw new MasterFormatException("The instrument file ends in the middle of its gzip header.", cut);
        } catch (IOException failure) {
            stream.close();
            throw failure;
        }
    }

    static boolean zipped(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return zipped(stream);
        }
    }

    private static boolean zipped(InputStream stream) throws IOException {
        stream.mark(2);
        boolean zipped = stream.read() == GZIP_FIRST && stream.read() == GZIP_SECOND;
        stream.reset();
        return zipped;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
