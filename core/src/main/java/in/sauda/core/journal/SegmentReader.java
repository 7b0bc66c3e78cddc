package in.sauda.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Reads one segment from its beginning up to the first byte that is not a whole, true record.
final class SegmentReader implements AutoCloseable {
    private final FileChannel channel;
    private final long size;
    private final CRC32C checksum = new CRC32C();
    private long sequence;
    private long goodUntil;
    private boolean damaged;
    private ByteBuffer window = ByteBuffer.allocate(1 << 18).limit(0);

    /// A file shorter than its header, or with another one, holds no records and counts as damaged.
    SegmentReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
        sequence = SegmentFormat.firstSequence(file);
        damaged = size < SegmentFormat.HEADER || !available(SegmentFormat.HEADER) || !header();
        goodUntil = damaged ? 0 : SegmentFormat.HEADER;
    }

    private boolean header() {
        return window.getLong() == SegmentFormat.MAGIC && window.getLong() == sequence;
    }

    /// The next record, or null at the end of what is whole.
    @Nullable
    JournalRecord next() throws IOException {
        if (damaged || goodUntil == size) {
            return null;
        }
        if (!available(SegmentFormat.FRAME)) {
            damaged = true;
            return null;
        }
        int start = window.position();
        int length = window.getInt(start);
        if (length < 0 || length > SegmentFormat.MOST_PAYLOAD || !available(SegmentFormat.FRAME + length)) {
            damaged = true;
            return null;
        }
        return record(window.position(), length);
    }

    private @Nullable JournalRecord record(int start, int length) {
        int end = start + SegmentFormat.FRAME + length;
        if (SegmentFormat.checksum(checksum, window, start, length) != window.getInt(start + 4)) {
            damaged = true;
            return null;
        }
        ByteBuffer payload = window.slice(start + SegmentFormat.FRAME, length).asReadOnlyBuffer();
        JournalRecord record = new JournalRecord(sequence++, window.get(start + 8), window.getLong(start + 9), payload);
        window.position(end);
        goodUntil += SegmentFormat.FRAME + (long) length;
        return record;
    }

    /// Makes so many bytes readable at the window's position; false when the file has fewer.
    private boolean available(int bytes) throws IOException {
        if (window.remaining() >= bytes) {
            return true;
        }
        if (window.capacity() >= bytes) {
            window.compact();
        } else {
            window = ByteBuffer.allocate(bytes * 2).put(window);
        }
        while (window.hasRemaining() && channel.read(window) >= 0) {
            // Until the window is full or the file ends.
        }
        window.flip();
        return window.remaining() >= bytes;
    }

    /// Bytes up to which the file is whole.
    long goodUntil() {
        return goodUntil;
    }

    /// Sequence the next record would have.
    long nextSequence() {
        return sequence;
    }

    /// True when the file goes on with something that is not a record.
    boolean damaged() {
        return damaged;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
