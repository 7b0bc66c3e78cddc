package in.sauda.core.broker;

/// Parts of a session a broker may lack. A session has exactly the parts its broker's capabilities name.
public enum BrokerPart {
    QUOTES,
    DERIVATIVES,
    OPTIONS,
    COSTS,
    TRIGGER_ORDERS,
    ORDER_DESK,
    MARKET_INFORMATION,
    INSTRUMENT_LOOKUP,
    ADDRESS_CHECK
}
