package in.sauda.core.feed;

/// How much a subscription asks for. The first four are ordered: a richer mode contains the poorer ones.
public enum FeedMode {
    /// Last price only; no volume, so no VWAP and no candles with volume.
    LTP,
    /// Last price, quantities, volume, day's open, high, low and previous close.
    QUOTE,
    /// Quote plus five levels of depth, open interest and circuit limits.
    FULL,
    /// Full plus all levels of depth the broker has for the instrument; the same as full where it has no more. What
    /// comes on top goes to {@link MarketEventPublisher#book}.
    DEEP,
    /// What a chain shows of an option: price, volume, best bid and ask, open interest and the broker's Greeks, without
    /// the day's range.
    OPTION;

    /// The poorest mode that contains both.
    public FeedMode and(FeedMode other) {
        if (this == other) {
            return this;
        }
        if (this == OPTION || other == OPTION) {
            FeedMode beside = this == OPTION ? other : this;
            return beside == LTP ? OPTION : beside == QUOTE ? FULL : beside;
        }
        return compareTo(other) > 0 ? this : other;
    }
}
