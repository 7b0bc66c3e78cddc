package in.sauda.broker.upstox.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.upstox.mapping.WireKeys;
import in.sauda.broker.upstox.stream.Budgets.Limit;
import in.sauda.broker.upstox.stream.FeedPlan.Change;
import in.sauda.broker.upstox.stream.FeedPlan.Kind;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.ModeUse;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Limits by mode (protocol 4.4) and who gives way (rules 10.5).
class FeedPlanTest {
    private static final Budgets BUDGETS =
            new Budgets(new Limit(4, 3), new Limit(4, 2), new Limit(3, 2), new Limit(1, 1));

    private final FeedPlan plan = new FeedPlan(BUDGETS, 1, WireKeys::of);

    private static Subscription wish(int number, FeedMode mode, Interest interest) {
        Instrument future = new Instrument(
                "upstox",
                new InstrumentKey(Segment.NFO, Integer.toString(number)),
                "F" + number,
                "F",
                "FUT",
                InstrumentCategory.FUTURES,
                null,
                0,
                null,
                1,
                5,
                0,
                false);
        return new Subscription(future, number, mode, interest);
    }

    private static List<Subscription> wishes(int from, int count, FeedMode mode) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> wish(number, mode, Interest.WATCHLIST))
                .toList();
    }

    @Test
    void moreFitWhileOneModeIsAlone() {
        assertThat(plan.add(wishes(0, 3, FeedMode.FULL)))
                .hasSize(3)
                .allMatch(change -> change.kind() == Kind.SUBSCRIBE);
        assertThat(plan.leftOut()).isZero();
        List<Change> changes = plan.add(wishes(10, 3, FeedMode.LTP));
        assertThat(changes).first().isEqualTo(new Change("NSE_FO|2", WireMode.FULL, Kind.UNSUBSCRIBE, 0));
        assertThat(plan.placed()).isEqualTo(5);
        assertThat(plan.placements().connection(2)).isEqualTo(Placements.WAITING);
        plan.remove(wishes(10, 3, FeedMode.LTP));
        assertThat(plan.placements().connection(2)).isEqualTo(1);
    }

    @Test
    void aPositionTakesThePlaceOfAWatchlistEntry() {
        plan.add(wishes(0, 3, FeedMode.FULL));
        List<Change> changes = plan.add(List.of(wish(7, FeedMode.FULL, Interest.POSITION)));
        assertThat(changes)
                .containsExactly(
                        new Change("NSE_FO|2", WireMode.FULL, Kind.UNSUBSCRIBE, 0),
                        new Change("NSE_FO|7", WireMode.FULL, Kind.SUBSCRIBE, 0));
    }

    @Test
    void aRicherWishChangesTheModeOnce() {
        plan.add(wishes(0, 1, FeedMode.LTP));
        assertThat(plan.add(wishes(0, 1, FeedMode.FULL)))
                .containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.CHANGE_MODE, 0));
        assertThat(plan.add(wishes(0, 1, FeedMode.FULL))).isEmpty();
        assertThat(plan.all(0)).containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.SUBSCRIBE, 0));
    }

    private static Subscription option(int number) {
        Instrument call = new Instrument(
                "upstox",
                new InstrumentKey(Segment.NFO, Integer.toString(number)),
                "C" + number,
                "C",
                "CE",
                InstrumentCategory.OPTIONS,
                LocalDate.of(2026, 11, 24),
                5_700_000,
                OptionType.CE,
                35,
                5,
                0,
                false);
        return new Subscription(call, number, FeedMode.OPTION, Interest.VIEW);
    }

    @Test
    void optionsOfAChainHaveAModeAndAnAllowanceOfTheirOwn() {
        List<Change> changes = plan.add(List.of(option(1), option(2), option(3), option(4), option(5)));
        assertThat(changes).hasSize(4).allMatch(change -> change.mode() == WireMode.OPTION_GREEKS);
        plan.add(wishes(10, 1, FeedMode.FULL));
        assertThat(plan.modes())
                .containsExactly(
                        new ModeUse("ltpc", 0, 3),
                        new ModeUse("option_greeks", 2, 2),
                        new ModeUse("full", 1, 2),
                        new ModeUse("full_d30", 0, 1));
        assertThat(plan.leftOut()).isEqualTo(3);
    }

    @Test
    void aDeepBookBeyondTheAllowanceHasFiveLevels() {
        assertThat(plan.add(wishes(0, 2, FeedMode.DEEP)))
                .containsExactlyInAnyOrder(
                        new Change("NSE_FO|0", WireMode.FULL_D30, Kind.SUBSCRIBE, 0),
                        new Change("NSE_FO|1", WireMode.FULL, Kind.SUBSCRIBE, 0));
    }

    @Test
    void aRefusedDeepBookIsAskedForWithFiveLevelsUntilSomebodyAsksAnew() {
        plan.add(wishes(0, 1, FeedMode.DEEP));
        assertThat(plan.refuseDeep()).containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.SUBSCRIBE, 0));
        assertThat(plan.asksDeep()).isFalse();
        plan.add(wishes(0, 1, FeedMode.FULL));
        assertThat(plan.add(wishes(0, 1, FeedMode.DEEP)))
                .containsExactly(new Change("NSE_FO|0", WireMode.FULL_D30, Kind.CHANGE_MODE, 0));
    }

    @Test
    void theNormalPlanHasNoDeepBook() {
        FeedPlan normal = new FeedPlan(Budgets.NORMAL, 1, WireKeys::of);
        assertThat(normal.add(wishes(0, 1, FeedMode.DEEP)))
                .containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.SUBSCRIBE, 0));
    }

    @Test
    void connectionsShareTheLoadAndTheAllowanceAndStandInForEachOther() {
        FeedPlan two = new FeedPlan(BUDGETS, 2, WireKeys::of);
        two.add(wishes(0, 3, FeedMode.FULL));
        assertThat(two.loads()).containsExactly(2, 1);
        two.add(wishes(3, 1, FeedMode.FULL));
        assertThat(two.leftOut()).as("a second connection adds no room").isEqualTo(1);
        assertThat(two.lose(0))
                .hasSize(2)
                .allMatch(change -> change.connection() == 1 && change.kind() == Kind.SUBSCRIBE);
        assertThat(two.loads()).containsExactly(0, 3);
        two.regain(0);
        two.remove(wishes(0, 1, FeedMode.FULL));
        assertThat(two.loads()).as("what waited goes where there is least").containsExactly(1, 2);
    }
}
