package in.sauda.core.charges;

/// The kinds of trade that are charged at different rates.
public enum ChargeClass {
    DELIVERY,
    INTRADAY,
    EQUITY_FUTURE,
    EQUITY_OPTION,
    COMMODITY_FUTURE,
    COMMODITY_OPTION,
    CURRENCY_FUTURE,
    CURRENCY_OPTION
}
