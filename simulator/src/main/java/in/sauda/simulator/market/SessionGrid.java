package in.sauda.simulator.market;

/// The minutes in which an underlying's price moves, counted from {@link Slots#ORIGIN}.
///
/// @param startMinute first minute of continuous trading
/// @param minutes number of minutes
record SessionGrid(int startMinute, int minutes) {
    static final SessionGrid EQUITY = new SessionGrid(15, 375);
    static final SessionGrid COMMODITY = new SessionGrid(0, 870);
    static final SessionGrid CURRENCY = new SessionGrid(0, 480);
}
