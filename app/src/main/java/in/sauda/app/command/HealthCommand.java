package in.sauda.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.app.session.Sentences;
import in.sauda.core.health.HealthLog;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// {@code sauda health}: how the running terminal is doing, for scripts and service monitors.
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description =
                "Prints the newest health line of the running terminal as one JSON object. Exit code 0 when it is well or "
                        + "its market is closed, 1 when a rule failed or nothing has been running for two minutes.")
final class HealthCommand implements Callable<Integer> {
    private static final long OLDEST_MILLIS = 120_000;
    private static final int DEMO_FOLDERS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    private final TimeSource time = new SystemTime();

    private record Line(ObjectNode json, long millis) {}

    @Override
    public Integer call() {
        Line newest = newest(home.prepare());
        boolean fresh = newest != null && time.wallMillis() - newest.millis <= OLDEST_MILLIS;
        ObjectNode line = newest != null && fresh ? newest.json : notRunning(newest);
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
        return line.path("status").asText().equals("FAIL") ? ExitCode.FAILED : ExitCode.OK;
    }

    private static ObjectNode notRunning(@Nullable Line last) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("status", "FAIL");
        line.put("running", false);
        line.put("sentence", "No terminal has written to the health log of this data folder for two minutes.");
        line.put("last_line", last == null ? null : last.json.path("timestamp").asText());
        return line;
    }

    /// The newest line of the data folder or of one of the demo days inside it.
    private static @Nullable Line newest(Path folder) {
        Line newest = null;
        for (Path candidate : homes(folder)) {
            Line line = read(candidate);
            newest = line != null && (newest == null || line.millis > newest.millis) ? line : newest;
        }
        return newest;
    }

    private static List<Path> homes(Path folder) {
        List<Path> homes = new ArrayList<>(List.of(folder));
        Path demo = folder.resolve("demo");
        if (Files.isDirectory(demo)) {
            try (Stream<Path> days = Files.walk(demo, DEMO_FOLDERS)) {
                days.filter(day -> Files.isDirectory(day.resolve("health"))).forEach(homes::add);
            } catch (IOException e) {
                throw new CommandFailure(Sentences.of(e), e);
            }
        }
        return homes;
    }

    private static @Nullable Line read(Path home) {
        try {
            Optional<String> text = new HealthLog(home).newestLine();
            if (text.isEmpty() || !(Json.MAPPER.readTree(text.get()) instanceof ObjectNode json)) {
                return null;
            }
            OffsetDateTime at = OffsetDateTime.parse(json.path("timestamp").asText());
            return new Line(json, at.toInstant().toEpochMilli());
        } catch (JsonProcessingException | DateTimeParseException halfWritten) {
            return null;
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }
}
