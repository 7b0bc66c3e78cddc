package in.sauda.core.charges;

import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Shares of the turnover that exchange, regulator and state take, by the day they were in force (rules 9.1): NSE's
/// fees
/// changed on 1 Oct 2024 and 1 Mar 2026, the tax on derivatives on 1 Oct 2024 and 1 Apr 2026. Days before October 2024
/// have the fees of that month.
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

    private static final LocalDate NSE_FEES_OF_2026 = LocalDate.of(2026, 3, 1);
    private static final LocalDate TAX_OF_2026 = LocalDate.of(2026, 4, 1);
    private static final LocalDate TAX_OF_2024 = LocalDate.of(2024, 10, 1);

    /// Rates of a class of trade in a segment, the newest there are.
    public static ChargeRates of(ChargeClass kind, Segment segment) {
        return of(kind, segment, LocalDate.MAX);
    }

    /// Rates of a class of trade in a segment on a day.
    public static ChargeRates of(ChargeClass kind, Segment segment, LocalDate day) {
        boolean bse = segment == Segment.BSE || segment == Segment.BFO;
        boolean now = !day.isBefore(NSE_FEES_OF_2026);
        return switch (kind) {
            case DELIVERY -> cash("0.1", true, bse, now, "0.015");
            case INTRADAY -> cash("0.025", false, bse, now, "0.003");
            case EQUITY_FUTURE ->
                rates(
                        taxed(day, "0.05", "0.02", "0.0125"),
                        bse ? "0" : now ? "0.0018299" : "0.00173",
                        bse ? "0" : now ? "0.0000001" : "0.0001",
                        "0.002");
            case EQUITY_OPTION ->
                rates(
                        taxed(day, "0.15", "0.10", "0.0625"),
                        bse ? "0.0325" : now ? "0.03552" : "0.03503",
                        bse ? "0" : now ? "0.00001" : "0.0005",
                        "0.003");
            case COMMODITY_FUTURE -> rates("0.01", "0.0021", "0", "0.002");
            case COMMODITY_OPTION -> rates("0.05", "0.0418", "0", "0.003");
            case CURRENCY_FUTURE -> rates("0", "0.00035", "0", "0.0001");
            case CURRENCY_OPTION -> rates("0", "0.0311", "0", "0.0001");
        };
    }

    private static String taxed(LocalDate day, String since2026, String since2024, String before) {
        return !day.isBefore(TAX_OF_2026) ? since2026 : !day.isBefore(TAX_OF_2024) ? since2024 : before;
    }

    private static ChargeRates cash(
            String taxPercent, boolean taxOnBuys, boolean bse, boolean now, String stampPercent) {
        return new ChargeRates(
                percent(taxPercent),
                taxOnBuys,
                percent(bse ? "0.00375" : now ? "0.0030699" : "0.00297"),
                bse ? NONE : percent(now ? "0.0000001" : "0.0001"),
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
