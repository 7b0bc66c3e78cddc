package in.sauda.core.review;

/// What became of a signal within fifteen minutes (rules 2.5).
public enum Outcome {
    /// Up by more than 0.3 %.
    CLEAN("Clean"),
    CHOPPY("Choppy"),
    /// Down by more than 0.1 %.
    FALSE("False"),
    /// No candle within three minutes of the time, or the session was over.
    NO_DATA("NoData");

    private static final double CLEAN_PERCENT = 0.3;
    private static final double FALSE_PERCENT = -0.1;

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /// @param changePercent of the price fifteen minutes later, in the signal's direction
    static Outcome of(double changePercent) {
        return changePercent > CLEAN_PERCENT ? CLEAN : changePercent < FALSE_PERCENT ? FALSE : CHOPPY;
    }

    /// As the observation log writes it.
    public String label() {
        return label;
    }
}
