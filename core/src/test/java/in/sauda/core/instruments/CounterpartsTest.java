package in.sauda.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
    private static final Instrument SHARE = contract("angelone", Segment.NSE, "2885", "RELIANCE-EQ", null, 0, null);
    private static final Instrument THEIR_SHARE = contract("upstox", Segment.NSE, "2885", "RELIANCE", null, 0, null);
    private static final LocalDate EXPIRY = LocalDate.of(2026, 11, 24);
    private static final Instrument CALL =
            contract("angelone", Segment.MCX, "900", "CRUDE24NOV7000CE", EXPIRY, 700_000, OptionType.CE);
    private static final Instrument THEIR_CALL =
            contract("upstox", Segment.MCX, "777", "CRUDE 7000 CE", EXPIRY, 700_000, OptionType.CE);
    private static final Instrument TOKEN_AGAIN =
            contract("upstox", Segment.MCX, "900", "CRUDE 7100 CE", EXPIRY, 710_000, OptionType.CE);

    private static Instrument contract(
            String broker,
            Segment segment,
            String token,
            String symbol,
            @Nullable LocalDate expiry,
            long strike,
            @Nullable OptionType type) {
        return new Instrument(
                broker,
                new InstrumentKey(segment, token),
                symbol,
                segment == Segment.MCX ? "CRUDEOIL" : "RELIANCE",
                "",
                segment == Segment.MCX ? InstrumentCategory.OPTIONS : InstrumentCategory.EQUITY,
                expiry,
                strike,
                type,
                1,
                5,
                0,
                false);
    }

    private static Counterparts counterparts() {
        List<Instrument> ours = List.of(SHARE, CALL);
        InstrumentDirectory directory = new InstrumentDirectory() {
            @Override
            public List<Instrument> search(SearchQuery query) {
                return ours;
            }

            @Override
            public Optional<Instrument> find(InstrumentKey key) {
                return ours.stream().filter(one -> one.key().equals(key)).findFirst();
            }

            @Override
            public int size() {
                return ours.size();
            }
        };
        return new Counterparts(() -> ours, directory, List.of(THEIR_SHARE, THEIR_CALL, TOKEN_AGAIN));
    }

    @Test
    void findsTheOtherBrokersNameOfAContract() {
        assertThat(counterparts().theirs(SHARE)).contains(THEIR_SHARE);
    }

    @Test
    void neverTakesAnotherContractForItBecauseTheTokenIsTheSame() {
        assertThat(counterparts().theirs(CALL)).contains(THEIR_CALL);
        assertThat(counterparts().ours(THEIR_CALL.key())).isEqualTo(CALL.key());
    }

    @Test
    void saysWhenOneOfThemDoesNotListIt() {
        Instrument gone = contract("angelone", Segment.NSE, "1", "GONE-EQ", null, 0, null);
        assertThat(counterparts().theirs(gone)).isEmpty();
        InstrumentKey unknown = new InstrumentKey(Segment.NSE, "9");
        assertThat(counterparts().ours(unknown)).isEqualTo(unknown);
    }
}
