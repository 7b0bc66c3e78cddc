package in.sauda.simulator.angel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.simulator.market.BookLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Golden frames of protocol 4.7, built independently of this encoder.
class PacketEncoderTest {
    @ParameterizedTest
    @ValueSource(strings = {"ltp", "quote", "snapquote"})
    void reproducesTheGoldenFrame(String name) throws IOException {
        String stem = "angelone_" + name + "_synthetic";
        JsonNode expected = new ObjectMapper().readTree(read(stem + ".json")).path("expected");
        String hex = new String(read(stem + ".hex"), StandardCharsets.UTF_8).strip();
        assertThat(HexFormat.of().formatHex(PacketEncoder.encode(packet(expected))))
                .isEqualTo(hex);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(PacketEncoderTest.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }

    private static Packet packet(JsonNode json) {
        return new Packet(
                json.path("mode").asInt(),
                json.path("exchangeType").asInt(),
                json.path("token").asText(),
                json.path("sequenceNumber").asLong(),
                json.path("exchangeTimestampMs").asLong(),
                json.path("lastTradedPrice").asLong(),
                json.path("lastTradedQuantity").asLong(),
                json.path("averageTradedPrice").asLong(),
                json.path("volumeToday").asLong(),
                json.path("totalBuyQuantity").asDouble(),
                json.path("totalSellQuantity").asDouble(),
                json.path("open").asLong(),
                json.path("high").asLong(),
                json.path("low").asLong(),
                json.path("close").asLong(),
                json.path("lastTradedTimestampSec").asLong(),
                json.path("openInterest").asLong(),
                json.path("openInterestChangePercent").asDouble(),
                levels(json.path("buys")),
                levels(json.path("sells")),
                json.path("upperCircuit").asLong(),
                json.path("lowerCircuit").asLong(),
                json.path("fiftyTwoWeekHigh").asLong(),
                json.path("fiftyTwoWeekLow").asLong());
    }

    private static List<BookLevel> levels(JsonNode array) {
        List<BookLevel> levels = new ArrayList<>();
        for (JsonNode level : array) {
            levels.add(new BookLevel(
                    level.path("price").asLong(),
                    level.path("quantity").asLong(),
                    level.path("orders").asInt()));
        }
        return levels;
    }
}
