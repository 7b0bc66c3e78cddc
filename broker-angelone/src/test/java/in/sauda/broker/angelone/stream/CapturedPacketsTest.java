package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Packets that were really received (2023 to 2025) and published decoded; the bytes were encoded again from
/// them.
class CapturedPacketsTest {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("subscription_mode", "mode"),
            Map.entry("exchange_type", "exchangeType"),
            Map.entry("sequence_number", "sequenceNumber"),
            Map.entry("exchange_timestamp", "exchangeTimestampMs"),
            Map.entry("last_traded_price", "lastTradedPrice"),
            Map.entry("last_traded_quantity", "lastTradedQuantity"),
            Map.entry("average_traded_price", "averageTradedPrice"),
            Map.entry("volume_trade_for_the_day", "volumeToday"),
            Map.entry("total_buy_quantity", "totalBuyQuantity"),
            Map.entry("total_sell_quantity", "totalSellQuantity"),
            Map.entry("open_price_of_the_day", "open"),
            Map.entry("high_price_of_the_day", "high"),
            Map.entry("low_price_of_the_day", "low"),
            Map.entry("closed_price", "close"),
            Map.entry("last_traded_timestamp", "lastTradedTimestampSec"),
            Map.entry("open_interest", "openInterest"),
            Map.entry("upper_circuit_limit", "upperCircuit"),
            Map.entry("lower_circuit_limit", "lowerCircuit"),
            Map.entry("52_week_high_price", "fiftyTwoWeekHigh"),
            Map.entry("52_week_low_price", "fiftyTwoWeekLow"));

    @Test
    void everyCapturedPacketDecodesToWhatWasPublished() throws Exception {
        Path folder = data();
        List<String> frames = Files.readAllLines(folder.resolve("angel_ws2_frames_REENCODED.hex"));
        JsonNode packets = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("angel_ws2_decoded_packets.json").toFile());
        assertThat(frames).hasSize(packets.size()).hasSizeGreaterThanOrEqualTo(11);
        int compared = 0;
        for (int i = 0; i < packets.size(); i++) {
            Map<String, Object> fields =
                    new SmartStreamInspector().inspect(HexFormat.of().parseHex(frames.get(i)));
            compared += compare(packets.get(i).get("packet"), fields);
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static int compare(JsonNode packet, Map<String, Object> fields) {
        int compared = 0;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            JsonNode published = packet.get(name.getKey());
            if (published != null && fields.containsKey(name.getValue())) {
                assertThat(((Number) fields.get(name.getValue())).doubleValue())
                        .as("%s of %s", name.getKey(), packet.get("token"))
                        .isEqualTo(Double.parseDouble(published.asText()));
                compared++;
            }
        }
        assertThat(fields.get("token")).isEqualTo(packet.get("token").asText().replace("\"", ""));
        return compared;
    }

    private static Path data() {
        Optional<Path> folder = Stream.of(
                        Optional.ofNullable(System.getenv("SAUDA_DATA")).orElse("../shared/data"),
                        "../shared/data",
                        "../../shared/data")
                .map(root -> Path.of(root, "ws_feeds", "angel_ws2"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "captured packets are not on this computer");
        return folder.orElseThrow();
    }
}
