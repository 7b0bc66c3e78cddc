package in.sauda.broker.upstox.stream;

/// How many instruments one user may stream in a mode: more while it is the only one in use (protocol 4.4). Whether
/// the broker counts by user or by connection is told both ways, so the numbers hold for all connections together.
public record Budgets(Limit prices, Limit greeks, Limit full, Limit deep) {
    /// The numbers of the normal plan, which has no thirty levels.
    public static final Budgets NORMAL =
            new Budgets(new Limit(5_000, 2_000), new Limit(3_000, 2_000), new Limit(2_000, 1_500), new Limit(0, 0));

    /// The same with thirty levels; the 1,500 some pages name beside other modes cannot be.
    public static final Budgets PLUS = new Budgets(NORMAL.prices, NORMAL.greeks, NORMAL.full, new Limit(50, 50));

    /// @param alone while no other mode is in use
    /// @param besides while one is
    public record Limit(int alone, int besides) {
        int of(boolean only) {
            return only ? alone : besides;
        }
    }

    int of(WireMode mode, boolean alone) {
        Limit limit = switch (mode) {
            case LTPC -> prices;
            case OPTION_GREEKS -> greeks;
            case FULL -> full;
            case FULL_D30 -> deep;
        };
        return limit.of(alone);
    }
}
