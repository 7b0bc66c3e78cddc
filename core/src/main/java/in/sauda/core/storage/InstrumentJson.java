package in.sauda.core.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;

/// An instrument as text beside an order, signal or trade, because its token means something else after the expiry.
public final class InstrumentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private InstrumentJson() {}

    public static String write(Instrument instrument) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("broker", instrument.broker());
        node.put("segment", instrument.segment().name());
        node.put("token", instrument.token());
        node.put("symbol", instrument.symbol());
        node.put("name", instrument.name());
        node.put("type", instrument.type());
        node.put("category", instrument.category().name());
        LocalDate expiry = instrument.expiry();
        if (expiry != null) {
            node.put("expiry", expiry.toString());
        }
        OptionType optionType = instrument.optionType();
        if (optionType != null) {
            node.put("optionType", optionType.name());
        }
        node.put("strike", instrument.strike());
        node.put("lotSize", instrument.lotSize());
        node.put("tickSize", instrument.tickSize());
        node.put("freezeQuantity", instrument.freezeQuantity());
        node.put("closingAuction", instrument.closingAuction());
        if (!instrument.isin().isEmpty()) {
            node.put("isin", instrument.isin());
        }
        return node.toString();
    }

    /// @throws StorageException when the text is not an instrument
    public static Instrument read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return new Instrument(
                    node.path("broker").asText(),
                    new InstrumentKey(
                            Segment.valueOf(node.path("segment").asText()),
                            node.path("token").asText()),
                    node.path("symbol").asText(),
                    node.path("name").asText(),
                    node.path("type").asText(),
                    InstrumentCategory.valueOf(node.path("category").asText()),
                    node.has("expiry") ? LocalDate.parse(node.path("expiry").asText()) : null,
                    node.path("strike").asLong(),
                    node.has("optionType")
                            ? OptionType.valueOf(node.path("optionType").asText())
                            : null,
                    node.path("lotSize").asInt(),
                    node.path("tickSize").asLong(),
                    node.path("freezeQuantity").asLong(),
                    node.path("closingAuction").asBoolean(),
                    node.path("isin").asText(""));
        } catch (JsonProcessingException | IllegalArgumentException failure) {
            throw new StorageException(
                    "A stored instrument cannot be read.", "Keep the database file and report it.", failure);
        }
    }
}
