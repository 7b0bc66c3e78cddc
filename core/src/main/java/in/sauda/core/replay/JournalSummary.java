package in.sauda.core.replay;

import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a journal holds.
///
/// @param firstMillis market time of its first record, 0 when it is empty
/// @param lastMillis market time of its last record
/// @param damage what is broken, one sentence a segment
public record JournalSummary(
        Path folder, int segments, long bytes, long records, long firstMillis, long lastMillis, List<String> damage) {
    public JournalSummary {
        damage = List.copyOf(damage);
    }

    /// Reads a journal once.
    public static JournalSummary of(Path folder) throws IOException {
        JournalFolder journal = new JournalFolder(folder);
        List<Path> segments = journal.segments();
        long bytes = 0;
        for (Path segment : segments) {
            bytes += Files.size(segment);
        }
        long records = 0;
        long first = 0;
        long last = 0;
        try (JournalReader reader = new JournalReader(journal, 0)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                records++;
                if (record.millis() > 0) {
                    first = first == 0 ? record.millis() : Math.min(first, record.millis());
                    last = Math.max(last, record.millis());
                }
            }
            return new JournalSummary(folder, segments.size(), bytes, records, first, last, reader.damage());
        }
    }
}
