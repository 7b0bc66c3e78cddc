package in.sauda.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final byte TYPE = 1;

    @TempDir
    private Path folder = Path.of("");

    /// Appends records that hold the numbers of a range.
    private void append(long from, long to) throws IOException {
        try (JournalWriter writer = JournalWriter.open(folder)) {
            for (long number = from; number < to; number++) {
                ByteBuffer record = Objects.requireNonNull(writer.begin(TYPE, 1_000 + number, Long.BYTES));
                writer.end(record.putLong(number));
            }
        }
    }

    private List<Long> numbers(long fromSequence) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (JournalReader reader = new JournalReader(new JournalFolder(folder), fromSequence)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                assertThat(record.millis()).isEqualTo(1_000 + record.sequence());
                numbers.add(record.payload().getLong());
            }
        }
        return numbers;
    }

    private static List<Long> range(long from, long to) {
        List<Long> numbers = new ArrayList<>();
        for (long number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    void givesBackWhatWasWrittenOverSeveralRuns() throws IOException {
        append(0, 5_000);
        append(5_000, 5_010);
        assertThat(new JournalFolder(folder).segments()).hasSize(2);
        assertThat(numbers(0)).isEqualTo(range(0, 5_010));
        assertThat(numbers(5_005)).isEqualTo(range(5_005, 5_010));
    }

    @Test
    void cutsATornTailAndNothingElseWhereverItTears() throws IOException {
        append(0, 3);
        Path segment = new JournalFolder(folder).segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        int recordBytes = (whole.length - SegmentFormat.HEADER) / 3;
        for (int length = SegmentFormat.HEADER; length < whole.length; length++) {
            try (var old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            Files.write(segment, Arrays.copyOf(whole, length));
            int kept = (length - SegmentFormat.HEADER) / recordBytes;
            append(kept, kept + 2);
            assertThat(numbers(0)).as("torn after %d bytes", length).isEqualTo(range(0, kept + 2));
        }
    }

    @Test
    void namesADamagedSegmentAndReadsTheOthers() throws IOException {
        append(0, 100);
        append(100, 200);
        Path first = new JournalFolder(folder).segments().getFirst();
        try (FileChannel channel = FileChannel.open(first, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {77}), SegmentFormat.HEADER + 10 * 25L + 20);
        }
        List<Long> found = new ArrayList<>();
        try (JournalReader reader = new JournalReader(new JournalFolder(folder), 0)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                found.add(record.payload().getLong());
            }
            assertThat(reader.damage())
                    .containsExactly("0000000000000000000.journal is not whole after byte 266, record 10");
        }
        List<Long> expected = range(0, 10);
        expected.addAll(range(100, 200));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void keepsTheBytesItCutsOff() throws IOException {
        append(0, 3);
        Path segment = new JournalFolder(folder).segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        whole[SegmentFormat.HEADER + 25 + 20] ^= 1;
        Files.write(segment, whole);
        append(1, 2);
        assertThat(numbers(0)).isEqualTo(range(0, 2));
        assertThat(Files.size(folder.resolve("0000000000000000000.journal.cut")))
                .isEqualTo(50);
    }

    @Test
    void givesAConsumerWhatItDidNotAcknowledgeAgain() throws IOException {
        append(0, 10);
        JournalConsumer one = new JournalConsumer(folder, "one");
        assertThat(one.read(4)).extracting(JournalRecord::sequence).containsExactly(0L, 1L, 2L, 3L);
        one.acknowledge(1);
        JournalConsumer again = new JournalConsumer(folder, "one");
        assertThat(again.read(3)).extracting(JournalRecord::sequence).containsExactly(2L, 3L, 4L);
        assertThat(new JournalConsumer(folder, "two").read(100)).hasSize(10);
        assertThatThrownBy(() -> new JournalConsumer(folder, "../three")).hasMessageContaining("letters, digits");
    }

    @Test
    void prunesOldSegmentsButNeverTheNewest() throws IOException {
        append(0, 10);
        append(10, 20);
        assertThat(new JournalFolder(folder).prune(Long.MAX_VALUE / 2_000_000)).isEqualTo(1);
        assertThat(numbers(0)).isEqualTo(range(10, 20));
        append(20, 21);
        assertThat(new JournalFolder(folder).trim(1 << 20)).isZero();
        assertThat(numbers(15)).isEqualTo(range(15, 21));
    }
}
