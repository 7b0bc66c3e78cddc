package in.sauda.simulator.market;

/// A listed company as the market model starts from it.
///
/// @param price rupees at the previous close
/// @param lot F&O lot, 0 without derivatives
/// @param freeze largest F&O order in units
/// @param turnoverCrore value traded on an ordinary day, in crore rupees
/// @param series on NSE: EQ, or BE where every trade is delivered
public record Stock(
        String symbol,
        String token,
        double price,
        int lot,
        long freeze,
        String sector,
        double turnoverCrore,
        String series) {
    public boolean derivatives() {
        return lot > 0;
    }
}
