package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.MalformedFrameException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedCommandTest {
    /// A feed whose frames are exactly two bytes.
    private static final FrameInspector TWO_BYTES = frame -> {
        if (frame.length != 2) {
            throw new MalformedFrameException("expected 2 bytes, got " + frame.length, frame.length);
        }
        return Map.of("value", ((frame[0] & 0xff) << 8) | (frame[1] & 0xff));
    };

    private static String decode(String lines, boolean expectedGood) throws IOException {
        StringWriter out = new StringWriter();
        boolean good =
                FeedCommand.Decode.decode(new BufferedReader(new StringReader(lines)), new PrintWriter(out), TWO_BYTES);
        assertThat(good).isEqualTo(expectedGood);
        return out.toString().replace("\r\n", "\n");
    }

    @Test
    void writesOneObjectPerFrameAndSkipsBlankLines() throws IOException {
        assertThat(decode("0102\n\n  FFff \n", true)).isEqualTo("{\"value\":258}\n{\"value\":65535}\n");
    }

    @Test
    void keepsGoingAfterBadFramesAndSaysWhereTheyBreak() throws IOException {
        assertThat(decode("01\n0x02\n012\n0102\n", false)).isEqualTo("""
                        {"error":"expected 2 bytes, got 1","offset":1}
                        {"error":"'x' is not a hex digit","offset":0}
                        {"error":"half a byte at the end: 3 hex digits","offset":1}
                        {"value":258}
                        """);
    }
}
