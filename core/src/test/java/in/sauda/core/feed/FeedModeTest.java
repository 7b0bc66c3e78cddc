package in.sauda.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two wishes for one instrument are met by the poorest mode that contains both.
class FeedModeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            LTP,    LTP,    LTP
            LTP,    QUOTE,  QUOTE
            LTP,    OPTION, OPTION
            QUOTE,  OPTION, FULL
            OPTION, OPTION, OPTION
            OPTION, FULL,   FULL
            OPTION, DEEP,   DEEP
            QUOTE,  FULL,   FULL
            FULL,   DEEP,   DEEP
            """)
    void theUnionContainsBoth(FeedMode one, FeedMode other, FeedMode both) {
        assertThat(one.and(other)).isEqualTo(both);
        assertThat(other.and(one)).isEqualTo(both);
    }
}
