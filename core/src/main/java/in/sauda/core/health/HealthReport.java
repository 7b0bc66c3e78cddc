package in.sauda.core.health;

import in.sauda.core.domain.TradingMode;
import java.util.List;

/// The health of the running terminal at one moment (rules 11.4). Immutable.
///
/// @param status worst of the rules; IDLE when none of them is judged
/// @param timestampMillis wall time, epoch milliseconds UTC, 0 for the report before the first
/// @param marketMillis exchange time
/// @param running the engine runs; not the same as being connected
/// @param storeConnected what is to be kept reaches the database
/// @param socketConnected at least one socket of the feed is connected
/// @param hasCredentials logged in at a broker
/// @param symbolsTracked instruments asked of the feed
/// @param tickCount market events consumed
/// @param lastTickMillis wall time of the last market event, 0 when there was none
/// @param heapUsedBytes memory in use
/// @param heapMaxBytes memory that may be used
/// @param diskFreeBytes free space where data is kept, -1 when unknown
/// @param clockSkewMillis this computer minus the exchange, Long.MIN_VALUE when unknown
/// @param liveRestCalls quote calls made for live prices while they should have been streamed
public record HealthReport(
        HealthState status,
        long timestampMillis,
        long marketMillis,
        TradingMode mode,
        boolean running,
        boolean storeConnected,
        boolean socketConnected,
        boolean hasCredentials,
        int symbolsTracked,
        long tickCount,
        long lastTickMillis,
        long heapUsedBytes,
        long heapMaxBytes,
        long diskFreeBytes,
        long clockSkewMillis,
        long liveRestCalls,
        List<HealthRule> rules) {
    public HealthReport {
        rules = List.copyOf(rules);
    }

    /// Before anything was judged.
    public static HealthReport starting(TradingMode mode) {
        return new HealthReport(
                HealthState.IDLE,
                0,
                0,
                mode,
                false,
                false,
                false,
                false,
                0,
                0,
                0,
                0,
                0,
                -1,
                Long.MIN_VALUE,
                0,
                List.of());
    }

    /// False only when a rule failed.
    public boolean healthy() {
        return status != HealthState.FAIL;
    }
}
