package in.sauda.core.charges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/// What one executed order, or several together, costs besides its price, in rupees.
///
/// @param transactionTax STT, for commodities CTT
/// @param depository the depository's fee for delivering shares
/// @param goodsAndServicesTax on everything but the transaction tax and the stamp
public record Charges(
        BigDecimal brokerage,
        BigDecimal transaction,
        BigDecimal investorFund,
        BigDecimal regulator,
        BigDecimal transactionTax,
        BigDecimal stamp,
        BigDecimal depository,
        BigDecimal goodsAndServicesTax) {
    public static final Charges NONE = new Charges(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    public BigDecimal total() {
        return brokerage
                .add(transaction)
                .add(investorFund)
                .add(regulator)
                .add(transactionTax)
                .add(stamp)
                .add(depository)
                .add(goodsAndServicesTax);
    }

    public Charges plus(Charges other) {
        return new Charges(
                brokerage.add(other.brokerage),
                transaction.add(other.transaction),
                investorFund.add(other.investorFund),
                regulator.add(other.regulator),
                transactionTax.add(other.transactionTax),
                stamp.add(other.stamp),
                depository.add(other.depository),
                goodsAndServicesTax.add(other.goodsAndServicesTax));
    }

    /// Every part in whole paise, as an order is charged.
    public Charges inPaise() {
        UnaryOperator<BigDecimal> paise = amount -> amount.setScale(2, RoundingMode.HALF_UP);
        return new Charges(
                paise.apply(brokerage),
                paise.apply(transaction),
                paise.apply(investorFund),
                paise.apply(regulator),
                paise.apply(transactionTax),
                paise.apply(stamp),
                paise.apply(depository),
                paise.apply(goodsAndServicesTax));
    }

    /// Transaction tax and stamp in whole rupees, as the contract note of a day and segment shows them.
    public Charges asOnContractNote() {
        return new Charges(
                brokerage,
                transaction,
                investorFund,
                regulator,
                transactionTax.setScale(0, RoundingMode.HALF_UP),
                stamp.setScale(0, RoundingMode.HALF_UP),
                depository,
                goodsAndServicesTax);
    }
}
