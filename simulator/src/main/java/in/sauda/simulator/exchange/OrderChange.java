package in.sauda.simulator.exchange;

/// What happened to an order, with the code and the word of the order-update socket (protocol 5.3).
public enum OrderChange {
    OPEN("AB01", "open"),
    CANCELLED("AB02", "cancelled"),
    REJECTED("AB03", "rejected"),
    MODIFIED("AB04", "modified"),
    COMPLETE("AB05", "complete"),
    AFTER_MARKET_RECEIVED("AB06", "after market order req received"),
    AFTER_MARKET_CANCELLED("AB07", "cancelled after market order"),
    AFTER_MARKET_MODIFIED("AB08", "modify after market order req received"),
    OPEN_PENDING("AB09", "open pending"),
    TRIGGER_PENDING("AB10", "trigger pending"),
    MODIFY_PENDING("AB11", "modify pending");

    private final String code;
    private final String wire;

    OrderChange(String code, String wire) {
        this.code = code;
        this.wire = wire;
    }

    public String code() {
        return code;
    }

    public String wire() {
        return wire;
    }
}
