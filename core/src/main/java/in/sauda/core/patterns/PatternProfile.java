package in.sauda.core.patterns;

/// Whose definition of hammer and shooting star counts (rules 1.3).
public enum PatternProfile {
    /// The table of the requirement notes.
    NOTES,
    /// As the ta4j library: against a trend of ADX(5) over 25 on the bar before.
    TA4J,
    /// As TA-Lib: bodies and shadows against their recent averages.
    TALIB
}
