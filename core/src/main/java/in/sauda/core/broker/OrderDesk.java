package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.OrderRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a broker does for many orders at once, the life of one order, and its switch against trading. Nothing here
/// asks the user: whoever calls has a confirmation made by hand. A request that changes something is sent once.
public interface OrderDesk {
    /// Most orders of one {@link #submitAll}.
    int ordersPerCall();

    /// Sends several orders in one request, buys before sells, and returns at once; what became of each arrives as
    /// order events, exactly one outcome per order.
    ///
    /// @throws IllegalArgumentException for more than {@link #ordersPerCall}
    void submitAll(List<OrderRequest> requests);

    /// Cancels every working order in scope. Blocks; the cancellations also arrive as order events.
    ///
    /// @throws BrokerException when the broker refuses, cannot be reached, or nobody knows
    Outcome cancelAll(TradingMode mode, Scope scope) throws BrokerException;

    /// Closes every open position in scope with market orders of the broker's own making. Blocks.
    ///
    /// @throws BrokerException when the broker refuses, cannot be reached, or nobody knows
    Outcome exitAll(TradingMode mode, Scope scope) throws BrokerException;

    /// Every state an order went through, oldest first. Blocks.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<OrderStep> history(String brokerOrderId) throws BrokerException;

    /// The broker's switch against trading, segment by segment. Blocks.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<KillSwitch> killSwitches() throws BrokerException;

    /// Turns the switch of some segments on or off, all or none of them. Blocks.
    ///
    /// @param stopped true where trading ends; the broker may keep it so for hours
    /// @throws BrokerException when the broker refuses, cannot be reached, or nobody knows
    List<KillSwitch> turn(TradingMode mode, Map<Segment, Boolean> stopped) throws BrokerException;

    /// Which orders or positions are meant.
    ///
    /// @param segment empty for all
    /// @param tag of the orders, empty for all
    record Scope(Optional<Segment> segment, String tag) {
        public static final Scope ALL = new Scope(Optional.empty(), "");
    }

    /// @param orderIds orders that were cancelled, or made to close positions
    record Outcome(List<String> orderIds, List<Refusal> refusals) {
        public Outcome {
            orderIds = List.copyOf(orderIds);
            refusals = List.copyOf(refusals);
        }
    }

    /// @param orderId empty where the refusal is about a position
    /// @param key what it is about, as far as the broker tells
    /// @param reason the broker's words
    record Refusal(String orderId, Optional<InstrumentKey> key, String code, String reason) {}

    /// @param millis epoch milliseconds, 0 where the broker leaves it out
    /// @param state the broker's own word
    /// @param price fixed-point in the segment's decimals
    /// @param text the broker's words, may be empty
    record OrderStep(
            long millis,
            String state,
            long quantity,
            long filledQuantity,
            long price,
            long averagePrice,
            String text) {}

    /// @param active false where the account does not trade this segment at all
    /// @param stopped true while the switch holds every order back
    record KillSwitch(Segment segment, boolean active, boolean stopped) {}
}
