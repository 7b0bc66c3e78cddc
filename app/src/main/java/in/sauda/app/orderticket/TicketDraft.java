package in.sauda.app.orderticket;

import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.FreezeSlices;
import in.sauda.core.view.BrokerStanding;
import org.jspecify.annotations.Nullable;

/// What the ticket holds while it is being filled in.
///
/// @param lots whole lots, or units where the lot is 1; 0 when what was typed is not a number
/// @param price fixed-point limit price, 0 when what was typed is not a price
/// @param broker who shall take the order, null while nobody is logged in
/// @param strategy {@code manual} or the strategy whose signal filled the ticket
public record TicketDraft(
        @Nullable Instrument instrument,
        Side side,
        long lots,
        long price,
        Product product,
        String strategy,
        long signalId,
        @Nullable BrokerStanding broker) {
    public long quantity() {
        return instrument == null ? 0 : lots * instrument.lotSize();
    }

    /// In how many orders the exchange would take the quantity.
    int parts() {
        return instrument == null ? 1 : FreezeSlices.count(instrument, quantity());
    }
}
