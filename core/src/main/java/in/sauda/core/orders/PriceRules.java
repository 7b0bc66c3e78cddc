package in.sauda.core.orders;

import in.sauda.core.domain.Side;

/// Ticks (rules 6.3): integers, and never a price worse than the one typed.
public final class PriceRules {
    private PriceRules() {}

    /// A limit price on the tick grid: a buy rounds down, a sale up.
    ///
    /// @param tickSize fixed-point, 0 when unknown: then the price is returned as typed
    public static long limit(Side side, long price, long tickSize) {
        return side == Side.BUY ? down(price, tickSize) : up(price, tickSize);
    }

    /// A trigger price on the tick grid: a buy stop rounds up, a sell stop down.
    public static long trigger(Side side, long price, long tickSize) {
        return side == Side.BUY ? up(price, tickSize) : down(price, tickSize);
    }

    private static long down(long price, long tickSize) {
        return tickSize <= 0 ? price : Math.floorDiv(price, tickSize) * tickSize;
    }

    private static long up(long price, long tickSize) {
        return tickSize <= 0 ? price : Math.ceilDiv(price, tickSize) * tickSize;
    }
}
