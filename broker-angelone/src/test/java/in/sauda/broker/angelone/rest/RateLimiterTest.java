package in.sauda.broker.angelone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.angelone.ManualTime;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.support.RateLimiter;
import in.sauda.core.broker.support.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ManualTime time = new ManualTime(0);

    private static long wait(RateLimiter limiter, long longestNanos) {
        return limiter.remaining(limiter.queue(Urgency.USUAL, longestNanos));
    }

    @Test
    void anExitOvertakesTheEntriesThatWait() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.ORDERS.windows());
        for (int i = 0; i < 9; i++) {
            assertThat(wait(limiter, 0)).isZero();
            time.sleep(SECOND / 100);
        }
        RateLimiter.Turn first = limiter.queue(Urgency.USUAL, 5 * SECOND);
        RateLimiter.Turn second = limiter.queue(Urgency.USUAL, 5 * SECOND);
        long firstTurn = limiter.remaining(first);
        long secondTurn = limiter.remaining(second);

        RateLimiter.Turn exit = limiter.queue(Urgency.EXIT, 5 * SECOND);

        assertThat(limiter.remaining(exit)).isEqualTo(firstTurn);
        assertThat(limiter.remaining(first)).isEqualTo(secondTurn);
        assertThat(limiter.remaining(second)).isGreaterThan(secondTurn);
        RateLimiter.Turn later = limiter.queue(Urgency.EXIT, 5 * SECOND);
        assertThat(limiter.remaining(exit)).as("exits keep their order").isEqualTo(firstTurn);
        assertThat(limiter.remaining(later)).isEqualTo(secondTurn);
    }

    @Test
    void anEntryThatIsOvertakenTooLongIsNotSent() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.ORDER_BOOK.windows());
        assertThat(wait(limiter, 0)).isZero();
        RateLimiter.Turn entry = limiter.queue(Urgency.USUAL, SECOND + SECOND / 10);
        assertThat(limiter.remaining(entry)).isPositive();

        RateLimiter.Turn exit = limiter.queue(Urgency.EXIT, 5 * SECOND);

        assertThat(limiter.remaining(entry)).isEqualTo(RateLimiter.REFUSED);
        assertThat(limiter.remaining(exit)).isPositive();
    }

    @Test
    void tellsHowMuchIsUsed() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.ORDERS.windows());
        for (int i = 0; i < 4; i++) {
            assertThat(wait(limiter, 0)).isZero();
        }
        assertThat(limiter.use("orders").windows())
                .containsExactly(
                        new RateUse.Window(1_000, 4, 9),
                        new RateUse.Window(60_000, 4, 500),
                        new RateUse.Window(3_600_000, 4, 1_000));
        time.sleep(2 * SECOND);
        assertThat(limiter.use("orders").windows().getFirst().used()).isZero();
        assertThat(limiter.use("orders").windows().getLast().used()).isEqualTo(4);
    }

    @Test
    void letsABurstThroughAndThenSpacesIt() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.ORDERS.windows());
        for (int i = 0; i < 9; i++) {
            assertThat(wait(limiter, 0)).isZero();
        }
        assertThat(wait(limiter, 0)).isEqualTo(RateLimiter.REFUSED);
        assertThat(wait(limiter, Long.MAX_VALUE)).isBetween(SECOND, SECOND + SECOND / 10);
    }

    @Test
    void staysQuietAfterARefusalForSpeed() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.CANDLES.windows());
        limiter.backOff(3 * SECOND);
        assertThat(wait(limiter, Long.MAX_VALUE)).isEqualTo(3 * SECOND);
    }

    @Property(tries = 100)
    void noWindowEverOverflows(@ForAll @IntRange(min = 0, max = 700) int paceMillis) {
        ManualTime clock = new ManualTime(0);
        RateLimiter limiter = new RateLimiter(clock, RateGroup.CANDLES.windows());
        List<Long> grants = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            assertThat(limiter.await(Urgency.USUAL, Long.MAX_VALUE, clock)).isTrue();
            grants.add(clock.nanos());
            clock.sleep(TimeUnit.MILLISECONDS.toNanos(paceMillis));
        }
        for (int i = 2; i < grants.size(); i++) {
            assertThat(grants.get(i) - grants.get(i - 2)).isGreaterThan(SECOND);
        }
        for (int i = 180; i < grants.size(); i++) {
            assertThat(grants.get(i) - grants.get(i - 180)).isGreaterThan(60 * SECOND);
        }
    }
}
