package in.sauda.simulator.angel;

import in.sauda.simulator.market.BookLevel;
import java.util.List;

/// Values of one stream packet in wire units (protocol 4.6).
///
/// @param exchangeMillis epoch milliseconds
/// @param lastTradeSecond epoch seconds, 0 before the first trade
/// @param buys up to five levels, best first; missing levels are written empty
record Packet(
        int mode,
        int exchangeType,
        String token,
        long sequence,
        long exchangeMillis,
        long last,
        long lastQuantity,
        long averagePrice,
        long volume,
        double totalBuy,
        double totalSell,
        long open,
        long high,
        long low,
        long close,
        long lastTradeSecond,
        long openInterest,
        double openInterestChangePercent,
        List<BookLevel> buys,
        List<BookLevel> sells,
        long upperCircuit,
        long lowerCircuit,
        long yearHigh,
        long yearLow) {

    Packet {
        buys = List.copyOf(buys);
        sells = List.copyOf(sells);
    }
}
