package in.sauda.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The soak in half a minute: whatever goes wrong on the wire, candles and orders end as the exchange has them.
class SoakSmokeTest {
    /// Threads of the toolkit and of pools that come and go.
    private static final int SPARE_THREADS = 6;

    private static final int SPARE_MEGABYTES = 64;

    @Test
    void candlesAndOrdersSurviveAMisbehavingExchange(@TempDir Path home) throws Exception {
        SoakReport report = new SoakRun(SoakPlan.smoke(), home).run();

        assertThat(report.faults()).as("what went wrong").isNotEmpty();
        assertThat(report.ticks()).isGreaterThan(200);
        assertThat(report.candles()).isGreaterThan(100);
        assertThat(report.differing()).isEmpty();
        assertThat(report.incurable()).isEmpty();
        assertThat(report.orders()).isPositive();
        assertThat(report.disagreeing()).isEmpty();
        assertThat(report.duplicated()).isEmpty();
        assertThat(report.threads().end()).isLessThanOrEqualTo(report.threads().warm() + SPARE_THREADS);
        assertThat(report.heapMegabytes().end())
                .isLessThanOrEqualTo(report.heapMegabytes().warm() + SPARE_MEGABYTES);
    }
}
