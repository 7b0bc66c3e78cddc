package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;

/// A wish to carry a position as another product, e.g. intraday as delivery.
///
/// @param mode checked again by the adapter, like an order's
/// @param symbol trading symbol
/// @param side BUY for a long position, SELL for a short one
/// @param quantity units to convert, above zero
/// @param carried true for a position of an earlier day, false for one of today
public record PositionConversion(
        TradingMode mode,
        InstrumentKey key,
        String symbol,
        Product from,
        Product to,
        Side side,
        long quantity,
        boolean carried) {
    /// The same wish in the words of another master.
    public PositionConversion as(Instrument listing) {
        return new PositionConversion(mode, listing.key(), listing.symbol(), from, to, side, quantity, carried);
    }
}
