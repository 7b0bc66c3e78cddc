package in.sauda.core.orders;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentWords;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedLimitTest {
    @ParameterizedTest
    @CsvSource({
        "EQUITY, 4000, BUY, 4120",
        "EQUITY, 4000, SELL, 3880",
        "EQUITY, 141030, BUY, 142445",
        "EQUITY, 141030, SELL, 139615",
        "FUTURES, 2511000, BUY, 2523555",
        "OPTIONS, 450, BUY, 520",
        "OPTIONS, 450, SELL, 380",
        "OPTIONS, 900, BUY, 990",
        "OPTIONS, 9000, BUY, 9450",
        "OPTIONS, 20000, SELL, 19400"
    })
    void followsTheProtectionTableAndRoundsTowardsExecution(
            InstrumentCategory category, long reference, Side side, long expected) {
        assertThat(ProtectedLimit.price(instrument(category), side, reference)).isEqualTo(expected);
    }

    @Test
    void neverAsksForAPriceBelowOneTick() {
        assertThat(ProtectedLimit.price(instrument(InstrumentCategory.OPTIONS), Side.SELL, 5))
                .isEqualTo(5);
    }

    @Test
    void namesTheContractInWords() {
        assertThat(InstrumentWords.full(instrument(InstrumentCategory.OPTIONS)))
                .isEqualTo("NIFTY 25 Sep 2026 25,000 Call");
        assertThat(InstrumentWords.brief(instrument(InstrumentCategory.OPTIONS)))
                .isEqualTo("NIFTY 25 Sep 25,000 CE");
        assertThat(InstrumentWords.full(instrument(InstrumentCategory.FUTURES))).isEqualTo("NIFTY 25 Sep 2026 Future");
        assertThat(InstrumentWords.full(instrument(InstrumentCategory.EQUITY))).isEqualTo("RELIANCE");
    }

    private static Instrument instrument(InstrumentCategory category) {
        boolean equity = category == InstrumentCategory.EQUITY;
        boolean option = category == InstrumentCategory.OPTIONS;
        return new Instrument(
                "angelone",
                new InstrumentKey(equity ? Segment.NSE : Segment.NFO, "1"),
                equity ? "RELIANCE-EQ" : "NIFTY25SEP26",
                equity ? "RELIANCE" : "NIFTY",
                "",
                category,
                equity ? null : LocalDate.of(2026, 9, 25),
                option ? 2_500_000 : 0,
                option ? OptionType.CE : null,
                equity ? 1 : 65,
                5,
                1800,
                false);
    }
}
