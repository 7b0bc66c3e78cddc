package in.sauda.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends records to a journal without ever waiting for the disk: one thread fills blocks, the thread {@code journal}
/// writes them.
///
/// Memory is bounded by {@link #BLOCKS} blocks. When the disk is away for so long that all are full, what
/// cannot be kept is counted in {@link #lost()} and a record of type {@link #GAP} says so, before the next
/// record that can be kept.
public final class JournalWriter implements AutoCloseable {
    /// A record that tells how many records before it are missing.
    public static final byte GAP = 0;

    static final int BLOCK_BYTES = 1 << 16;
    static final int BLOCKS = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final long SEGMENT_BYTES = 64L << 20;

    /// Two busy days of two hundred instruments.
    private static final long MOST_BYTES = 4L << 30;

    private static final long FLUSH_MILLIS = 200;
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 5_000;

    /// Opens the file of a new segment for writing.
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    private final JournalFolder folder;
    private final Opener opener;
    private final Consumer<Boolean> told;
    private final ArrayBlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BLOCKS);
    private final ArrayBlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BLOCKS);
    private final AtomicLong lost = new AtomicLong();
    private final CRC32C checksum = new CRC32C();
    private final Thread thread;
    private int blocks;
    private long unreported;
    private @Nullable ByteBuffer block;
    private int frame;

    // Of the journal thread.
    private @Nullable FileChannel channel;
    private long segmentBytes;
    private long writtenSequence;
    private volatile boolean working = true;
    private volatile boolean stopping;

    private JournalWriter(JournalFolder folder, long nextSequence, Opener opener, Consumer<Boolean> told) {
        this.folder = folder;
        this.opener = opener;
        this.told = told;
        this.writtenSequence = nextSequence;
        this.thread = Thread.ofPlatform().name("journal").daemon().unstarted(this::run);
    }

    /// Opens a journal for appending; a torn tail of an earlier run is cut off.
    ///
    /// @param folder made when it is missing
    public static JournalWriter open(Path folder) throws IOException {
        return open(folder, _ -> {});
    }

    /// @param told on the journal thread when the disk refuses (false) and when it works again (true)
    public static JournalWriter open(Path folder, Consumer<Boolean> told) throws IOException {
        return open(folder, JournalWriter::create, told);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    static JournalWriter open(Path folder, Opener opener, Consumer<Boolean> told) throws IOException {
        Files.createDirectories(folder);
        JournalFolder journal = new JournalFolder(folder);
        JournalWriter writer = new JournalWriter(journal, journal.cutTornTail(), opener, told);
        writer.thread.start();
        return writer;
    }

    /// Begins a record and returns where its payload goes, or null when it cannot be kept. One thread.
    ///
    /// @param most bytes the payload may need
    public @Nullable ByteBuffer begin(byte type, long millis, int most) {
        if (unreported > 0 && !reportGap(millis)) {
            return dropped();
        }
        ByteBuffer target = room(SegmentFormat.FRAME + most);
        if (target == null) {
            return dropped();
        }
        frame = target.position();
        target.putInt(0).putInt(0).put(type).putLong(millis);
        return target;
    }

    private @Nullable ByteBuffer dropped() {
        lost.incrementAndGet();
        unreported++;
        return null;
    }

    private boolean reportGap(long millis) {
        ByteBuffer target = room(SegmentFormat.FRAME + Long.BYTES);
        if (target == null) {
            return false;
        }
        frame = target.position();
        target.putInt(0).putInt(0).put(GAP).putLong(millis).putLong(unreported);
        unreported = 0;
        end(target);
        return true;
    }

    private @Nullable ByteBuffer room(int bytes) {
        ByteBuffer current = block;
        if (current != null && current.remaining() >= bytes) {
            return current;
        }
        flush();
        ByteBuffer next = free.poll();
        if (next == null && blocks < BLOCKS) {
            blocks++;
            next = ByteBuffer.allocate(Math.max(BLOCK_BYTES, bytes));
        } else if (next != null && next.capacity() < bytes) {
            next = ByteBuffer.allocate(bytes);
        }
        block = next;
        return next;
    }

    /// Ends the record begun last; the payload reaches to the buffer's position.
    public void end(ByteBuffer target) {
        int finish = target.position();
        int payload = finish - frame - SegmentFormat.FRAME;
        target.putInt(frame, payload);
        target.putInt(frame + 4, SegmentFormat.checksum(checksum, target, frame, payload));
    }

    /// Hands over what was written so far; cheap when there is nothing.
    public void flush() {
        ByteBuffer current = block;
        if (current != null && current.position() > 0) {
            block = null;
            full.add(current.flip());
        }
    }

    /// Records that could not be kept because the disk was away for too long.
    public long lost() {
        return lost.get();
    }

    /// How much of the memory waits for the disk. Any thread.
    public int fullPercent() {
        return 100 * full.size() / BLOCKS;
    }

    /// False while the disk refuses to take records.
    public boolean working() {
        return working;
    }

    private void run() {
        try {
            while (!stopping || !full.isEmpty()) {
                ByteBuffer next = full.poll(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    write(next);
                    free.offer(next.clear());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closeSegment();
        }
    }

    /// Tries until the disk takes it; a part written before a failure is cut off again.
    private void write(ByteBuffer records) throws InterruptedException {
        while (true) {
            try {
                append(records);
                if (!working) {
                    LOG.info("The journal can be written again; {} records were lost meanwhile", lost.get());
                    working = true;
                    told.accept(true);
                }
                return;
            } catch (IOException failure) {
                closeSegment();
                if (working) {
                    LOG.error("The journal cannot be written; it waits in memory and is tried again", failure);
                    working = false;
                    told.accept(false);
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private void append(ByteBuffer records) throws IOException {
        if (channel == null || segmentBytes >= SEGMENT_BYTES) {
            closeSegment();
            openSegment();
        }
        FileChannel target = Objects.requireNonNull(channel);
        ByteBuffer bytes = records.duplicate();
        long before = target.position();
        try {
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
        } catch (IOException failure) {
            target.truncate(before);
            throw failure;
        }
        segmentBytes += records.remaining();
        writtenSequence += count(records.duplicate());
    }

    private static long count(ByteBuffer records) {
        long count = 0;
        while (records.remaining() >= SegmentFormat.FRAME) {
            records.position(records.position() + SegmentFormat.FRAME + records.getInt(records.position()));
            count++;
        }
        return count;
    }

    /// Every opening begins a new segment, so a segment is written by one run only.
    private void openSegment() throws IOException {
        Path file = folder.path().resolve(SegmentFormat.name(writtenSequence));
        FileChannel opened = opener.open(file);
        try {
            ByteBuffer header = ByteBuffer.allocate(SegmentFormat.HEADER)
                    .putLong(SegmentFormat.MAGIC)
                    .putLong(writtenSequence)
                    .flip();
            while (header.hasRemaining()) {
                opened.write(header);
            }
        } catch (IOException failure) {
            opened.close();
            throw failure;
        }
        channel = opened;
        segmentBytes = SegmentFormat.HEADER;
        int dropped = folder.trim(MOST_BYTES);
        if (dropped > 0) {
            LOG.info("{} old segments of the journal were deleted to stay below {} bytes", dropped, MOST_BYTES);
        }
    }

    private void closeSegment() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.force(true);
                open.close();
            } catch (IOException failure) {
                LOG.warn("A journal segment could not be closed", failure);
            }
        }
    }

    /// Writes what waits and ends the thread; gives up after five seconds.
    @Override
    public void close() {
        flush();
        try {
            stopping = true;
            thread.join(CLOSE_MILLIS);
            if (thread.isAlive()) {
                LOG.error("The journal could not be written to its end in time");
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
