package in.sauda.core.alerts;

/// How the number must stand to the value.
public enum AlertRelation {
    ABOVE("at or above", ">="),
    BELOW("at or below", "<="),
    CROSSES_UP("crosses up through", "x>"),
    CROSSES_DOWN("crosses down through", "x<"),
    CROSSES("crosses", "x");

    private final String title;
    private final String sign;

    AlertRelation(String title, String sign) {
        this.title = title;
        this.sign = sign;
    }

    /// For people.
    public String title() {
        return title;
    }

    /// As the command line has it.
    public String sign() {
        return sign;
    }

    /// Whether the number stands like that now.
    ///
    /// @param before the number's last reading, NaN when there was none: nothing crosses on a first reading
    boolean holds(double before, double now, double value) {
        return switch (this) {
            case ABOVE -> now >= value;
            case BELOW -> now <= value;
            case CROSSES_UP -> before < value && now >= value;
            case CROSSES_DOWN -> before > value && now <= value;
            case CROSSES -> (before < value && now >= value) || (before > value && now <= value);
        };
    }

    /// True for relations that hold for one reading only.
    boolean momentary() {
        return this == CROSSES || this == CROSSES_UP || this == CROSSES_DOWN;
    }
}
