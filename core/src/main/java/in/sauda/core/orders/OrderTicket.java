package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;

/// An order somebody would like to place; it becomes an {@link OrderRequest} only through a confirmed card.
///
/// @param strategy {@code manual} or the strategy's name
/// @param signalId the signal behind it, 0 when there is none
/// @param exit true when it closes a position
/// @param broker who shall carry it out, {@link #FIRST} for whoever comes first
public record OrderTicket(
        TradingMode mode,
        Instrument instrument,
        Side side,
        OrderType type,
        Product product,
        Validity validity,
        long quantity,
        long price,
        long triggerPrice,
        String strategy,
        long signalId,
        boolean exit,
        BrokerId broker) {
    public static final String MANUAL = "manual";

    /// Stands for the strategy of orders that were placed with another application.
    public static final String ELSEWHERE = "placed elsewhere";

    /// Stands for the first broker of the session, whichever that is.
    public static final BrokerId FIRST = new BrokerId("");

    /// A ticket for the first broker.
    public OrderTicket(
            TradingMode mode,
            Instrument instrument,
            Side side,
            OrderType type,
            Product product,
            Validity validity,
            long quantity,
            long price,
            long triggerPrice,
            String strategy,
            long signalId,
            boolean exit) {
        this(
                mode,
                instrument,
                side,
                type,
                product,
                validity,
                quantity,
                price,
                triggerPrice,
                strategy,
                signalId,
                exit,
                FIRST);
    }
}
