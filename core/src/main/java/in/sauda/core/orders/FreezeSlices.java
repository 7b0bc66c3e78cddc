package in.sauda.core.orders;

import in.sauda.core.instruments.Instrument;

/// Into how many orders a quantity has to be cut that the exchange does not take as one (rules 6.3).
public final class FreezeSlices {
    private FreezeSlices() {}

    /// Largest quantity of one order in whole lots, 0 where the exchange's limit is not known.
    public static long largest(Instrument listing) {
        return listing.freezeQuantity() / listing.lotSize() * listing.lotSize();
    }

    /// 1 where the quantity fits into one order, or the limit is not known.
    public static int count(Instrument listing, long quantity) {
        if (listing.freezeQuantity() == 0 || quantity <= listing.freezeQuantity()) {
            return 1;
        }
        long largest = largest(listing);
        return largest == 0 ? Integer.MAX_VALUE : Math.clamp(Math.ceilDiv(quantity, largest), 1, Integer.MAX_VALUE);
    }
}
