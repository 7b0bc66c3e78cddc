package in.sauda.simulator.exchange;

/// Where an order stands, with the word the wire uses (protocol 5.3).
public enum OrderState {
    AFTER_MARKET("after market order req received"),
    OPEN("open"),
    TRIGGER_PENDING("trigger pending"),
    COMPLETE("complete"),
    CANCELLED("cancelled"),
    REJECTED("rejected");

    private final String wire;

    OrderState(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public boolean working() {
        return this == OPEN || this == TRIGGER_PENDING || this == AFTER_MARKET;
    }
}
