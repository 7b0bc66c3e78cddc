package in.sauda.core.backtest;

import in.sauda.core.charges.Charges;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.math.RoundingMode;

/// One finished trade of a backtest. Prices are fixed-point, times are starts of candles.
///
/// @param setup the signal's type
/// @param target 0 for none
/// @param grossPaise result before charges
/// @param charges of both orders, transaction tax and stamp in whole rupees as on the contract note
public record BacktestTrade(
        long id,
        Instrument instrument,
        String setup,
        Side side,
        long signalMillis,
        long entryMillis,
        long entryPrice,
        long quantity,
        long stop,
        long target,
        long exitMillis,
        long exitPrice,
        ExitReason exit,
        long grossPaise,
        Charges charges) {
    /// Rounded once, half up.
    public long chargesPaise() {
        return charges.total().setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    public long netPaise() {
        return grossPaise - chargesPaise();
    }

    public long minutes() {
        return (exitMillis - entryMillis) / 60_000L;
    }
}
