package in.sauda.core.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;

/// Bytes of a segment file, big-endian: a header of magic and first sequence, then records of length, checksum, type,
/// market time and payload. The checksum covers type, time and payload.
final class SegmentFormat {
    static final long MAGIC = 0x53_41_55_44_41_4A_30_31L;
    static final int HEADER = 16;
    static final int FRAME = 4 + 4 + 1 + 8;
    static final int MOST_PAYLOAD = 1 << 24;
    static final String SUFFIX = ".journal";

    private SegmentFormat() {}

    /// Segments sort by name.
    static String name(long firstSequence) {
        return String.format(Locale.ROOT, "%019d", firstSequence) + SUFFIX;
    }

    static long firstSequence(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    /// Checksum of the bytes from position to limit.
    static int checksum(ByteBuffer typeTimeAndPayload) {
        CRC32C checksum = new CRC32C();
        checksum.update(typeTimeAndPayload);
        return (int) checksum.getValue();
    }
}
