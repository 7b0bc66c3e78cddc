package in.sauda.core.view;

import in.sauda.core.feed.MarketEvent;
import java.util.Arrays;

/// Five levels a side, best first, copied once and never written again. A level with quantity 0 is empty.
public final class Depth {
    public static final int LEVELS = MarketEvent.DEPTH_LEVELS;

    private final long[] bidPrice;
    private final long[] bidQuantity;
    private final int[] bidOrders;
    private final long[] askPrice;
    private final long[] askQuantity;
    private final int[] askOrders;

    /// Copies the depth of an event that has one.
    public Depth(MarketEvent event) {
        bidPrice = event.bidPrice.clone();
        bidQuantity = event.bidQuantity.clone();
        bidOrders = event.bidOrders.clone();
        askPrice = event.askPrice.clone();
        askQuantity = event.askQuantity.clone();
        askOrders = event.askOrders.clone();
    }

    public long bidPrice(int level) {
        return bidPrice[level];
    }

    public long bidQuantity(int level) {
        return bidQuantity[level];
    }

    public int bidOrders(int level) {
        return bidOrders[level];
    }

    public long askPrice(int level) {
        return askPrice[level];
    }

    public long askQuantity(int level) {
        return askQuantity[level];
    }

    public int askOrders(int level) {
        return askOrders[level];
    }

    @Override
    public String toString() {
        return "Depth[bids=" + Arrays.toString(bidPrice) + ", asks=" + Arrays.toString(askPrice) + "]";
    }
}
