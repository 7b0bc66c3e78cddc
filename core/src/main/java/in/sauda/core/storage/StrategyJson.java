package in.sauda.core.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategySetup;
import java.util.Map;
import java.util.TreeMap;

/// How an instance of a strategy is run, as text for the journal.
public final class StrategyJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StrategyJson() {}

    public static String write(StrategySetup setup) {
        StrategyProfile profile = setup.profile();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", setup.id());
        node.put("lane", setup.lane().name());
        node.put("running", setup.running());
        node.put("strategy", profile.strategy());
        node.put("profile", profile.name());
        node.put("version", profile.version());
        node.put("builtIn", profile.builtIn());
        ObjectNode values = node.putObject("values");
        new TreeMap<>(profile.values()).forEach(values::put);
        return node.toString();
    }

    /// @throws StorageException when the text is none
    public static StrategySetup read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            Map<String, String> values = new TreeMap<>();
            node.path("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            return new StrategySetup(
                    node.path("id").asText(),
                    new StrategyProfile(
                            node.path("strategy").asText(),
                            node.path("profile").asText(),
                            node.path("version").asInt(),
                            node.path("builtIn").asBoolean(),
                            values),
                    Lane.valueOf(node.path("lane").asText()),
                    node.path("running").asBoolean());
        } catch (JsonProcessingException | IllegalArgumentException failure) {
            throw new StorageException(
                    "A recorded strategy cannot be read.", "Keep the journal and report it.", failure);
        }
    }
}
