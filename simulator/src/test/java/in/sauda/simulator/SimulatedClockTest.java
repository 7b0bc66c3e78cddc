package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalTime START = LocalTime.of(9, 30);
    private static final long STARTED = IndiaTime.epochMillis(DAY, START);

    private final Stopwatch time = new Stopwatch();
    private final SimulatedClock clock = new SimulatedClock(time, DAY, START, 5);

    private static final class Stopwatch implements TimeSource {
        private long nanos;

        void advance(long millis) {
            nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long wallMillis() {
            return TimeUnit.NANOSECONDS.toMillis(nanos);
        }

        @Override
        public long nanos() {
            return nanos;
        }
    }

    @Test
    void runsAtItsSpeedWhileTheMarketKeepsUp() {
        for (int step = 1; step <= 100; step++) {
            time.advance(50);
            assertThat(clock.millis()).isEqualTo(STARTED + step * 250L);
            clock.played(clock.millis());
        }
    }

    @Test
    void waitsForAMarketThatIsSlowerAndDoesNotMakeUpForIt() {
        clock.played(STARTED);
        time.advance(60_000);
        assertThat(clock.millis()).as("one second of this computer's ahead").isEqualTo(STARTED + 5_000);
        clock.played(STARTED + 5_000);
        assertThat(clock.millis()).isEqualTo(STARTED + 5_000);
        time.advance(100);
        assertThat(clock.millis()).isEqualTo(STARTED + 5_500);
        time.advance(60_000);
        assertThat(clock.millis()).isEqualTo(STARTED + 10_000);
    }

    @Test
    void aJumpIsNeverTakenBackByAMarketThatHasNotPlayedItYet() {
        clock.played(STARTED);
        clock.jumpTo(LocalDateTime.of(DAY, LocalTime.of(15, 0)));
        clock.played(STARTED + 1_000);
        assertThat(clock.millis()).isEqualTo(IndiaTime.epochMillis(DAY, LocalTime.of(15, 0)));
    }
}
