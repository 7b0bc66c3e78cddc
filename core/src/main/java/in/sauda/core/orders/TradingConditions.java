package in.sauda.core.orders;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.view.QuoteRow;
import org.jspecify.annotations.Nullable;

/// The state of the world an order is checked against, gathered by the engine at that moment.
///
/// @param mode the mode the application runs in
/// @param phase of the instrument's session
/// @param quote newest row, null when there was no update yet
/// @param feedAgeNanos since the newest market event of any instrument, -1 when there was none
/// @param feedConnected whether data can flow
/// @param route where the order would go
/// @param clockSkewMillis Long.MIN_VALUE when unknown
/// @param surveillance the broker wants the client's consent for orders in this share
public record TradingConditions(
        TradingMode mode,
        Phase phase,
        @Nullable QuoteRow quote,
        long feedAgeNanos,
        boolean feedConnected,
        OrderRoute route,
        long clockSkewMillis,
        boolean surveillance) {}
