package in.sauda.simulator.market;

/// One price of a book.
///
/// @param price fixed-point
/// @param quantity units
public record BookLevel(long price, long quantity, int orders) {
    /// Levels a client sees on each side.
    public static final int SHOWN = 5;
}
