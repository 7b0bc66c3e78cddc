package in.sauda.core.journal;

import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import java.nio.ByteBuffer;
import java.util.List;

/// Market events as bytes: every field, depth only when there is one.
final class EventCodec {
    private static final List<FeedMode> MODES = List.of(FeedMode.values());
    private static final int POLLED = 1;
    private static final int DEPTH = 2;

    /// An upper bound of an event's bytes.
    static final int MOST_BYTES = 4 + 2 + 4 + 22 * 8 + MarketEvent.DEPTH_LEVELS * 40;

    private EventCodec() {}

    @SuppressWarnings("EnumOrdinal") // the modes keep their order; the journal of a day is read by the same version
    static void write(MarketEvent event, ByteBuffer to) {
        to.putInt(event.instrument)
                .put((byte) event.mode.ordinal())
                .put((byte) ((event.polled ? POLLED : 0) | (event.hasDepth ? DEPTH : 0)))
                .putInt(event.conflatedCount)
                .putLong(event.sequence)
                .putLong(event.exchangeMillis)
                .putLong(event.lastTradeMillis)
                .putLong(event.receivedNanos)
                .putLong(event.receivedMillis)
                .putLong(event.connectedNanos)
                .putLong(event.lastPrice)
                .putLong(event.lastQuantity)
                .putLong(event.averagePrice)
                .putLong(event.volume)
                .putLong(event.totalBuyQuantity)
                .putLong(event.totalSellQuantity)
                .putLong(event.open)
                .putLong(event.high)
                .putLong(event.low)
                .putLong(event.previousClose)
                .putLong(event.openInterest)
                .putLong(event.upperCircuit)
                .putLong(event.lowerCircuit)
                .putLong(event.conflatedHigh)
                .putLong(event.conflatedLow);
        if (event.hasDepth) {
            for (int level = 0; level < MarketEvent.DEPTH_LEVELS; level++) {
                to.putLong(event.bidPrice[level])
                        .putLong(event.bidQuantity[level])
                        .putInt(event.bidOrders[level])
                        .putLong(event.askPrice[level])
                        .putLong(event.askQuantity[level])
                        .putInt(event.askOrders[level]);
            }
        }
    }

    static void read(ByteBuffer from, MarketEvent event) {
        event.instrument = from.getInt();
        event.mode = MODES.get(from.get());
        int flags = from.get();
        event.polled = (flags & POLLED) != 0;
        event.hasDepth = (flags & DEPTH) != 0;
        event.conflatedCount = from.getInt();
        event.sequence = from.getLong();
        event.exchangeMillis = from.getLong();
        event.lastTradeMillis = from.getLong();
        event.receivedNanos = from.getLong();
        event.receivedMillis = from.getLong();
        event.connectedNanos = from.getLong();
        event.lastPrice = from.getLong();
        event.lastQuantity = from.getLong();
        event.averagePrice = from.getLong();
        event.volume = from.getLong();
        event.totalBuyQuantity = from.getLong();
        event.totalSellQuantity = from.getLong();
        event.open = from.getLong();
        event.high = from.getLong();
        event.low = from.getLong();
        event.previousClose = from.getLong();
        event.openInterest = from.getLong();
        event.upperCircuit = from.getLong();
        event.lowerCircuit = from.getLong();
        event.conflatedHigh = from.getLong();
        event.conflatedLow = from.getLong();
        if (event.hasDepth) {
            for (int level = 0; level < MarketEvent.DEPTH_LEVELS; level++) {
                event.bidPrice[level] = from.getLong();
                event.bidQuantity[level] = from.getLong();
                event.bidOrders[level] = from.getInt();
                event.askPrice[level] = from.getLong();
                event.askQuantity[level] = from.getLong();
                event.askOrders[level] = from.getInt();
            }
        }
    }
}
