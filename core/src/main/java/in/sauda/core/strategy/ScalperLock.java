package in.sauda.core.strategy;

import in.sauda.core.domain.OptionType;
import in.sauda.core.strategy.ScalperRules.Decision;
import in.sauda.core.strategy.ScalperRules.Setup;
import in.sauda.core.time.IndiaTime;

/// The scalper's quiet time after a signal, by the exchange's time, and how often the opening range was broken today.
final class ScalperLock {
    private static final long MINUTE_MILLIS = 60_000L;

    private final ScalperProfile profile;
    private long day = Long.MIN_VALUE;
    private long lockedAtMillis = Long.MIN_VALUE;
    private int calls;
    private int puts;

    ScalperLock(ScalperProfile profile) {
        this.profile = profile;
    }

    /// A new day begins without breaks.
    void day(long millis) {
        long today = IndiaTime.startOfDay(millis);
        if (today != day) {
            day = today;
            calls = 0;
            puts = 0;
        }
    }

    /// Until more than the quiet time has passed.
    boolean locked(long millis) {
        return lockedAtMillis != Long.MIN_VALUE && millis - lockedAtMillis <= profile.lockMinutes() * MINUTE_MILLIS;
    }

    void fired(Decision decision, long millis) {
        if (!profile.lockOnActionable() || decision.confidence() >= profile.minConfidence()) {
            lockedAtMillis = millis;
        }
        if (decision.setup() == Setup.ORB_BREAKOUT) {
            calls += decision.side() == OptionType.CE ? 1 : 0;
            puts += decision.side() == OptionType.PE ? 1 : 0;
        }
    }

    /// Breakouts upwards signalled today.
    int calls() {
        return calls;
    }

    int puts() {
        return puts;
    }
}
