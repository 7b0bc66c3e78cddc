package in.sauda.core.broker;

/// Money available at the broker, in paise.
public record Funds(long availableCash, long utilised, long net) {}
