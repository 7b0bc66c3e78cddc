package in.sauda.core.health;

import in.sauda.core.feed.ConnectionState;
import java.util.ArrayList;
import java.util.List;

/// Turns measurements into a report. Pure: the same facts give the same report.
public final class HealthJudge {
    private HealthJudge() {}

    /// @param wallMillis this computer's time, epoch milliseconds UTC
    public static HealthReport judge(HealthFacts facts, MachineFigures machine, long wallMillis) {
        List<HealthRule> rules = new ArrayList<>(MarketRules.judge(facts));
        rules.addAll(HouseRules.judge(facts, machine));
        HealthState status = rules.stream().map(HealthRule::state).reduce(HealthState.IDLE, HealthState::worse);
        boolean trading = facts.subscriptions().trading() > 0;
        return new HealthReport(
                status == HealthState.OK && !trading ? HealthState.IDLE : status,
                wallMillis,
                facts.marketMillis(),
                facts.mode(),
                facts.running(),
                facts.storeConnected(),
                facts.connections().stream().anyMatch(socket -> socket.state() == ConnectionState.CONNECTED),
                facts.loggedIn(),
                facts.subscriptions().asked(),
                facts.ticks(),
                facts.feedAgeNanos() < 0 ? 0 : wallMillis - facts.feedAgeNanos() / 1_000_000,
                machine.heapUsedBytes(),
                machine.heapMaxBytes(),
                machine.diskFreeBytes(),
                facts.clockSkewMillis(),
                facts.liveRestCalls(),
                rules);
    }
}
