package in.sauda.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.MasterMapping.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterMappingTest {
    private static final LocalDate EXPIRY = LocalDate.of(2026, 11, 24);

    private static Instrument share(String broker, String token, int lot, long tick) {
        return new Instrument(
                broker,
                new InstrumentKey(Segment.NSE, token),
                "S" + token,
                "S" + token,
                "EQ",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                lot,
                tick,
                0,
                false);
    }

    private static Instrument option(String broker, String token, long strike, long freeze) {
        return new Instrument(
                broker,
                new InstrumentKey(Segment.MCX, token),
                "CRUDE" + token,
                "CRUDEOIL",
                "OPTFUT",
                InstrumentCategory.OPTIONS,
                EXPIRY,
                strike,
                OptionType.CE,
                100,
                10,
                freeze,
                false);
    }

    @Test
    void matchesByTokenAndListsWhatOnlyOneHas() {
        Instrument gone = share("angelone", "3", 1, 5);
        Instrument come = share("upstox", "4", 1, 5);
        MasterMapping mapping = MasterMapping.of(
                List.of(share("angelone", "1", 1, 5), share("angelone", "2", 1, 5), gone),
                List.of(share("upstox", "2", 1, 5), come, share("upstox", "1", 1, 5)));
        assertThat(mapping.matched()).isEqualTo(2);
        assertThat(mapping.differences()).isEmpty();
        assertThat(mapping.onlyFirst()).containsExactly(gone);
        assertThat(mapping.onlySecond()).containsExactly(come);
    }

    @Test
    void matchesByTermsWhereTokensDiffer() {
        MasterMapping mapping = MasterMapping.of(
                List.of(option("angelone", "900", 550_000, 10_000)), List.of(option("upstox", "777", 550_000, 9_000)));
        assertThat(mapping.matched()).isEqualTo(1);
        assertThat(mapping.onlyFirst()).isEmpty();
        assertThat(mapping.onlySecond()).isEmpty();
        assertThat(mapping.differences())
                .extracting(
                        MasterMapping.Difference::term,
                        MasterMapping.Difference::first,
                        MasterMapping.Difference::second)
                .containsExactly(tuple(Term.TOKEN, "900", "777"), tuple(Term.FREEZE, "10000", "9000"));
    }

    @Test
    void showsTermsThatDifferAndPassesOverWhatOneDoesNotTell() {
        MasterMapping mapping = MasterMapping.of(
                List.of(share("angelone", "1", 1, 5), share("angelone", "2", 75, 0)),
                List.of(share("upstox", "1", 1, 10), share("upstox", "2", 65, 5)));
        assertThat(mapping.differences())
                .extracting(
                        MasterMapping.Difference::term,
                        MasterMapping.Difference::first,
                        MasterMapping.Difference::second)
                .containsExactly(tuple(Term.TICK, "0.05", "0.1"), tuple(Term.LOT, "75", "65"));
    }

    @Test
    void neverMatchesOneContractTwice() {
        MasterMapping mapping = MasterMapping.of(
                List.of(option("angelone", "1", 550_000, 0), option("angelone", "2", 550_000, 0)),
                List.of(option("upstox", "1", 550_000, 0)));
        assertThat(mapping.matched()).isEqualTo(1);
        assertThat(mapping.onlyFirst()).extracting(Instrument::token).containsExactly("2");
        assertThat(mapping.onlySecond()).isEmpty();
    }
}
