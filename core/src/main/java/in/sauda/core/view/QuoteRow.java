package in.sauda.core.view;

import in.sauda.core.feed.Depth;
import org.jspecify.annotations.Nullable;

/// What a table or ticket shows of one instrument. Prices fixed-point; {@link in.sauda.core.feed.MarketEvent#UNKNOWN}
/// where the feed
/// did not say.
///
/// @param index registry index
/// @param receivedNanos monotonic time of the last update: the age of the price is now minus this
/// @param updates updates since start, so a view can tell a repeat from a change
/// @param depth five levels, or null when the mode carries none
public record QuoteRow(
        int index,
        long lastPrice,
        long lastQuantity,
        long previousClose,
        long open,
        long high,
        long low,
        long averagePrice,
        long volume,
        long openInterest,
        long upperCircuit,
        long lowerCircuit,
        long bid,
        long bidQuantity,
        long ask,
        long askQuantity,
        long exchangeMillis,
        long lastTradeMillis,
        long receivedNanos,
        long updates,
        @Nullable Depth depth) {

    /// Change against the previous close, fixed-point; 0 when the previous close is unknown.
    public long change() {
        return previousClose > 0 ? lastPrice - previousClose : 0;
    }

    /// Change in percent of the previous close, NaN when that is unknown.
    public double changePercent() {
        return previousClose > 0 ? 100.0 * (lastPrice - previousClose) / previousClose : Double.NaN;
    }
}
