package in.sauda.core.backtest;

import in.sauda.core.instruments.Instrument;

/// Units to trade (rules 6.4): what loses the allowed risk between entry and stop, worth at most the capital, in whole
/// lots, never rounded up.
final class Sizing {
    private final TradePlan plan;

    Sizing(TradePlan plan) {
        this.plan = plan;
    }

    /// @return units, 0 when the risk allows less than one lot
    long quantity(Instrument instrument, long price, long stop) {
        if (plan.quantity() > 0) {
            return plan.quantity();
        }
        double unitPaise = instrument.valuePaise(price, 1);
        double lossPaise = Math.abs(instrument.valuePaise(price - stop, 1));
        double riskPaise = plan.capitalPaise() * plan.riskPercent() / 100.0;
        double units = Math.min(riskPaise / Math.max(1.0, lossPaise), plan.capitalPaise() / unitPaise);
        return (long) Math.floor(units / plan.lot()) * plan.lot();
    }
}
