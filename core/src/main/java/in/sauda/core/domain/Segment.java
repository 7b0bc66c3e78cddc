package in.sauda.core.domain;

/// An exchange segment, under the name the Angel One master and every Indian terminal use.
///
/// A token is unique only inside its segment, so {@link InstrumentKey} pairs the two.
public enum Segment {
    NSE("NSE", 2, false),
    BSE("BSE", 2, false),
    NFO("NSE", 2, true),
    BFO("BSE", 2, true),
    MCX("MCX", 2, true),
    CDS("NSE", 7, true),
    /// Currency and interest rates at BSE: listed by Upstox, unknown to Angel One.
    BCD("BSE", 7, true),
    NCDEX("NCDEX", 2, true),
    NCO("NSE", 2, true);

    private final String exchange;
    private final int priceDecimals;
    private final boolean derivative;

    Segment(String exchange, int priceDecimals, boolean derivative) {
        this.exchange = exchange;
        this.priceDecimals = priceDecimals;
        this.derivative = derivative;
    }

    /// The exchange that runs this segment, for filters: NFO belongs to NSE.
    public String exchange() {
        return exchange;
    }

    /// Decimal digits of this segment's fixed-point prices: 2 (paise), and 7 for currency derivatives, the unit
    /// of the feed.
    public int priceDecimals() {
        return priceDecimals;
    }

    /// True for currency and interest-rate derivatives, which have their own hours and ticks below a paisa.
    public boolean currency() {
        return this == CDS || this == BCD;
    }

    /// True where quantities must be whole lots.
    public boolean derivative() {
        return derivative;
    }
}
