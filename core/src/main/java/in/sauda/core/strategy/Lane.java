package in.sauda.core.strategy;

/// What a strategy's signals lead to. No lane sends anything: an order always needs its confirmation card.
public enum Lane {
    /// Written down and shown, nothing else.
    SHADOW("Shadow", "Signals are written down and nothing else."),
    /// Traded on paper by itself: in at the signal's price with slippage, out five minutes later.
    PAPER("Paper", "Each signal is traded on paper by itself and no order is made."),
    /// Offered for an order, which waits for its card.
    CONFIRM("Confirm", "A signal may become an order, which waits for your confirmation.");

    private final String title;
    private final String meaning;

    Lane(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /// One sentence for people.
    public String meaning() {
        return meaning;
    }
}
