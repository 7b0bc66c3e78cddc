package in.sauda.core.instruments.search;

/// How well a text matches, best first.
enum TextClass {
    EXACT(0),
    PREFIX(1),
    WORD(2),
    SUBSTRING(3),
    NONE(4);

    private final int rank;

    TextClass(int rank) {
        this.rank = rank;
    }

    /// 0 is best.
    int rank() {
        return rank;
    }
}
