package in.sauda.simulator.master;

/// Tick sizes in paise by price (rules 6.3).
final class TickSizes {
    private TickSizes() {}

    /// Cash shares and their futures.
    static long share(double rupees) {
        if (rupees < 250) {
            return 1;
        }
        if (rupees <= 1_000) {
            return 5;
        }
        if (rupees <= 5_000) {
            return 10;
        }
        if (rupees <= 10_000) {
            return 50;
        }
        return rupees <= 20_000 ? 100 : 500;
    }

    static long indexFuture(double level) {
        if (level <= 15_000) {
            return 5;
        }
        return level <= 30_000 ? 10 : 20;
    }

    static long shareOption(double underlyingRupees) {
        return underlyingRupees < 250 ? 1 : 5;
    }
}
