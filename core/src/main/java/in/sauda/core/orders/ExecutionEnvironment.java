package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import org.jspecify.annotations.Nullable;

/// What the execution engine asks of the engine around it.
public interface ExecutionEnvironment {
    int index(Instrument instrument);

    /// Who carries out an order that asks for that broker: the first broker where it asks for none.
    BrokerId broker(BrokerId asked);

    /// What holds for an order in the instrument at a broker.
    TradingConditions conditions(BrokerId broker, Instrument instrument, int index);

    /// Where orders of this mode for that broker go, or null while there is nowhere.
    @Nullable
    OrderGateway gateway(TradingMode mode, BrokerId broker);

    /// An order of ours was rejected.
    void rejected(Instrument instrument, String reason);

    /// What the signals of a strategy lead to.
    Lane lane(String strategy);

    /// A signal of today, or null.
    @Nullable
    Signal signal(long id);
}
