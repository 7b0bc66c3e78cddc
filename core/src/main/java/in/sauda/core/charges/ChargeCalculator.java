package in.sauda.core.charges;

import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Computes charges in the order of rules 9.2: brokerage of the executed order, fees on its turnover, taxes last.
public final class ChargeCalculator {
    private static final BigDecimal GST = new BigDecimal("0.18");

    private final BrokeragePlan plan;

    public ChargeCalculator(BrokeragePlan plan) {
        this.plan = plan;
    }

    /// Charges of one executed order, exact; round them with {@link Charges#inPaise()}.
    ///
    /// @param turnover price times quantity in rupees, for options the premium; 0 costs nothing
    public Charges order(ChargeClass kind, Segment segment, Side side, BigDecimal turnover) {
        return order(kind, segment, side, turnover, LocalDate.MAX);
    }

    /// The same at the rates of a day.
    public Charges order(ChargeClass kind, Segment segment, Side side, BigDecimal turnover, LocalDate day) {
        if (turnover.signum() == 0) {
            return Charges.NONE;
        }
        ChargeRates rates = ChargeRates.of(kind, segment, day);
        BigDecimal brokerage = plan.brokerage(kind, turnover);
        BigDecimal transaction = turnover.multiply(rates.transaction());
        BigDecimal fund = turnover.multiply(rates.investorFund());
        BigDecimal regulator = turnover.multiply(rates.regulator());
        return new Charges(
                brokerage,
                transaction,
                fund,
                regulator,
                turnover.multiply(rates.taxOn(side)),
                turnover.multiply(rates.stampOn(side)),
                BigDecimal.ZERO,
                brokerage.add(transaction).add(fund).add(regulator).multiply(GST));
    }

    /// The depository's fee for one delivery of one share on one day.
    public Charges delivery(BigDecimal fee) {
        return new Charges(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                fee,
                fee.multiply(GST));
    }
}
