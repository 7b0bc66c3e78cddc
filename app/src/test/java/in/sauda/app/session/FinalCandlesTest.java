package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.app.testkit.FakeTruth;
import in.sauda.core.time.TimeSource;
import in.sauda.core.timeline.JobFailedException;
import in.sauda.core.truth.RereadProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The row of the timeline that waits for the day's re-read.
class FinalCandlesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final FakeTruth truth = new FakeTruth();
    private final List<LocalDate> asked = new ArrayList<>();
    private final FinalCandles job = new FinalCandles(truth, asked::add, new Passing(), 0);

    /// Five seconds go by with every look.
    private static final class Passing implements TimeSource {
        private long nanos;

        @Override
        public long wallMillis() {
            return nanos / 1_000_000;
        }

        @Override
        public long nanos() {
            nanos += 5_000_000_000L;
            return nanos;
        }
    }

    private static RereadProgress progress(int asked, int done, int failed, int differing, int mended) {
        return new RereadProgress(DAY, asked, done, failed, differing, mended, List.of());
    }

    @Test
    void tellsWhatTheEngineFoundByItself() throws Exception {
        truth.progress = progress(12, 12, 0, 0, 2);
        assertThat(job.await(DAY))
                .isEqualTo("12 instruments compared, all as the broker's. Missing minutes of 2 came from the broker.");
        assertThat(asked).isEmpty();
    }

    @Test
    void failsWhereMinutesDifferOrCouldNotBeRead() {
        truth.progress = progress(12, 11, 1, 3, 0);
        assertThatThrownBy(() -> job.await(DAY))
                .isInstanceOf(JobFailedException.class)
                .hasMessage("3 of 11 instruments had minutes unlike the broker's, 1 could not be read."
                        + " Page Candle truth shows each.");
    }

    @Test
    void givesUpAfterAQuarterOfAnHour() {
        truth.progress = progress(12, 5, 0, 0, 0);
        assertThatThrownBy(() -> job.await(DAY)).hasMessageStartingWith("5 of 12 instruments were read again");
    }

    @Test
    void asksWhereNothingWasReadAndSaysSoWhereThereIsNothing() throws Exception {
        truth.progress = new RereadProgress(DAY.minusDays(1), 3, 3, 0, 0, 0, List.of());
        assertThat(job.await(DAY)).startsWith("No minutes of today");
        assertThat(asked).containsExactly(DAY);
    }
}
