package in.sauda.core.broker;

import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import java.util.Map;
import java.util.Set;

/// What a broker can do, as data, so that the terminal greys out what is impossible instead of failing at it.
///
/// @param login true when a session can be opened from this version of the adapter
/// @param parts what its sessions offer beyond feed, history, orders and portfolio
/// @param orderTypes types the adapter will send
/// @param feedModes modes of the market feed
/// @param deepBook how many levels {@link FeedMode#DEEP} brings, and when
/// @param feedConnections sockets a client may hold at once
/// @param subscriptionsPerConnection instruments on one socket
/// @param historyDaysPerCall longest span of one candle request
/// @param ordersPerSecond cap shared by place, modify and cancel
/// @param orderParts most parts the broker cuts an order into that is larger than the exchange takes, 1 where it cuts
/// none
/// @param basketLegs most legs of one margin or charges request, 0 without {@link BrokerPart#COSTS}
/// @param triggers where and how trigger orders are taken
public record BrokerCapabilities(
        boolean login,
        Set<BrokerPart> parts,
        Set<OrderType> orderTypes,
        Set<Product> products,
        Set<Validity> validities,
        Set<FeedMode> feedModes,
        DeepBook deepBook,
        int feedConnections,
        int subscriptionsPerConnection,
        Map<Timeframe, Integer> historyDaysPerCall,
        int ordersPerSecond,
        int orderParts,
        int basketLegs,
        TriggerOrders.Limits triggers) {
    /// A book beyond five levels.
    ///
    /// @param levels a side, 5 where the broker has no more
    /// @param condition when it is sent, as the end of a sentence; empty where it always is
    public record DeepBook(int levels, String condition) {
        public static final DeepBook NONE = new DeepBook(MarketEvent.DEPTH_LEVELS, "");
    }

    public BrokerCapabilities {
        parts = Set.copyOf(parts);
        orderTypes = Set.copyOf(orderTypes);
        products = Set.copyOf(products);
        validities = Set.copyOf(validities);
        feedModes = Set.copyOf(feedModes);
        historyDaysPerCall = Map.copyOf(historyDaysPerCall);
    }
}
