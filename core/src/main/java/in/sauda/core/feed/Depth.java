package in.sauda.core.feed;

import java.util.Arrays;

/// Levels of a book a side, best first, copied once and never written again. A level with quantity 0 is empty.
public final class Depth {
    private final long[] bidPrice;
    private final long[] bidQuantity;
    private final int[] bidOrders;
    private final long[] askPrice;
    private final long[] askQuantity;
    private final int[] askOrders;

    /// An empty book, to be filled with {@link #bid} and {@link #ask} before anybody else sees it.
    public Depth(int levels) {
        bidPrice = new long[levels];
        bidQuantity = new long[levels];
        bidOrders = new int[levels];
        askPrice = new long[levels];
        askQuantity = new long[levels];
        askOrders = new int[levels];
    }

    /// Copies the five levels of an event that has them.
    public Depth(MarketEvent event) {
        bidPrice = event.bidPrice.clone();
        bidQuantity = event.bidQuantity.clone();
        bidOrders = event.bidOrders.clone();
        askPrice = event.askPrice.clone();
        askQuantity = event.askQuantity.clone();
        askOrders = event.askOrders.clone();
    }

    /// @param price fixed-point in the segment's decimals
    public void bid(int level, long price, long quantity, int orders) {
        bidPrice[level] = price;
        bidQuantity[level] = quantity;
        bidOrders[level] = orders;
    }

    /// @param price fixed-point in the segment's decimals
    public void ask(int level, long price, long quantity, int orders) {
        askPrice[level] = price;
        askQuantity[level] = quantity;
        askOrders[level] = orders;
    }

    /// Levels a side there is room for.
    public int levels() {
        return bidPrice.length;
    }

    public long bidPrice(int level) {
        return bidPrice[level];
    }

    public long bidQuantity(int level) {
        return bidQuantity[level];
    }

    /// Number of orders, 0 where the broker does not tell.
    public int bidOrders(int level) {
        return bidOrders[level];
    }

    public long askPrice(int level) {
        return askPrice[level];
    }

    public long askQuantity(int level) {
        return askQuantity[level];
    }

    /// Number of orders, 0 where the broker does not tell.
    public int askOrders(int level) {
        return askOrders[level];
    }

    @Override
    public String toString() {
        return "Depth[bids=" + Arrays.toString(bidPrice) + ", asks=" + Arrays.toString(askPrice) + "]";
    }
}
