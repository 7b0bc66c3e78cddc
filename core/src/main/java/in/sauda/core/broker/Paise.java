package in.sauda.core.broker;

/// Amounts of money in the SPI: whole paise, negative where money is owed.
public final class Paise {
    /// The broker did not state the amount; zero would be a lie.
    public static final long UNKNOWN = Long.MIN_VALUE;

    private Paise() {}

    public static boolean known(long paise) {
        return paise != UNKNOWN;
    }
}
