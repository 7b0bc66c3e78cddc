package in.sauda.core.domain;

/// How long a position may be carried: MIS, CNC and NRML in the brokers' words.
public enum Product {
    INTRADAY("Intraday MIS"),
    DELIVERY("Delivery CNC"),
    CARRY_FORWARD("Carry NRML");

    private final String words;

    Product(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
