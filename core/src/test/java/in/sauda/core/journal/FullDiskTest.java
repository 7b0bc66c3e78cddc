package in.sauda.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full in the middle of a record: what was written before is whole, the user is told, and recording
/// goes on when there is room again.
class FullDiskTest {
    private static final byte TYPE = 7;
    private static final int PAYLOAD = 1_000;

    @TempDir
    private Path folder;

    /// Bytes the disk still takes.
    private final AtomicLong room = new AtomicLong(10_500);
    private final List<Boolean> told = new CopyOnWriteArrayList<>();

    private FileChannel limited(Path file) throws IOException {
        return new LimitedChannel(
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                room);
    }

    private static void record(JournalWriter writer, int number) {
        ByteBuffer target = writer.begin(TYPE, number, PAYLOAD);
        if (target != null) {
            target.putInt(number).position(target.position() + PAYLOAD - Integer.BYTES);
            writer.end(target);
            writer.flush();
        }
    }

    private static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (JournalReader reader = new JournalReader(new JournalFolder(folder), 0)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                numbers.add(record.payload().getInt());
            }
        }
        return numbers;
    }

    @Test
    void everythingBeforeTheFullDiskIsWholeAndTheRestFollowsWhenThereIsRoom() throws IOException {
        try (JournalWriter writer = JournalWriter.open(folder, this::limited, told::add)) {
            for (int i = 0; i < 15; i++) {
                record(writer, i);
            }
            await(() -> told.size() == 1);
            assertThat(told).containsExactly(false);
            for (int i = 15; i < 35; i++) {
                record(writer, i);
            }
            assertThat(writer.fullPercent()).as("25 of 1,024 blocks").isEqualTo(2);
            assertThat(numbers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            room.set(1_000_000);
            await(() -> told.size() == 2);
        }
        assertThat(told).containsExactly(false, true);
        assertThat(numbers()).hasSize(35).isSorted().endsWith(34);
    }

    @Test
    void aDiskThatStaysFullLeavesWhatWasWrittenAndNoTornTail() throws IOException {
        JournalWriter writer = JournalWriter.open(folder, this::limited, told::add);
        for (int i = 0; i < 15; i++) {
            record(writer, i);
        }
        await(() -> !writer.working());
        writer.close();
        assertThat(numbers()).hasSize(10);
        long bytes = 0;
        for (Path segment : new JournalFolder(folder).segments()) {
            bytes = Math.max(bytes, Files.size(segment));
        }
        assertThat(bytes).isEqualTo(SegmentFormat.HEADER + 10L * (SegmentFormat.FRAME + PAYLOAD));
        try (JournalWriter next = JournalWriter.open(folder)) {
            record(next, 99);
        }
        assertThat(numbers()).hasSize(11).endsWith(99);
    }

    /// Takes so many bytes and then says what Linux says.
    private static final class LimitedChannel extends FileChannelWrapper {
        private final AtomicLong room;

        private LimitedChannel(FileChannel disk, AtomicLong room) {
            super(disk);
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int takes = (int) Math.min(room.get(), bytes.remaining());
            if (takes == 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = bytes.duplicate().limit(bytes.position() + takes);
            int written = super.write(part);
            bytes.position(bytes.position() + written);
            room.addAndGet(-written);
            return written;
        }
    }
}
