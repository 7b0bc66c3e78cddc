package in.sauda.core.strategy;

import java.util.List;

/// Why one bar is or is not a signal of a strategy: every rule with its value.
///
/// @param startMillis start of the bar
/// @param close fixed-point
/// @param confidence shown confidence, NaN unless all conditions hold
/// @param legacyConfidence by the formula of the requirement, NaN unless all conditions hold
/// @param sentence the verdict in words
public record Explanation(
        long startMillis,
        long close,
        Verdict verdict,
        double confidence,
        double legacyConfidence,
        List<Rule> rules,
        String sentence) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    /// What became of the bar.
    public enum Verdict {
        /// All conditions hold.
        SIGNAL,
        /// The conditions hold, but the repeat rule or the hours kept the signal back.
        HELD_BACK,
        NO_SIGNAL,
        /// A value is not defined yet.
        NOT_JUDGED
    }

    /// Whether a rule holds.
    public enum Held {
        YES,
        NO,
        UNKNOWN
    }

    /// One rule.
    ///
    /// @param title e.g. {@code Close above VWAP}
    /// @param value what was measured, e.g. {@code 1,234.50}
    /// @param wanted what the profile asks for, e.g. {@code above 1,230.10}
    public record Rule(String title, String value, String wanted, Held held) {}
}
