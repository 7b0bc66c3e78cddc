package in.sauda.core.orders;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;

/// Prices a "market-like" order: a limit far enough through the book to fill at once, near enough to bound the damage.
///
/// Raw market orders may not be sent over the brokers' interfaces since 1 April 2026. The percentages follow Upstox's
/// market price protection, as far as it is published (`rules.md` 6.2).
public final class ProtectedLimit {
    private static final int BASIS_POINTS = 10_000;

    private ProtectedLimit() {}

    /// The protected limit price.
    ///
    /// @param reference best opposite price, or the last price when the book is unknown; fixed-point
    /// @return a whole number of ticks, rounded towards execution and at least one tick
    public static long price(Instrument instrument, Side side, long reference) {
        long band = Math.floorDiv(reference * basisPoints(instrument, reference) + BASIS_POINTS - 1, BASIS_POINTS);
        long raw = reference + side.sign() * band;
        long tick = Math.max(1, instrument.tickSize());
        long ticks = side == Side.BUY ? Math.ceilDiv(raw, tick) : Math.floorDiv(raw, tick);
        return Math.max(1, ticks) * tick;
    }

    /// Width of the band in hundredths of a percent.
    public static int basisPoints(Instrument instrument, long reference) {
        double rupees = FixedPoint.toDouble(reference, instrument.priceDecimals());
        return instrument.category() == InstrumentCategory.OPTIONS ? optionBand(rupees) : cashBand(rupees);
    }

    private static int optionBand(double rupees) {
        if (rupees < 5) {
            return 1_500;
        }
        if (rupees < 10) {
            return 1_000;
        }
        return rupees <= 100 ? 500 : 300;
    }

    private static int cashBand(double rupees) {
        if (rupees < 50) {
            return 300;
        }
        if (rupees < 500) {
            return 200;
        }
        return rupees < 10_000 ? 100 : 50;
    }
}
