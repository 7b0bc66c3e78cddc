package in.sauda.simulator.faults;

import java.time.Duration;
import java.time.LocalTime;

/// A rule and where it stands. Written under the injector's lock, {@link #on()} is read by anyone.
final class ActiveRule {
    private final FaultRule rule;
    private final long givenNanos;
    private boolean started;
    private volatile boolean on;
    private long startedNanos;
    private int left;

    ActiveRule(FaultRule rule, long nowNanos) {
        this.rule = rule;
        this.givenNanos = nowNanos;
    }

    FaultRule rule() {
        return rule;
    }

    boolean on() {
        return on;
    }

    /// Starts and ends what is due.
    ///
    /// @return true when the fault has just started
    boolean advance(long nowNanos, LocalTime market) {
        if (started) {
            boolean again = rule.every()
                    .map(every -> nowNanos - startedNanos >= every.toNanos())
                    .orElse(false);
            if (!again) {
                on = on && !expired(nowNanos);
                return false;
            }
            startedNanos += rule.every().map(Duration::toNanos).orElse(0L);
        } else if (due(nowNanos, market)) {
            started = true;
            startedNanos = nowNanos;
        } else {
            return false;
        }
        left = rule.count();
        on = !(rule.fault() instanceof Fault.Moment);
        return true;
    }

    private boolean due(long nowNanos, LocalTime market) {
        return switch (rule.start()) {
            case FaultRule.Start.After after ->
                nowNanos - givenNanos >= after.delay().toNanos();
            case FaultRule.Start.At at -> !market.isBefore(at.time());
        };
    }

    private boolean expired(long nowNanos) {
        return rule.lasting()
                .map(lasting -> nowNanos - startedNanos >= lasting.toNanos())
                .orElse(false);
    }

    void hit() {
        if (left > 0 && --left == 0) {
            on = false;
        }
    }

    /// True when it will never apply again.
    boolean over() {
        return started && !on && rule.every().isEmpty();
    }
}
