package in.sauda.core.view;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;

/// One position with its live result.
///
/// @param row stable row number of this position, for {@link ConflatedRows}
/// @param netQuantity signed units; 0 once closed
/// @param averagePrice fixed-point average of the open quantity, 0 when flat
/// @param realisedPaise booked result today, before charges
/// @param unrealisedPaise open result at the last price, before charges
/// @param broker where it is held
public record PositionRow(
        int row,
        TradingMode mode,
        Product product,
        Instrument instrument,
        int instrumentIndex,
        long netQuantity,
        long averagePrice,
        long lastPrice,
        long realisedPaise,
        long unrealisedPaise,
        long openedMillis,
        BrokerId broker) {}
