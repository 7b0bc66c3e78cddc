package in.sauda.broker.angelone.stream;

/// Why a binary frame did not become a market event.
enum FrameFault {
    LENGTH("a length that fits no packet"),
    MODE("an unknown subscription mode"),
    EXCHANGE_TYPE("an unknown exchange type"),
    UNKNOWN_TOKEN("a token nobody subscribed to"),
    DEPTH_FLAG("a depth level that is neither buy nor sell, or too many of one side"),
    IMPLAUSIBLE("a negative price or quantity, or a time outside this century");

    private final String words;

    FrameFault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
