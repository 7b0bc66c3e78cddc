package in.sauda.app.options;

/// The strip above a chain. Rupees; NaN where unknown.
///
/// @param spot price of the index or share, or of the future where there is none
/// @param future price of the nearest future that lives as long
/// @param forward from put-call parity at the money, else the future, else the spot
/// @param atTheMoney strike nearest to the spot
/// @param straddle call and put at the money together
/// @param volatility implied at the money, the mean of call and put, as a fraction
/// @param maxPain settlement that costs the writers of the streamed strikes least
/// @param days to expiry, with fractions
/// @param lot units per lot, 0 where unknown
record ChainSummary(
        double spot,
        double future,
        double forward,
        double atTheMoney,
        double straddle,
        double volatility,
        double putCallRatio,
        double putCallVolumeRatio,
        double maxPain,
        double days,
        int lot) {
    static final ChainSummary UNKNOWN = new ChainSummary(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0);
}
