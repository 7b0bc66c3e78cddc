package in.sauda.broker.angelone.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.core.broker.Paise;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class WireValuesTest {
    private static JsonNode row(String value) {
        return JsonNodeFactory.instance.objectNode().put("x", value);
    }

    @Property(tries = 500)
    void readsAnAmountInEverySpelling(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long paise) {
        String plain = BigDecimal.valueOf(paise, 2).toPlainString();
        String spaced = plain.replace("-", "- ");
        String exponent = BigDecimal.valueOf(paise).toPlainString() + "E-2";
        String padded = plain + "00";
        for (String spelling : List.of(plain, spaced, exponent, padded, " " + plain + " ")) {
            assertThat(WireValues.paise(row(spelling), "x")).as(spelling).isEqualTo(paise);
        }
        JsonNode number = JsonNodeFactory.instance.objectNode().put("x", BigDecimal.valueOf(paise, 2));
        assertThat(WireValues.paise(number, "x")).isEqualTo(paise);
    }

    @Property(tries = 500)
    void anyTextIsANumberOrRefused(@ForAll String text) {
        try {
            WireValues.paise(row(text), "x");
        } catch (UnreadableException refused) {
            assertThat(refused).hasMessageContaining("x ");
        }
    }

    @Example
    void refusesNumbersThatWouldFillTheMemory() {
        for (String huge : List.of("1E999999999", "1E-999999999", "1E400", "9".repeat(41))) {
            assertThatThrownBy(() -> WireValues.paise(row(huge), "x")).isInstanceOf(UnreadableException.class);
        }
    }

    @Example
    void tellsNothingFromZero() {
        assertThat(WireValues.paiseIfStated(
                        JsonNodeFactory.instance.objectNode().putNull("x"), "x"))
                .isEqualTo(Paise.UNKNOWN);
        assertThat(WireValues.paiseIfStated(row(""), "x")).isEqualTo(Paise.UNKNOWN);
        assertThat(WireValues.paiseIfStated(row("0.0000"), "x")).isZero();
        assertThat(WireValues.paise(JsonNodeFactory.instance.objectNode(), "x")).isZero();
    }
}
