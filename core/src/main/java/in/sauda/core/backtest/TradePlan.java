package in.sauda.core.backtest;

import java.time.LocalTime;

/// How signals become trades in a backtest (rules 2.10 X-3, 6.4, 6.8).
///
/// @param capitalPaise one position is never worth more; intraday margin of 20 % lets five be open
/// @param riskPercent share of the capital lost when the stop is hit; decides the quantity
/// @param quantity fixed units, or 0 to size by risk
/// @param lot quantities are whole lots of this many units
/// @param holdMinutes exit at the open of the first candle this long after the entry
/// @param targetPercent profit target over the entry price, 0 for none
/// @param slippagePercent added to every market fill, against the trade
/// @param maxPositions open at the same time, one a symbol
/// @param squareOffCash last moment of a cash position
/// @param squareOffDerivatives last moment of a futures or options position
public record TradePlan(
        long capitalPaise,
        double riskPercent,
        long quantity,
        int lot,
        int holdMinutes,
        double targetPercent,
        double slippagePercent,
        int maxPositions,
        LocalTime squareOffCash,
        LocalTime squareOffDerivatives) {
    /// Ten lakh of capital, 1 % risk, five minutes, no target, 0.05 % slippage.
    public static TradePlan standard() {
        return new TradePlan(100_000_000L, 1.0, 0, 1, 5, 0, 0.05, 5, LocalTime.of(15, 10), LocalTime.of(15, 25));
    }
}
