package in.sauda.core.orders;

import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// A trade as it is kept on disk.
///
/// @param netQuantity signed units still open
/// @param cash fixed-point: what sales brought minus what purchases cost
/// @param coolUntilMillis exchange time until which the strategy leaves the instrument alone, 0 if not cooling
public record StoredTrade(
        String tradeId,
        String strategy,
        Instrument instrument,
        int instrumentIndex,
        TradeState state,
        long signalId,
        @Nullable ClientOrderId entry,
        @Nullable ClientOrderId exit,
        long netQuantity,
        long cash,
        long coolUntilMillis,
        long updatedMillis) {}
