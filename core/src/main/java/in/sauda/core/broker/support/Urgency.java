package in.sauda.core.broker.support;

/// Who goes first when calls wait for the same allowance. Ordered: the first overtakes the others.
public enum Urgency {
    /// Cancellations and orders that reduce a position.
    EXIT,
    USUAL
}
