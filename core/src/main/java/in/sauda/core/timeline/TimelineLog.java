package in.sauda.core.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// {@code timeline.jsonl} in the data folder: one line for every run of a job, the newest thousand kept.
///
/// A line that cannot be read is passed over and goes with the next clean-up: the log is for people and for not doing a
/// job twice on one day. Safe from any thread.
public final class TimelineLog {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineLog.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 1_000;

    private final Path file;
    private final Deque<JobRun> runs = new ArrayDeque<>();

    private TimelineLog(Path file) {
        this.file = file;
    }

    /// Reads the log of a data folder; a new one begins where it is missing or cannot be read.
    public static TimelineLog open(Path home) {
        TimelineLog log = new TimelineLog(home.resolve("timeline.jsonl"));
        try {
            log.read();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read; the timeline begins anew", log.file, unreadable);
        }
        return log;
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines) {
            try {
                keep(JSON.readValue(line, JobRun.class));
            } catch (JsonProcessingException torn) {
                LOG.warn("A line of the timeline cannot be read: {}", torn.getOriginalMessage());
            }
        }
        if (lines.size() > 2 * KEPT) {
            rewrite();
        }
    }

    private void rewrite() throws IOException {
        List<String> kept = new ArrayList<>();
        for (JobRun run : runs) {
            kept.add(JSON.writeValueAsString(run));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, kept, StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void keep(JobRun run) {
        runs.addLast(run);
        if (runs.size() > KEPT) {
            runs.removeFirst();
        }
    }

    /// Adds a run. A disk that refuses is logged; the run is remembered until the terminal is closed.
    synchronized void add(JobRun run) {
        keep(run);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JSON.writeValueAsString(run) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException refused) {
            LOG.error("The timeline cannot be written to {}", file, refused);
        }
    }

    /// Newest first.
    public synchronized List<JobRun> runs() {
        return new ArrayList<>(runs).reversed();
    }
}
