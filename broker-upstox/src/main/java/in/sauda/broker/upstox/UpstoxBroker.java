package in.sauda.broker.upstox;

import in.sauda.broker.upstox.mapping.CandleMapping;
import in.sauda.broker.upstox.mapping.CostMapping;
import in.sauda.broker.upstox.master.UpstoxInstrumentSource;
import in.sauda.broker.upstox.master.UpstoxStockLists;
import in.sauda.broker.upstox.orders.UpstoxOrderGateway;
import in.sauda.broker.upstox.rest.HttpTransport.Patience;
import in.sauda.broker.upstox.rest.RestProbe;
import in.sauda.broker.upstox.rest.UpstoxEndpoints;
import in.sauda.broker.upstox.session.CredentialNames;
import in.sauda.broker.upstox.session.UpstoxSession;
import in.sauda.broker.upstox.session.UpstoxTriggers;
import in.sauda.broker.upstox.stream.UpstoxFeedInspector;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.FrameInspector;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.broker.StockLists;
import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.broker.support.ThreadTimer;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Upstox, interface versions 2 and 3.
public final class UpstoxBroker implements Broker {
    private static final int FEED_CONNECTIONS = 1;
    private static final int SUBSCRIPTIONS_PER_CONNECTION = 2_000;
    private static final int ORDER_PARTS = UpstoxOrderGateway.ORDERS_PER_CALL;
    private static final int ORDERS_PER_SECOND = 10;

    /// Market orders are sent with the broker's own protection, without which it refuses them since 1 April 2026.
    private static final BrokerCapabilities CAPABILITIES = new BrokerCapabilities(
            true,
            Set.of(
                    BrokerPart.QUOTES,
                    BrokerPart.DERIVATIVES,
                    BrokerPart.OPTIONS,
                    BrokerPart.COSTS,
                    BrokerPart.TRIGGER_ORDERS,
                    BrokerPart.ORDER_DESK,
                    BrokerPart.MARKET_INFORMATION,
                    BrokerPart.ADDRESS_CHECK),
            Set.copyOf(EnumSet.allOf(OrderType.class)),
            Set.copyOf(EnumSet.allOf(Product.class)),
            Set.of(Validity.DAY, Validity.IOC),
            Set.of(FeedMode.LTP, FeedMode.FULL, FeedMode.DEEP, FeedMode.OPTION),
            new BrokerCapabilities.DeepBook(30, "only with its plan Plus, which you name at its login"),
            FEED_CONNECTIONS,
            SUBSCRIPTIONS_PER_CONNECTION,
            Arrays.stream(Timeframe.values())
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(),
                            width -> CandleMapping.width(width).maximumDays())),
            ORDERS_PER_SECOND,
            ORDER_PARTS,
            CostMapping.LEGS_PER_CALL,
            UpstoxTriggers.LIMITS);

    @Override
    public BrokerId id() {
        return new BrokerId("upstox");
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
        return CredentialNames.fields();
    }

    @Override
    public List<LoginStep> loginSteps() {
        return CredentialNames.steps();
    }

    @Override
    public Optional<ServerProbe> probe(Map<String, String> endpoints) throws BrokerException {
        return Optional.of(new RestProbe(UpstoxEndpoints.of(endpoints).rest()));
    }

    @Override
    public InstrumentSource instruments(Map<String, String> endpoints) {
        return new UpstoxInstrumentSource(endpoints);
    }

    @Override
    public Optional<StockLists> stockLists(Map<String, String> endpoints) {
        return Optional.of(new UpstoxStockLists(endpoints));
    }

    @Override
    public Optional<FrameInspector> frameInspector() {
        return Optional.of(new UpstoxFeedInspector());
    }

    @Override
    public BrokerSession open(Credentials credentials, BrokerContext context) throws BrokerException {
        return UpstoxSession.open(
                UpstoxEndpoints.of(context.endpoints()),
                credentials,
                context,
                new ThreadTimer("timer-upstox"),
                Sleeper.real(),
                Patience.USUAL);
    }
}
