package in.sauda.core.backtest;

import in.sauda.core.charges.ChargeCalculator;
import in.sauda.core.charges.ChargeClass;
import in.sauda.core.charges.Charges;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Charges of a round trip, as the contract note of its day would show them (rules 9).
final class TradeCosts {
    private final ChargeCalculator calculator;

    TradeCosts(ChargeCalculator calculator) {
        this.calculator = calculator;
    }

    /// @param day of the trade, whose rates are in force
    Charges of(Instrument instrument, long bought, long sold, long quantity, LocalDate day) {
        return order(instrument, Side.BUY, bought, quantity, day)
                .plus(order(instrument, Side.SELL, sold, quantity, day))
                .asOnContractNote();
    }

    private Charges order(Instrument instrument, Side side, long price, long quantity, LocalDate day) {
        BigDecimal turnover = instrument.rupees(price).multiply(BigDecimal.valueOf(quantity));
        return calculator.order(kind(instrument), instrument.segment(), side, turnover, day);
    }

    /// Positions never stay over night, so cash trades are intraday.
    static ChargeClass kind(Instrument instrument) {
        boolean option = instrument.category() == InstrumentCategory.OPTIONS;
        return switch (instrument.segment()) {
            case NSE, BSE -> ChargeClass.INTRADAY;
            case NFO, BFO -> option ? ChargeClass.EQUITY_OPTION : ChargeClass.EQUITY_FUTURE;
            case MCX, NCDEX, NCO -> option ? ChargeClass.COMMODITY_OPTION : ChargeClass.COMMODITY_FUTURE;
            case CDS, BCD -> option ? ChargeClass.CURRENCY_OPTION : ChargeClass.CURRENCY_FUTURE;
        };
    }
}
