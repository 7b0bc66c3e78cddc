package in.sauda.app.chart;

/// Round prices for the grid and the price axis: steps of 1, 2 or 5 times a power of ten, never finer than the
/// instrument shows.
///
/// Labels are made again only when the range moved, so a ticking last bar costs no text. Owned by the JavaFX thread.
final class PriceTicks {
    private static final double MIN_GAP_PIXELS = 44;
    private static final int MAX_TICKS = 64;

    private final long[] prices = new long[MAX_TICKS];
    private final String[] labels = new String[MAX_TICKS];
    private int count;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;
    private double height = Double.NaN;

    void update(PriceScale scale, PriceText text) {
        if (scale.minimum() == minimum && scale.maximum() == maximum && scale.height() == height) {
            return;
        }
        minimum = scale.minimum();
        maximum = scale.maximum();
        height = scale.height();
        long step = step((maximum - minimum) * MIN_GAP_PIXELS / height);
        count = 0;
        for (long price = Math.ceilDiv((long) Math.ceil(minimum), step) * step;
                price <= maximum && count < MAX_TICKS;
                price += step) {
            prices[count] = price;
            labels[count++] = text.price(price);
        }
    }

    void invalidate() {
        minimum = Double.NaN;
    }

    int count() {
        return count;
    }

    long price(int tick) {
        return prices[tick];
    }

    String label(int tick) {
        return labels[tick];
    }

    /// Smallest round step of at least the wanted size, in fixed-point units.
    static long step(double wanted) {
        long power = 1;
        while (power * 5 < wanted) {
            power *= 10;
        }
        if (power >= wanted) {
            return power;
        }
        return power * 2 >= wanted ? power * 2 : power * 5;
    }
}
