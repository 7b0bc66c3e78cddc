package in.sauda.core.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// The segments of one journal.
public final class JournalFolder {
    private final Path folder;

    public JournalFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /// Segment files, oldest first; empty when there is no such folder.
    public List<Path> segments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("\\d{19}\\.journal"))
                    .sorted()
                    .toList();
        }
    }

    /// Cuts a torn tail off the last segment, so that new records follow whole ones. Everything before is untouched.
    ///
    /// @return the sequence the next record gets
    long cutTornTail() throws IOException {
        List<Path> segments = segments();
        if (segments.isEmpty()) {
            return 0;
        }
        Path last = segments.getLast();
        long good;
        long next;
        try (SegmentReader reader = new SegmentReader(last)) {
            while (reader.next() != null) {
                // Only the end matters.
            }
            good = reader.goodUntil();
            next = reader.nextSequence();
        }
        if (good < Files.size(last)) {
            keep(last, good);
            try (FileChannel channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
                channel.truncate(good);
                channel.force(true);
            }
        }
        return next;
    }

    /// Deletes the oldest segments until the rest is no larger than that; the newest always stays.
    ///
    /// @return how many were deleted
    public int trim(long mostBytes) throws IOException {
        List<Path> segments = segments();
        long bytes = 0;
        for (Path segment : segments) {
            bytes += Files.size(segment);
        }
        int deleted = 0;
        while (bytes > mostBytes && deleted < segments.size() - 1) {
            bytes -= Files.size(segments.get(deleted));
            Files.delete(segments.get(deleted++));
        }
        return deleted;
    }

    /// What is cut off is kept beside the segment: it may be more than a torn record.
    private static void keep(Path segment, long from) throws IOException {
        try (FileChannel source = FileChannel.open(segment, StandardOpenOption.READ);
                FileChannel copy = FileChannel.open(
                        segment.resolveSibling(segment.getFileName() + ".cut"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            long at = from;
            while (at < source.size()) {
                at += source.transferTo(at, source.size() - at, copy);
            }
        }
    }

    /// Deletes segments last written before a moment; the newest always stays.
    ///
    /// @return how many were deleted
    public int prune(long beforeMillis) throws IOException {
        List<Path> segments = segments();
        int deleted = 0;
        for (Path segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
            if (Files.getLastModifiedTime(segment).compareTo(FileTime.fromMillis(beforeMillis)) < 0) {
                Files.delete(segment);
                deleted++;
            }
        }
        return deleted;
    }
}
