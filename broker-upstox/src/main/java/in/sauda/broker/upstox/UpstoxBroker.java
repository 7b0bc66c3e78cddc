package in.sauda.broker.upstox;

import in.sauda.broker.upstox.master.UpstoxInstrumentSource;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Upstox. This version reads its instruments; logging in is not offered yet, and the capabilities say so.
public final class UpstoxBroker implements Broker {
    private static final BrokerId ID = new BrokerId("upstox");

    /// Sockets and subscriptions of a normal plan with several modes in use; candle windows of the V3 history (a
    /// month, a quarter).
    private static final BrokerCapabilities CAPABILITIES = new BrokerCapabilities(
            false,
            Set.of(),
            Set.of(OrderType.LIMIT, OrderType.STOP_LIMIT),
            Set.of(Product.INTRADAY, Product.DELIVERY, Product.CARRY_FORWARD),
            Set.of(Validity.DAY, Validity.IOC),
            Set.of(FeedMode.LTP, FeedMode.FULL),
            2,
            1500,
            Map.of(
                    Timeframe.M1, 28,
                    Timeframe.M3, 28,
                    Timeframe.M5, 28,
                    Timeframe.M10, 28,
                    Timeframe.M15, 28,
                    Timeframe.M30, 89,
                    Timeframe.H1, 89,
                    Timeframe.D1, 3650),
            10,
            0,
            TriggerOrders.Limits.NONE);

    @Override
    public BrokerId id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Upstox";
    }

    @Override
    public BrokerCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<CredentialField> credentialFields() {
        return List.of();
    }

    @Override
    public List<LoginStep> loginSteps() {
        return List.of();
    }

    @Override
    public Optional<ServerProbe> probe(Map<String, String> endpoints) {
        return Optional.empty();
    }

    @Override
    public InstrumentSource instruments(Map<String, String> endpoints) {
        return new UpstoxInstrumentSource(endpoints);
    }

    @Override
    public Optional<FrameInspector> frameInspector() {
        return Optional.empty();
    }

    /// Refuses in words: {@link BrokerCapabilities#login()} is false, so no screen leads here.
    @Override
    public BrokerSession open(Credentials credentials, BrokerContext context) throws BrokerException {
        throw new BrokerException(new BrokerFailure.Fatal(
                "SAUDA-UPSTOX-LOGIN",
                "This version of Sauda cannot log in to Upstox yet.",
                "Use the demo day or Angel One."));
    }
}
