package in.sauda.core.storage;

import in.sauda.core.alerts.AlertStore;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.orders.OrderStore;
import in.sauda.core.signals.SignalStore;
import in.sauda.core.truth.ParityStore;

/// Everything the engine keeps on disk.
public record Stores(
        CandleStore candles, SignalStore signals, OrderStore orders, AlertStore alerts, ParityStore parity) {}
