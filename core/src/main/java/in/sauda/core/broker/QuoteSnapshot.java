package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import java.util.List;

/// A quote that was asked for, with everything a {@link MarketEvent} takes. Prices are fixed-point in the
/// segment's decimals, quantities are units, and what the detail does not carry is {@link MarketEvent#UNKNOWN}.
///
/// @param exchangeMillis the exchange's time of the quote, or UNKNOWN when the detail carries none
/// @param lastTradeMillis time of the last trade, epoch milliseconds
/// @param receivedNanos monotonic time of the reply
/// @param receivedMillis wall time of the reply
/// @param volume cumulative volume of the day
/// @param bids best first, at most five levels; empty when there is no depth
/// @param asks best first, at most five levels; empty when there is no depth
public record QuoteSnapshot(
        InstrumentKey key,
        QuoteDetail detail,
        long exchangeMillis,
        long lastTradeMillis,
        long receivedNanos,
        long receivedMillis,
        long lastPrice,
        long lastQuantity,
        long averagePrice,
        long volume,
        long totalBuyQuantity,
        long totalSellQuantity,
        long open,
        long high,
        long low,
        long previousClose,
        long openInterest,
        long upperCircuit,
        long lowerCircuit,
        long yearHigh,
        long yearLow,
        List<Level> bids,
        List<Level> asks) {
    public QuoteSnapshot {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /// One level of the depth; quantity 0 marks an empty one.
    public record Level(long price, long quantity, int orders) {}

    /// Fills an event of the inbound ring. A quote without a time of its own counts as made when it was received.
    ///
    /// @param index registry index of the instrument
    public void fill(MarketEvent event, int index) {
        event.lastPrice = lastPrice;
        event.clear();
        event.instrument = index;
        event.mode = switch (detail) {
            case LAST -> FeedMode.LTP;
            case OHLC -> FeedMode.QUOTE;
            case FULL -> FeedMode.FULL;
        };
        event.sequence = 0;
        event.exchangeMillis = exchangeMillis == MarketEvent.UNKNOWN ? receivedMillis : exchangeMillis;
        event.lastTradeMillis = lastTradeMillis;
        event.receivedNanos = receivedNanos;
        event.receivedMillis = receivedMillis;
        event.lastQuantity = lastQuantity;
        event.averagePrice = averagePrice;
        event.volume = volume;
        event.totalBuyQuantity = totalBuyQuantity;
        event.totalSellQuantity = totalSellQuantity;
        event.open = open;
        event.high = high;
        event.low = low;
        event.previousClose = previousClose;
        event.openInterest = openInterest;
        event.upperCircuit = upperCircuit;
        event.lowerCircuit = lowerCircuit;
        event.hasDepth = !bids.isEmpty() || !asks.isEmpty();
        if (event.hasDepth) {
            side(bids, event.bidPrice, event.bidQuantity, event.bidOrders);
            side(asks, event.askPrice, event.askQuantity, event.askOrders);
        }
    }

    private static void side(List<Level> levels, long[] prices, long[] quantities, int[] orders) {
        for (int i = 0; i < MarketEvent.DEPTH_LEVELS; i++) {
            boolean filled = i < levels.size();
            prices[i] = filled ? levels.get(i).price() : 0;
            quantities[i] = filled ? levels.get(i).quantity() : 0;
            orders[i] = filled ? levels.get(i).orders() : 0;
        }
    }
}
