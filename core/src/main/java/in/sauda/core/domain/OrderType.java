package in.sauda.core.domain;

/// Order types a broker may offer; what one really offers is in its capabilities.
public enum OrderType {
    LIMIT,
    MARKET,
    STOP_LIMIT,
    STOP_MARKET
}
