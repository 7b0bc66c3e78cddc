package in.sauda.broker.angelone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.broker.angelone.ManualTime;
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

    @Test
    void letsABurstThroughAndThenSpacesIt() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.ORDERS.windows());
        for (int i = 0; i < 9; i++) {
            assertThat(limiter.reserve(0)).isZero();
        }
        assertThat(limiter.reserve(0)).isEqualTo(-1);
        assertThat(limiter.reserve(Long.MAX_VALUE)).isBetween(SECOND, SECOND + SECOND / 10);
    }

    @Test
    void staysQuietAfterARefusalForSpeed() {
        RateLimiter limiter = new RateLimiter(time, RateGroup.CANDLES.windows());
        limiter.backOff(3 * SECOND);
        assertThat(limiter.reserve(Long.MAX_VALUE)).isEqualTo(3 * SECOND);
    }

    @Property(tries = 100)
    void noWindowEverOverflows(@ForAll @IntRange(min = 0, max = 700) int paceMillis) {
        ManualTime clock = new ManualTime(0);
        RateLimiter limiter = new RateLimiter(clock, RateGroup.CANDLES.windows());
        List<Long> grants = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            long wait = limiter.reserve(Long.MAX_VALUE);
            clock.sleep(wait);
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
