package in.sauda.core.candles;

import in.sauda.core.feed.MarketEvent;

/// Holds back a price that cannot be right until a second tick confirms it (rules 7.4).
///
/// Suspicious is a price outside the circuit limits, or more than 20 % (index 10 %) from the last good one. The next
/// tick confirms it by lying within the same distance of the suspect. A price of zero or less is never believed.
/// The volume of a withheld tick is not lost: volumes are cumulative, the next good tick carries it.
public final class BadTickFilter {
    private final int tolerancePercent;
    private long lastGood;
    private long suspect;

    public BadTickFilter(boolean index) {
        tolerancePercent = index ? 10 : 20;
    }

    /// Returns true when the tick's price may be used.
    public boolean accept(MarketEvent event) {
        long price = event.lastPrice;
        if (price <= 0) {
            return false;
        }
        long reference = lastGood > 0 ? lastGood : event.previousClose;
        boolean plausible = withinCircuit(event) && (reference <= 0 || near(price, reference));
        if (!plausible && !(suspect > 0 && near(price, suspect))) {
            suspect = price;
            return false;
        }
        lastGood = price;
        suspect = 0;
        return true;
    }

    private static boolean withinCircuit(MarketEvent event) {
        return (event.upperCircuit <= 0 || event.lastPrice <= event.upperCircuit)
                && (event.lowerCircuit <= 0 || event.lastPrice >= event.lowerCircuit);
    }

    private boolean near(long price, long reference) {
        return Math.abs(price - reference) * 100 <= reference * tolerancePercent;
    }
}
