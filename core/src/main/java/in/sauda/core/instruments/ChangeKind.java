package in.sauda.core.instruments;

/// What happened to an instrument between two versions of a master.
public enum ChangeKind {
    /// Listed for the first time.
    NEW("new"),
    /// No longer listed because its expiry has passed.
    EXPIRED("expired"),
    /// No longer listed though it has no expiry, or one that is still to come.
    GONE("gone"),
    LOT("lot size"),
    TICK("tick size"),
    FREEZE("freeze quantity"),
    SYMBOL("symbol");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
