package in.sauda.core.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Somebody who reads the journal at their own pace. What was not acknowledged comes again after a restart:
/// every record comes at least once (rules 7.11). Consumers do not know of each other.
public final class JournalConsumer {
    private static final String FOLDER = "consumers";

    private final JournalFolder journal;
    private final Path offset;
    private long next;

    /// @param name letters, digits, hyphens
    public JournalConsumer(Path folder, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "A consumer's name has letters, digits and hyphens, not '" + name + "'.");
        }
        journal = new JournalFolder(folder);
        offset = Files.createDirectories(folder.resolve(FOLDER)).resolve(name);
        next = Files.exists(offset)
                ? Long.parseLong(
                        Files.readString(offset, StandardCharsets.UTF_8).strip())
                : 0;
    }

    /// At most so many records that were not acknowledged yet, oldest first; asking again gives the same ones.
    public List<JournalRecord> read(int most) throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        try (JournalReader reader = new JournalReader(journal, next)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                ByteBuffer own = ByteBuffer.allocate(record.payload().remaining());
                own.put(record.payload().duplicate()).flip();
                records.add(new JournalRecord(record.sequence(), record.type(), record.millis(), own));
                if (records.size() == most) {
                    break;
                }
            }
        }
        return records;
    }

    /// Everything up to and including this record is done.
    public void acknowledge(long sequence) throws IOException {
        next = Math.max(next, sequence + 1);
        Path temporary = offset.resolveSibling(offset.getFileName() + ".part");
        Files.writeString(temporary, Long.toString(next), StandardCharsets.UTF_8);
        Files.move(temporary, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Sequence of the first record that was not acknowledged.
    public long next() {
        return next;
    }
}
