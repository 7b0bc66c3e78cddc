package in.sauda.core.orders;

/// Why our own checks refuse an order.
///
/// @param code stable, e.g. {@code PRICE_BAND}
/// @param sentence one plain sentence
/// @param nextStep what the user can do
public record Denial(String code, String sentence, String nextStep) {}
