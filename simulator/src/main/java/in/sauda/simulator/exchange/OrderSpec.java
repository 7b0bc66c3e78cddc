package in.sauda.simulator.exchange;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.simulator.master.Contract;

/// What a client asks for. Prices are fixed-point in the contract's decimals.
///
/// @param product the wire's product type, e.g. {@code INTRADAY}
/// @param price 0 for market types
/// @param trigger 0 without one
/// @param tag the client's own mark, may be empty
/// @param consent the client knows that the share is under surveillance
public record OrderSpec(
        Contract contract,
        Side side,
        OrderType type,
        String variety,
        String product,
        String duration,
        long price,
        long trigger,
        long quantity,
        String tag,
        boolean consent) {
    public OrderSpec(
            Contract contract,
            Side side,
            OrderType type,
            String variety,
            String product,
            String duration,
            long price,
            long trigger,
            long quantity,
            String tag) {
        this(contract, side, type, variety, product, duration, price, trigger, quantity, tag, false);
    }

    OrderSpec changed(OrderType newType, long newPrice, long newTrigger, long newQuantity) {
        return new OrderSpec(
                contract, side, newType, variety, product, duration, newPrice, newTrigger, newQuantity, tag, consent);
    }

    boolean stop() {
        return type == OrderType.STOP_LIMIT || type == OrderType.STOP_MARKET;
    }
}
