package in.sauda.broker.upstox.stream;

/// How many instruments one user may stream in a mode: more while it is the only one in use (protocol 4.4).
public record Budgets(int pricesAlone, int pricesBesides, int fullAlone, int fullBesides) {
    /// The numbers of the normal plan.
    public static final Budgets NORMAL = new Budgets(5_000, 2_000, 2_000, 1_500);

    int prices(boolean alone) {
        return alone ? pricesAlone : pricesBesides;
    }

    int full(boolean alone) {
        return alone ? fullAlone : fullBesides;
    }
}
