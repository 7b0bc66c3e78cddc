package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;

/// An order as it is handed to a gateway: immutable, confirmed, and carrying the mode it was created for.
///
/// @param quantity units, a whole number of lots
/// @param price fixed-point limit price, 0 for market types
/// @param triggerPrice fixed-point, 0 unless a stop type
/// @param consent the client states to know that the share is under surveillance; the card asked for it
/// @param broker who carries it out
public record OrderRequest(
        ClientOrderId id,
        TradingMode mode,
        Instrument instrument,
        int instrumentIndex,
        Side side,
        OrderType type,
        Product product,
        Validity validity,
        long quantity,
        long price,
        long triggerPrice,
        boolean consent,
        BrokerId broker) {
    /// An order that needs no consent, for the broker whose master lists the instrument.
    public OrderRequest(
            ClientOrderId id,
            TradingMode mode,
            Instrument instrument,
            int instrumentIndex,
            Side side,
            OrderType type,
            Product product,
            Validity validity,
            long quantity,
            long price,
            long triggerPrice) {
        this(
                id,
                mode,
                instrument,
                instrumentIndex,
                side,
                type,
                product,
                validity,
                quantity,
                price,
                triggerPrice,
                false,
                new BrokerId(instrument.broker()));
    }

    /// The same order with other terms.
    public OrderRequest withTerms(long newQuantity, long newPrice, long newTriggerPrice) {
        return new OrderRequest(
                id,
                mode,
                instrument,
                instrumentIndex,
                side,
                type,
                product,
                validity,
                newQuantity,
                newPrice,
                newTriggerPrice,
                consent,
                broker);
    }

    /// The same order in the words of another master: its broker may call the contract by another token and symbol.
    public OrderRequest as(Instrument listing) {
        return new OrderRequest(
                id,
                mode,
                listing,
                instrumentIndex,
                side,
                type,
                product,
                validity,
                quantity,
                price,
                triggerPrice,
                consent,
                broker);
    }
}
