package in.sauda.broker.upstox.stream;

/// Why a binary frame, or one instrument in it, did not become a market event.
enum FeedFault {
    MALFORMED("bytes that are not the feed's message"),
    LENGTH("more bytes than any frame has"),
    EMPTY("nothing in it"),
    IMPLAUSIBLE("a negative price or quantity, or a time outside this century"),
    UNKNOWN_KEY("a key nobody subscribed to"),
    /// Depth without a last price, and none was told before.
    NO_PRICE("no last price");

    private final String words;

    FeedFault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// True for bytes that should not have come at all.
    boolean malformed() {
        return this != UNKNOWN_KEY && this != NO_PRICE;
    }
}
