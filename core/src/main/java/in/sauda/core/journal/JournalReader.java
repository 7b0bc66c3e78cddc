package in.sauda.core.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a journal from any record on, segment after segment. A damaged segment ends early; {@link #damage()} names it.
public final class JournalReader implements AutoCloseable {
    private final List<Path> segments;
    private final List<String> damage = new ArrayList<>();
    private final long from;
    private int nextSegment;
    private @Nullable SegmentReader open;

    /// @param fromSequence first record wanted; older ones that are gone are passed over
    public JournalReader(JournalFolder folder, long fromSequence) throws IOException {
        segments = folder.segments();
        from = fromSequence;
        while (nextSegment + 1 < segments.size()
                && SegmentFormat.firstSequence(segments.get(nextSegment + 1)) <= fromSequence) {
            nextSegment++;
        }
    }

    /// The next record, or null at the end.
    public @Nullable JournalRecord next() throws IOException {
        while (true) {
            SegmentReader reader = open;
            if (reader == null) {
                if (nextSegment >= segments.size()) {
                    return null;
                }
                reader = new SegmentReader(segments.get(nextSegment));
                open = reader;
                nextSegment++;
            }
            JournalRecord record = reader.next();
            if (record == null || record.sequence() >= nextFirst()) {
                finish(reader);
            } else if (record.sequence() >= from) {
                return record;
            }
        }
    }

    /// Records from there on belong to the next segment, whatever this one's torn end still holds.
    private long nextFirst() {
        return nextSegment < segments.size() ? SegmentFormat.firstSequence(segments.get(nextSegment)) : Long.MAX_VALUE;
    }

    private void finish(SegmentReader reader) throws IOException {
        if (reader.damaged()) {
            damage.add(segments.get(nextSegment - 1).getFileName() + " is not whole after byte " + reader.goodUntil()
                    + ", record " + reader.nextSequence());
        }
        reader.close();
        open = null;
    }

    /// What was found broken so far, one sentence a segment.
    public List<String> damage() {
        return List.copyOf(damage);
    }

    @Override
    public void close() throws IOException {
        SegmentReader reader = open;
        if (reader != null) {
            reader.close();
            open = null;
        }
    }
}
