package in.sauda.app.alerts;

/// What is heard when an alert fires.
@FunctionalInterface
public interface Bell {
    /// Is heard soon, or not at all; never blocks.
    void ring();

    /// Why nothing can be heard, empty when something can.
    default String problem() {
        return "";
    }
}
