package in.sauda.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// One JSON file. What this version does not know is kept; what the file does not say comes from the defaults.
final class SettingsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Path path;
    private ObjectNode known = JSON.createObjectNode();

    SettingsFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /// @throws IOException when the file cannot be read or is not a settings file
    Settings read() throws IOException {
        if (!(JSON.readTree(path.toFile()) instanceof ObjectNode content)) {
            throw new IOException("not a JSON object: " + path.getFileName());
        }
        ObjectNode merged = JSON.valueToTree(Settings.defaults());
        overlay(merged, content);
        Settings settings = parse(merged);
        known = content;
        return settings;
    }

    private static Settings parse(ObjectNode merged) throws IOException {
        try {
            return JSON.treeToValue(merged, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IOException("not a settings file: " + e.getOriginalMessage(), e);
        }
    }

    /// Moves the unreadable file out of the way, keeping it, and returns its new place.
    Path moveAside(String suffix) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".broken-" + suffix);
        return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Writes beside the file, forces it to disk and moves it into place, so that a crash leaves the old or the new
    /// one, never half of either.
    void write(Settings settings) throws IOException {
        ObjectNode content = known.deepCopy();
        overlay(content, JSON.valueToTree(settings));
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        Files.write(temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        known = content;
    }

    /// Objects merge key by key; everything else replaces. A null in the file says nothing.
    private static void overlay(ObjectNode base, ObjectNode over) {
        over.properties().forEach(field -> {
            JsonNode present = base.get(field.getKey());
            if (present instanceof ObjectNode inner && field.getValue() instanceof ObjectNode outer) {
                overlay(inner, outer);
            } else if (!field.getValue().isNull()) {
                base.set(field.getKey(), field.getValue());
            }
        });
    }
}
