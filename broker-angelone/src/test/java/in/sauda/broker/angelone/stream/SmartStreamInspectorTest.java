package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.broker.MalformedFrameException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartStreamInspectorTest {
    private final SmartStreamInspector inspector = new SmartStreamInspector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "angelone_ltp_synthetic",
                "angelone_quote_synthetic",
                "angelone_snapquote_synthetic",
                "angelone_depth20_synthetic"
            })
    void decodesEveryFieldOfTheGoldenFrames(String name) throws Exception {
        Map<String, Object> fields = inspector.inspect(Vectors.frame(name));

        JsonNode actual = JsonMapper.builder()
                .build()
                .readTree(JsonMapper.builder().build().writeValueAsString(fields));
        assertThat(actual).isEqualTo(Vectors.expected(name));
    }

    @Test
    void namesTheOffsetWhereATruncatedFrameEnds() {
        byte[] cut = Arrays.copyOf(Vectors.frame("angelone_snapquote_synthetic"), 200);

        MalformedFrameException failure =
                catchThrowableOfType(MalformedFrameException.class, () -> inspector.inspect(cut));

        assertThat(failure.offset()).isEqualTo(200);
        assertThat(failure).hasMessageContaining("379").hasMessageContaining("200");
    }

    @Test
    void refusesAFrameThatIsTooLong() {
        byte[] padded = Arrays.copyOf(Vectors.frame("angelone_ltp_synthetic"), 60);

        MalformedFrameException failure =
                catchThrowableOfType(MalformedFrameException.class, () -> inspector.inspect(padded));

        assertThat(failure.offset()).isEqualTo(51);
    }

    @Test
    void refusesUnknownModeExchangeTokenAndFlag() {
        assertOffset(new byte[0], 0);
        assertOffset(changed(0, 9), 0);
        assertOffset(changed(1, 6), 1);
        assertOffset(changed(2, 0), 2);
        assertOffset(changed(4, 7), 4);
        assertOffset(changed(147 + 3 * 20, 2), 147 + 3 * 20);
    }

    private void assertOffset(byte[] frame, int offset) {
        MalformedFrameException failure =
                catchThrowableOfType(MalformedFrameException.class, () -> inspector.inspect(frame));
        assertThat(failure.offset()).isEqualTo(offset);
    }

    private static byte[] changed(int offset, int value) {
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        frame[offset] = (byte) value;
        return frame;
    }
}
