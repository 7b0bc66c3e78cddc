package in.sauda.core.time;

/// The exchange's time as the engine believes it: the market clock, corrected by its measured skew, and never behind
/// the newest credible packet.
///
/// Owned by the engine thread.
public final class ExchangeClock {
    /// A packet this far ahead of the clock is not believed until a second one agrees.
    static final long CREDIBLE_LEAD_MILLIS = 120_000L;

    private final MarketClock market;
    private long skewMillis;
    private long newestMillis = Long.MIN_VALUE;
    private long suspectMillis = Long.MIN_VALUE;
    private long marketMillis;

    public ExchangeClock(MarketClock market) {
        this.market = market;
        this.marketMillis = market.millis();
    }

    /// Takes a packet's exchange time into account.
    ///
    /// @return false when the time is too far in the future to be believed
    public boolean observe(long exchangeMillis) {
        if (exchangeMillis <= newestMillis) {
            return true;
        }
        if (exchangeMillis - now() > CREDIBLE_LEAD_MILLIS && !agreesWithSuspect(exchangeMillis)) {
            suspectMillis = exchangeMillis;
            return false;
        }
        newestMillis = exchangeMillis;
        return true;
    }

    private boolean agreesWithSuspect(long exchangeMillis) {
        return suspectMillis != Long.MIN_VALUE && Math.abs(exchangeMillis - suspectMillis) <= CREDIBLE_LEAD_MILLIS;
    }

    /// Milliseconds since the epoch. Reads no clock: {@link #tick()} does that once per batch.
    public long now() {
        return Math.max(newestMillis, marketMillis - skewMillis);
    }

    /// Reads the market clock.
    public void tick() {
        marketMillis = market.millis();
    }

    /// The market clock as of the last {@link #tick()}, without correction.
    public long marketMillis() {
        return marketMillis;
    }

    /// @param millis how far the market clock runs ahead of the exchange
    public void skew(long millis) {
        skewMillis = millis;
    }
}
