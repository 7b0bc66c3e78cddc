package in.sauda.core.strategy;

import in.sauda.core.instruments.Instrument;

/// A strategy that also looks at prices once a second, between candles (rules 12.1).
///
/// Supervised: unlike a failure over candles, one in {@link #onTimer} does not stop it. It is counted and shown, and
/// the strategy is asked again five seconds later.
public interface TimerStrategy extends Strategy {
    /// What it may look at.
    interface Market {
        /// Last price, fixed-point, 0 while it is not known.
        long price(Instrument instrument);

        /// Open interest in units, -1 while it is not known.
        long openInterest(Instrument instrument);

        /// Registry index, as signals carry it.
        int index(Instrument instrument);
    }

    /// Once a second of the exchange's time. Must not block.
    void onTimer(Market market);
}
