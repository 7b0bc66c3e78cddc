package in.sauda.core.charges;

import java.math.BigDecimal;

/// What the broker itself takes of an executed order.
@FunctionalInterface
public interface BrokeragePlan {
    /// Rupees for one executed order of that turnover, unrounded.
    BigDecimal brokerage(ChargeClass kind, BigDecimal turnover);

    /// Angel One: delivery 0.1 %, at least 2 rupees (since 1 Nov 2024), intraday 0.03 %, 20 rupees at most; everything
    /// else a flat 20 (rules 9.1).
    static BrokeragePlan angelOne() {
        BigDecimal most = BigDecimal.valueOf(20);
        BigDecimal least = BigDecimal.valueOf(2);
        return (kind, turnover) -> switch (kind) {
            case DELIVERY -> turnover.movePointLeft(3).max(least).min(most);
            case INTRADAY -> turnover.multiply(new BigDecimal("0.0003")).min(most);
            case EQUITY_FUTURE, EQUITY_OPTION, COMMODITY_FUTURE, COMMODITY_OPTION, CURRENCY_FUTURE, CURRENCY_OPTION ->
                most;
        };
    }
}
