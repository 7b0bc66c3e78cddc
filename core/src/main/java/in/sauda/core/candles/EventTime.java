package in.sauda.core.candles;

import in.sauda.core.feed.MarketEvent;

/// Which clock puts a tick into a minute (rules 7.2).
final class EventTime {
    static final long MINUTE_MILLIS = 60_000L;
    static final long TRADE_TIME_TRUST_MILLIS = 60_000L;

    private EventTime() {}

    /// The last trade's time when it is at most a minute older than the packet, else the exchange's, else ours.
    ///
    /// @param marketMillis the market's clock at receipt, used when the packet carries no time at all
    static long of(MarketEvent event, long marketMillis) {
        long exchange = event.exchangeMillis;
        long trade = event.lastTradeMillis;
        if (exchange <= 0) {
            return trade > 0 ? trade : marketMillis;
        }
        return trade > 0 && trade <= exchange && exchange - trade <= TRADE_TIME_TRUST_MILLIS ? trade : exchange;
    }

    /// True when the last trade is older than the packet's minute: the packet refreshes the quote, nothing was traded.
    static boolean quoteRefresh(MarketEvent event) {
        return event.lastTradeMillis > 0
                && event.exchangeMillis > 0
                && minute(event.lastTradeMillis) < minute(event.exchangeMillis);
    }

    /// Start of the minute.
    static long minute(long millis) {
        return Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS;
    }
}
