package in.sauda.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultScriptTest {
    @Test
    void readsEveryKind() throws FaultScriptException {
        String script = """
                [
                  {"fault": "drop", "share": 0.5},
                  {"fault": "delay", "by": "PT0.2S"},
                  {"fault": "duplicate", "line": "both"},
                  {"fault": "reorder"},
                  {"fault": "half-frame"},
                  {"fault": "garbage", "line": "order-updates"},
                  {"fault": "wrong-length", "by": -3},
                  {"fault": "silence", "pongs": true},
                  {"fault": "slow", "framesPerSecond": 5},
                  {"fault": "refuse-connections", "status": 503},
                  {"fault": "cut"},
                  {"fault": "send-frame", "hex": "0909"},
                  {"fault": "end-logins"},
                  {"fault": "rate-limit", "path": "getCandleData"},
                  {"fault": "http-error", "status": 504, "handled": true, "body": "x"},
                  {"fault": "empty-body"},
                  {"fault": "html"},
                  {"fault": "half-body"},
                  {"fault": "lose-reply", "path": "placeOrder"},
                  {"fault": "lose-request"},
                  {"fault": "slow-reply", "by": "PT3S"},
                  {"fault": "clock-skew", "by": "-PT5M"},
                  {"fault": "unregistered-ip"},
                  {"fault": "reject-logins", "code": "AB1050"}
                ]""";
        assertThat(FaultScript.parse(script))
                .extracting(rule -> rule.fault().name())
                .doesNotHaveDuplicates()
                .hasSize(Fault.class.getPermittedSubclasses().length
                        - 3
                        + Fault.OnFrames.class.getPermittedSubclasses().length
                        + Fault.OnRequests.class.getPermittedSubclasses().length
                        + Fault.Moment.class.getPermittedSubclasses().length)
                .contains("half-frame", "unregistered-ip");
    }

    @Test
    void theExampleOfTheGuideIsAScript() throws Exception {
        String example = Files.readString(Path.of("..", "docs", "faults", "bad-line-day.json"));
        assertThat(FaultScript.parse(example))
                .hasSizeGreaterThan(20)
                .allMatch(rule -> rule.every().equals(Optional.of(Duration.ofMinutes(16))));
    }

    @Test
    void readsWhenHowLongAndHowOften() throws FaultScriptException {
        FaultRule rule = FaultScript.parse(
                        "{\"at\":\"10:15:00\",\"every\":\"PT2M\",\"for\":\"PT20S\",\"count\":3,\"fault\":\"drop\","
                                + "\"comment\":\"why not\"}")
                .getFirst();
        assertThat(rule)
                .isEqualTo(new FaultRule(
                        new Fault.Drop(Line.STREAM, 1),
                        new FaultRule.Start.At(LocalTime.of(10, 15)),
                        Optional.of(Duration.ofMinutes(2)),
                        Optional.of(Duration.ofSeconds(20)),
                        3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fault":"dorp"}                       | line 2: field 'fault' names no fault: 'dorp'
            {"share":1}                            | line 2: field 'fault' is missing
            {"fault":"drop","share":2}             | line 2: field 'share' must be a number above 0 and at most 1
            {"fault":"drop","at":"soon"}           | line 2: field 'at' must be a duration like PT30S or a time
            {"fault":"delay"}                      | line 2: field 'by' is missing
            {"fault":"drop","for":"5"}             | line 2: field 'for' must be a duration like PT30S
            {"fault":"cut","line":"wire"}          | line 2: field 'line' must be stream, order-updates or both
            {"fault":"cut","path":"x"}             | line 2: field 'path' is not known here
            {"fault":"slow"}                       | line 2: field 'framesPerSecond' must be a whole number
            {"fault":"send-frame","hex":"abc"}     | line 2: field 'hex' must be pairs of hexadecimal digits
            {"fault":"drop",                       | line 3: not JSON
            7                                      | line 2: every entry is an object in braces
            """)
    void namesLineAndField(String entry, String message) {
        assertThatThrownBy(() -> FaultScript.parse("[\n" + entry + "\n]"))
                .isInstanceOf(FaultScriptException.class)
                .hasMessageStartingWith(message);
    }
}
