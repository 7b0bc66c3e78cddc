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

    /// Checksum of the record that begins at a place of a heap buffer.
    ///
    /// @param checksum used again for every record
    static int checksum(CRC32C checksum, ByteBuffer buffer, int frame, int payload) {
        checksum.reset();
        checksum.update(buffer.array(), buffer.arrayOffset() + frame + 8, FRAME - 8 + payload);
        return (int) checksum.getValue();
    }
}
