package in.sauda.core.feed;

import java.util.Arrays;

/// One market-data update, preallocated in the inbound ring and overwritten in place.
///
/// Fields are public and mutable on purpose: a feed thread fills an event between {@link
/// MarketEventPublisher#begin()} and {@link MarketEventPublisher#publish()}, the engine thread reads it
/// afterwards, and the ring's barriers order the two. Nobody keeps a reference beyond that. Prices are
/// fixed-point in the segment's decimals; quantities are units. A value the mode does not carry is {@link
/// #UNKNOWN}.
public final class MarketEvent {
    /// Marks a number the packet did not carry.
    public static final long UNKNOWN = -1;

    public static final int DEPTH_LEVELS = 5;

    /// Dense index given by the instrument registry.
    public int instrument;

    public FeedMode mode = FeedMode.LTP;
    public long sequence;
    /// Exchange time, epoch milliseconds UTC.
    public long exchangeMillis;
    /// Time of the last trade, epoch milliseconds UTC, or UNKNOWN.
    public long lastTradeMillis;
    /// Monotonic time of receipt, before decoding.
    public long receivedNanos;
    /// Wall time of receipt, epoch milliseconds UTC.
    public long receivedMillis;

    /// Which connection brought it: the monotonic time at which that was made, 0 when the source does not say. Between
    /// two events of one instrument from different connections updates may be missing.
    public long connectedNanos;

    /// True for a quote that was asked for: its time lags, and it has no sequence.
    public boolean polled;

    public long lastPrice;
    public long lastQuantity;
    public long averagePrice;
    /// Cumulative volume of the day.
    public long volume;
    public long totalBuyQuantity;
    public long totalSellQuantity;
    public long open;
    public long high;
    public long low;
    public long previousClose;
    public long openInterest;
    public long upperCircuit;
    public long lowerCircuit;

    /// True when the depth arrays below are filled; a level with quantity 0 is empty.
    public boolean hasDepth;

    public final long[] bidPrice = new long[DEPTH_LEVELS];
    public final long[] bidQuantity = new long[DEPTH_LEVELS];
    public final int[] bidOrders = new int[DEPTH_LEVELS];
    public final long[] askPrice = new long[DEPTH_LEVELS];
    public final long[] askQuantity = new long[DEPTH_LEVELS];
    public final int[] askOrders = new int[DEPTH_LEVELS];

    /// Updates merged into this one because the ring was full; 0 for an ordinary event.
    public int conflatedCount;
    /// Highest and lowest last price among the merged updates; equal to lastPrice for an ordinary event.
    public long conflatedHigh;

    public long conflatedLow;

    /// Sets everything a poorer mode may leave untouched to UNKNOWN and the conflation marks to "none".
    public void clear() {
        lastTradeMillis = UNKNOWN;
        lastQuantity = UNKNOWN;
        averagePrice = UNKNOWN;
        volume = UNKNOWN;
        totalBuyQuantity = UNKNOWN;
        totalSellQuantity = UNKNOWN;
        open = UNKNOWN;
        high = UNKNOWN;
        low = UNKNOWN;
        previousClose = UNKNOWN;
        openInterest = UNKNOWN;
        upperCircuit = UNKNOWN;
        lowerCircuit = UNKNOWN;
        connectedNanos = 0;
        polled = false;
        hasDepth = false;
        conflatedCount = 0;
        conflatedHigh = lastPrice;
        conflatedLow = lastPrice;
    }

    /// Copies every field, arrays included; used when a full ring makes an update wait.
    public void copyFrom(MarketEvent other) {
        instrument = other.instrument;
        mode = other.mode;
        sequence = other.sequence;
        exchangeMillis = other.exchangeMillis;
        lastTradeMillis = other.lastTradeMillis;
        receivedNanos = other.receivedNanos;
        receivedMillis = other.receivedMillis;
        connectedNanos = other.connectedNanos;
        polled = other.polled;
        lastPrice = other.lastPrice;
        lastQuantity = other.lastQuantity;
        averagePrice = other.averagePrice;
        volume = other.volume;
        totalBuyQuantity = other.totalBuyQuantity;
        totalSellQuantity = other.totalSellQuantity;
        open = other.open;
        high = other.high;
        low = other.low;
        previousClose = other.previousClose;
        openInterest = other.openInterest;
        upperCircuit = other.upperCircuit;
        lowerCircuit = other.lowerCircuit;
        hasDepth = other.hasDepth;
        if (other.hasDepth) {
            System.arraycopy(other.bidPrice, 0, bidPrice, 0, DEPTH_LEVELS);
            System.arraycopy(other.bidQuantity, 0, bidQuantity, 0, DEPTH_LEVELS);
            System.arraycopy(other.bidOrders, 0, bidOrders, 0, DEPTH_LEVELS);
            System.arraycopy(other.askPrice, 0, askPrice, 0, DEPTH_LEVELS);
            System.arraycopy(other.askQuantity, 0, askQuantity, 0, DEPTH_LEVELS);
            System.arraycopy(other.askOrders, 0, askOrders, 0, DEPTH_LEVELS);
        }
        conflatedCount = other.conflatedCount;
        conflatedHigh = other.conflatedHigh;
        conflatedLow = other.conflatedLow;
    }

    /// Takes over a newer update of the same instrument without losing anything that cannot be had again: the
    /// price range and the values the newer packet's mode does not carry.
    public void mergeNewer(MarketEvent newer) {
        long olderHigh = conflatedHigh;
        long olderLow = conflatedLow;
        int merged = conflatedCount + newer.conflatedCount + 1;
        long olderVolume = volume;
        long olderInterest = openInterest;
        long olderTrade = lastTradeMillis;
        copyFrom(newer);
        conflatedHigh = Math.max(olderHigh, newer.conflatedHigh);
        conflatedLow = Math.min(olderLow, newer.conflatedLow);
        conflatedCount = merged;
        volume = newer.volume == UNKNOWN ? olderVolume : newer.volume;
        openInterest = newer.openInterest == UNKNOWN ? olderInterest : newer.openInterest;
        lastTradeMillis = newer.lastTradeMillis == UNKNOWN ? olderTrade : newer.lastTradeMillis;
    }

    @Override
    public String toString() {
        return "MarketEvent[instrument=" + instrument + ", mode=" + mode + ", sequence=" + sequence
                + ", exchangeMillis=" + exchangeMillis + ", lastPrice=" + lastPrice + ", volume=" + volume
                + (hasDepth ? ", bids=" + Arrays.toString(bidPrice) + ", asks=" + Arrays.toString(askPrice) : "") + "]";
    }
}
