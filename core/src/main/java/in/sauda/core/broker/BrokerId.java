package in.sauda.core.broker;

/// Stable lower-case name of a broker, e.g. {@code angelone}.
public record BrokerId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
