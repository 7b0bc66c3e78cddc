package in.sauda.core.alerts;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions as people type them, and as they read.
class AlertConditionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            price >= 1,23,456.50 | price >= 123456.5 | Price at or above ₹1,23,456.50
            price > 2500         | price >= 2500     | Price at or above ₹2,500.00
            change >= 2 %        | change >= 2       | Change of the day at or above 2.00 %
            change <= −1.5       | change <= -1.5    | Change of the day at or below −1.50 %
            volume >= 1000000    | volume >= 1000000 | Volume of the day at or above 10,00,000
            rvol >= 2            | rvol >= 2         | Relative volume at or above 2.00 ×
            vwap x 0             | vwap x 0          | Close against VWAP crosses 0.00 %
            rsi x> 70            | rsi x> 70         | RSI 14 crosses up through 70.00
            time 9:20            | time 09:20        | At 09:20
            """)
    void readsWhatItWrites(String typed, String text, String words) {
        AlertCondition condition = AlertCondition.parse(typed);
        assertThat(condition.text()).isEqualTo(text);
        assertThat(AlertCondition.parse(condition.text())).isEqualTo(condition);
        assertThat(AlertWords.condition(condition, RELIANCE)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prise >= 10    | cannot be watched; there are price, change, volume
            price about 10 | compares nothing; there are >= <= x>
            price >= ten   | is no number
            price >= 0     | compared with a number above 0
            rsi >= NaN     | needs a number
            time 25:00     | is no time of the day
            price          | Type a condition
            """)
    void saysWhatIsWrong(String typed, String words) {
        assertThatThrownBy(() -> AlertCondition.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void onlyAClockNeedsNoInstrument() {
        AlertCondition clock = AlertCondition.parse("time 15:10");
        assertThat(new AlertRule(0, null, clock, AlertRepeat.ONCE, 0, "", false).subject())
                .isEqualTo("Clock");
        AlertCondition price = AlertCondition.parse("price >= 10");
        assertThatThrownBy(() -> new AlertRule(0, null, price, AlertRepeat.ONCE, 0, "", false))
                .hasMessageContaining("needs an instrument");
        assertThatThrownBy(() -> new AlertRule(0, RELIANCE, price, AlertRepeat.COOL_DOWN, 0, "", false))
                .hasMessageContaining("cool-down");
    }
}
