package in.sauda.core.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ticks of several files as one recording: always the oldest tick any file has next; each file keeps its own order.
public final class TickFiles implements AutoCloseable {
    private static final class Source {
        private final TickFile file;
        private @Nullable RecordedTick next;

        private Source(TickFile file) throws IOException {
            this.file = file;
            this.next = file.next();
        }
    }

    private final List<Source> sources = new ArrayList<>();

    public TickFiles(List<Path> files) throws IOException {
        try {
            for (Path file : files) {
                sources.add(new Source(TickFile.open(file)));
            }
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /// The next tick without taking it, or null at the end.
    public @Nullable RecordedTick peek() {
        Source oldest = oldest();
        return oldest == null ? null : oldest.next;
    }

    /// Takes the next tick, or null at the end.
    public @Nullable RecordedTick next() throws IOException {
        Source oldest = oldest();
        if (oldest == null) {
            return null;
        }
        RecordedTick tick = oldest.next;
        oldest.next = oldest.file.next();
        return tick;
    }

    private @Nullable Source oldest() {
        Source oldest = null;
        RecordedTick first = null;
        for (Source source : sources) {
            RecordedTick tick = source.next;
            if (tick != null && (first == null || tick.millis() < first.millis())) {
                oldest = source;
                first = tick;
            }
        }
        return oldest;
    }

    /// Rows read, good or bad.
    public long rows() {
        return sources.stream().mapToLong(source -> source.file.rows()).sum();
    }

    public Map<TickDirt, Long> dirt() {
        Map<TickDirt, Long> all = new EnumMap<>(TickDirt.class);
        for (Source source : sources) {
            source.file.dirt().forEach((dirt, count) -> all.merge(dirt, count, Long::sum));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        for (Source source : sources) {
            source.file.close();
        }
    }
}
