package in.sauda.simulator.exchange;

import in.sauda.core.charges.BrokeragePlan;
import in.sauda.core.charges.ChargeCalculator;
import in.sauda.core.charges.ChargeClass;
import in.sauda.core.charges.Charges;
import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the account has been charged: every executed order once, on all it traded. Guarded by the market's lock.
public final class ChargeBook {
    private static final ChargeCalculator CALCULATOR = new ChargeCalculator(BrokeragePlan.angelOne());

    private final Map<ExchangeOrder, Charges> byOrder = new LinkedHashMap<>();
    private BigDecimal total = BigDecimal.ZERO;

    /// The order has traded more: its charges are computed anew.
    void traded(ExchangeOrder order) {
        OrderSpec spec = order.spec();
        Charges charges = of(spec.contract(), spec.product(), spec.side(), order.turnoverRupees());
        Charges before = byOrder.put(order, charges);
        total = total.add(charges.total()).subtract(before == null ? BigDecimal.ZERO : before.total());
    }

    /// Rupees charged so far.
    double total() {
        return total.doubleValue();
    }

    void reset() {
        byOrder.clear();
        total = BigDecimal.ZERO;
    }

    /// Charges of one executed order in paise, the same for an estimate and for the account.
    public static Charges of(Contract contract, String product, Side side, BigDecimal turnover) {
        return CALCULATOR
                .order(kind(contract, product), contract.segment(), side, turnover)
                .inPaise();
    }

    private static ChargeClass kind(Contract contract, String product) {
        boolean option = contract.kind() == Contract.Kind.OPTION;
        return switch (contract.segment()) {
            case NSE, BSE -> product.equals("INTRADAY") ? ChargeClass.INTRADAY : ChargeClass.DELIVERY;
            case NFO, BFO -> option ? ChargeClass.EQUITY_OPTION : ChargeClass.EQUITY_FUTURE;
            case MCX, NCDEX, NCO -> option ? ChargeClass.COMMODITY_OPTION : ChargeClass.COMMODITY_FUTURE;
            case CDS, BCD -> option ? ChargeClass.CURRENCY_OPTION : ChargeClass.CURRENCY_FUTURE;
        };
    }
}
