package in.sauda.broker.upstox.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.upstox.mapping.WireKeys;
import in.sauda.broker.upstox.stream.FeedPlan.Change;
import in.sauda.broker.upstox.stream.FeedPlan.Kind;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Limits by mode (protocol 4.4) and who gives way (rules 10.5).
class FeedPlanTest {
    private final FeedPlan plan = new FeedPlan(new Budgets(4, 3, 3, 2), WireKeys::of);

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
        assertThat(changes).first().isEqualTo(new Change("NSE_FO|2", WireMode.FULL, Kind.UNSUBSCRIBE));
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
                        new Change("NSE_FO|2", WireMode.FULL, Kind.UNSUBSCRIBE),
                        new Change("NSE_FO|7", WireMode.FULL, Kind.SUBSCRIBE));
    }

    @Test
    void aRicherWishChangesTheModeOnce() {
        plan.add(wishes(0, 1, FeedMode.LTP));
        assertThat(plan.add(wishes(0, 1, FeedMode.FULL)))
                .containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.CHANGE_MODE));
        assertThat(plan.add(wishes(0, 1, FeedMode.FULL))).isEmpty();
        assertThat(plan.all()).containsExactly(new Change("NSE_FO|0", WireMode.FULL, Kind.SUBSCRIBE));
    }
}
