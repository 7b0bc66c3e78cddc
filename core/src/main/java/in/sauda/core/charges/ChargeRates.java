package in.sauda.core.charges;

import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.math.BigDecimal;

/// Shares of the turnover that exchange, regulator and state take, as in force since 1 Apr 2026 (rules 9.1).
///
/// @param tax securities or commodity transaction tax on a sale
/// @param taxOnBuys true where purchases pay it too
/// @param transaction the exchange's own fee, each side
/// @param investorFund the exchange's investor protection fund, each side
/// @param regulator the regulator's fee, each side
/// @param stamp stamp duty, on purchases
public record ChargeRates(
        BigDecimal tax,
        boolean taxOnBuys,
        BigDecimal transaction,
        BigDecimal investorFund,
        BigDecimal regulator,
        BigDecimal stamp) {
    private static final BigDecimal NONE = BigDecimal.ZERO;
    /// Ten rupees a crore.
    private static final BigDecimal REGULATOR = new BigDecimal("0.000001");

    /// Rates of a class of trade in a segment.
    public static ChargeRates of(ChargeClass kind, Segment segment) {
        boolean bse = segment == Segment.BSE || segment == Segment.BFO;
        return switch (kind) {
            case DELIVERY -> cash("0.1", true, bse, "0.015");
            case INTRADAY -> cash("0.025", false, bse, "0.003");
            case EQUITY_FUTURE -> rates("0.05", bse ? "0" : "0.0018299", bse ? "0" : "0.0000001", "0.002");
            case EQUITY_OPTION -> rates("0.15", bse ? "0.0325" : "0.03552", bse ? "0" : "0.00001", "0.003");
            case COMMODITY_FUTURE -> rates("0.01", "0.0021", "0", "0.002");
            case COMMODITY_OPTION -> rates("0.05", "0.0418", "0", "0.003");
            case CURRENCY_FUTURE -> rates("0", "0.00035", "0", "0.0001");
            case CURRENCY_OPTION -> rates("0", "0.0311", "0", "0.0001");
        };
    }

    private static ChargeRates cash(String taxPercent, boolean taxOnBuys, boolean bse, String stampPercent) {
        return new ChargeRates(
                percent(taxPercent),
                taxOnBuys,
                percent(bse ? "0.00375" : "0.0030699"),
                bse ? NONE : percent("0.0000001"),
                REGULATOR,
                percent(stampPercent));
    }

    private static ChargeRates rates(String taxPercent, String transaction, String investorFund, String stamp) {
        return new ChargeRates(
                percent(taxPercent), false, percent(transaction), percent(investorFund), REGULATOR, percent(stamp));
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text).movePointLeft(2);
    }

    BigDecimal taxOn(Side side) {
        return side == Side.SELL || taxOnBuys ? tax : NONE;
    }

    BigDecimal stampOn(Side side) {
        return side == Side.BUY ? stamp : NONE;
    }
}
