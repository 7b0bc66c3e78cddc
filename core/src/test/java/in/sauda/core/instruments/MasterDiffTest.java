package in.sauda.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MasterDiffTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final LocalDate EXPIRED = LocalDate.of(2026, 9, 29);
    private static final LocalDate NEXT = LocalDate.of(2026, 10, 27);

    @Test
    void tellsTheNewTheExpiredAndTheGone() {
        List<InstrumentChange> changes = MasterDiff.between(
                List.of(share("1", "ALPHA-EQ"), future("2", EXPIRED), future("3", NEXT), share("9", "SAME-EQ")),
                List.of(share("9", "SAME-EQ"), share("4", "DELTA-EQ")),
                DAY);
        assertThat(changes)
                .containsExactly(
                        change(ChangeKind.NEW, Segment.NSE, "4", "DELTA-EQ", "", "DELTA"),
                        change(ChangeKind.EXPIRED, Segment.NFO, "2", "NIFTY2", "NIFTY 29 Sep 2026 Future", ""),
                        change(ChangeKind.GONE, Segment.NSE, "1", "ALPHA-EQ", "ALPHA", ""),
                        change(ChangeKind.GONE, Segment.NFO, "3", "NIFTY3", "NIFTY 27 Oct 2026 Future", ""));
    }

    @Test
    void saysEachTermThatChanged() {
        Instrument before = contract("7", NEXT, 0, null, 75, 5, 1_800);
        Instrument after = contract("7", NEXT, 0, null, 65, 10, 0);
        assertThat(MasterDiff.between(List.of(before), List.of(after), DAY))
                .containsExactly(
                        change(ChangeKind.LOT, Segment.NFO, "7", "NIFTY7", "75", "65"),
                        change(ChangeKind.TICK, Segment.NFO, "7", "NIFTY7", "0.05", "0.1"),
                        change(ChangeKind.FREEZE, Segment.NFO, "7", "NIFTY7", "1,800", "–"));
        assertThat(MasterDiff.between(List.of(share("5", "ZOMATO-EQ")), List.of(share("5", "ETERNAL-EQ")), DAY))
                .containsExactly(change(ChangeKind.SYMBOL, Segment.NSE, "5", "ETERNAL-EQ", "ZOMATO-EQ", "ETERNAL-EQ"));
    }

    @Test
    void takesAReusedTokenForAnotherContract() {
        Instrument before = contract("8", EXPIRED, 2_500_000, OptionType.CE, 65, 5, 0);
        Instrument after = contract("8", NEXT, 2_600_000, OptionType.PE, 65, 5, 0);
        assertThat(MasterDiff.between(List.of(before), List.of(after), DAY))
                .extracting(InstrumentChange::kind)
                .containsExactly(ChangeKind.NEW, ChangeKind.EXPIRED);
    }

    @Test
    void findsNothingBetweenEqualMasters() {
        List<Instrument> same = List.of(share("1", "A-EQ"), future("2", NEXT));
        assertThat(MasterDiff.between(same, List.copyOf(same.reversed()), DAY)).isEmpty();
    }

    private static InstrumentChange change(
            ChangeKind kind, Segment segment, String token, String symbol, String before, String after) {
        return new InstrumentChange(kind, new InstrumentKey(segment, token), symbol, before, after);
    }

    private static Instrument share(String token, String symbol) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NSE, token),
                symbol,
                symbol,
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                true);
    }

    private static Instrument future(String token, LocalDate expiry) {
        return contract(token, expiry, 0, null, 65, 5, 1_800);
    }

    private static Instrument contract(
            String token, LocalDate expiry, long strike, @Nullable OptionType option, int lot, long tick, long freeze) {
        return new Instrument(
                "test",
                new InstrumentKey(Segment.NFO, token),
                "NIFTY" + token,
                "NIFTY",
                option == null ? "FUTIDX" : "OPTIDX",
                option == null ? InstrumentCategory.FUTURES : InstrumentCategory.OPTIONS,
                expiry,
                strike,
                option,
                lot,
                tick,
                freeze,
                false);
    }
}
