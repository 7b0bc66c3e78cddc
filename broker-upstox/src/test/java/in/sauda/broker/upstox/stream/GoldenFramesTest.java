package in.sauda.broker.upstox.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.broker.upstox.stream.FeedUpdate.Shape;
import in.sauda.core.broker.MalformedFrameException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames made with the generated class of the broker's own client library.
class GoldenFramesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static byte[] bytes(String name) throws IOException {
        return HexFormat.of().parseHex(text(name + ".hex").strip());
    }

    private static String text(String file) throws IOException {
        try (InputStream in = GoldenFramesTest.class.getResourceAsStream("/vectors/" + file)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upstox_market_info", "upstox_live_feed_full_index"})
    void showsExactlyWhatIsOnTheWire(String name) throws Exception {
        JsonNode vector = JSON.readTree(text(name + ".json"));
        byte[] frame = bytes(name);
        assertThat(frame).hasSize(vector.get("length").asInt());
        Map<String, Object> shown = new UpstoxFeedInspector().inspect(frame);
        assertThat(JSON.readTree(JSON.writeValueAsString(shown))).isEqualTo(vector.get("expected"));
    }

    @Test
    void readsAnIndexWithoutAllocatingForIt() throws IOException {
        FrameReader reader = new FrameReader();
        reader.use(new KeyIndex.Builder().put("NSE_INDEX|Nifty 50", 7, 100).build());
        assertThat(read(reader, bytes("upstox_live_feed_full_index"))).isEqualTo(1);
        FeedUpdate update = reader.update(0);
        assertThat(reader.type()).isEqualTo(1);
        assertThat(reader.currentTs()).isEqualTo(1740631251858L);
        assertThat(reader.keys().index(update.slot)).isEqualTo(7);
        assertThat(update.shape).isEqualTo(Shape.INDEX);
        assertThat(update.mode).isEqualTo(FeedUpdate.FULL_D5);
        assertThat(update.ltp).isEqualTo(22545.4, within(0.0));
        assertThat(update.ltt).isEqualTo(1740631251000L);
        assertThat(update.ltq).isZero();
        assertThat(update.cp).isEqualTo(22547.55, within(0.0));
        assertThat(update.day.present).isTrue();
        assertThat(update.day.open).isEqualTo(22568.95, within(0.0));
        assertThat(update.day.high).isEqualTo(22613.3, within(0.0));
        assertThat(update.day.low).isEqualTo(22530.0, within(0.0));
        assertThat(update.day.close).isEqualTo(22545.4, within(0.0));
        assertThat(update.day.millis).isEqualTo(1740594600000L);
        assertThat(update.minute.present).isFalse();
        assertThat(update.hasDepth).isFalse();
    }

    @Test
    void readsTheStatusOfSegments() throws IOException {
        FrameReader reader = new FrameReader();
        assertThat(read(reader, bytes("upstox_market_info"))).isZero();
        assertThat(reader.type()).isEqualTo(2);
        assertThat(reader.segments()).isEqualTo(Map.of("NSE_EQ", 2, "NSE_FO", 0));
    }

    /// An encoder may leave a status that is the enum's first value out of the map's entry.
    @Test
    void anAbsentStatusIsTheFirstOne() throws IOException {
        byte[] shorter = HexFormat.of().parseHex("0802220a0a080a064e53455f464f");
        FrameReader reader = new FrameReader();
        read(reader, shorter);
        assertThat(reader.segments()).isEqualTo(Map.of("NSE_FO", 0));
    }

    @Test
    void aFrameCutAnywhereIsNotUsed() throws IOException {
        byte[] frame = bytes("upstox_live_feed_full_index");
        FrameDecoder decoder = new FrameDecoder(new FeedCounters());
        decoder.use(new KeyIndex.Builder().put("NSE_INDEX|Nifty 50", 0, 100).build());
        RecordingPublisher out = new RecordingPublisher();
        // The entry ends at byte 108; behind it only the time is missing.
        for (int length = 1; length < 108; length++) {
            decoder.decode(frame, length, 1, 2, out);
        }
        assertThat(out.events()).isEmpty();
        assertThat(decoder.decode(frame, frame.length, 1, 2, out)).isEqualTo(1);
        assertThat(out.events().getFirst().lastPrice).isEqualTo(22_545_40);
        assertThat(out.events().getFirst().previousClose).isEqualTo(22_547_55);
        assertThat(out.events().getFirst().exchangeMillis).isEqualTo(1740631251858L);
    }

    @Test
    void explainsWhatIsNoFrame() throws Exception {
        UpstoxFeedInspector inspector = new UpstoxFeedInspector();
        assertThatThrownBy(() -> inspector.inspect(new byte[0])).isInstanceOf(MalformedFrameException.class);
        byte[] frame = bytes("upstox_market_info");
        byte[] half = java.util.Arrays.copyOf(frame, frame.length / 2);
        assertThatThrownBy(() -> inspector.inspect(half))
                .isInstanceOfSatisfying(
                        MalformedFrameException.class,
                        malformed -> assertThat(malformed.offset()).isBetween(1, half.length));
    }

    @Test
    void anAbsentTypeIsShownAsTheSnapshotItIs() throws Exception {
        byte[] frame = bytes("upstox_live_feed_full_index");
        byte[] snapshot = java.util.Arrays.copyOfRange(frame, 2, frame.length);
        assertThat(new UpstoxFeedInspector().inspect(snapshot)).containsEntry("type", "initial_feed");
    }

    private static int read(FrameReader reader, byte[] frame) throws IOException {
        return reader.read(frame, frame.length);
    }
}
