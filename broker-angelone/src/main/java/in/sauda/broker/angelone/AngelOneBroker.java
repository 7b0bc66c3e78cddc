package in.sauda.broker.angelone;

import in.sauda.broker.angelone.mapping.CandleMapping;
import in.sauda.broker.angelone.mapping.CostMapping;
import in.sauda.broker.angelone.master.AngelOneInstrumentSource;
import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.broker.angelone.rest.HttpTransport.Patience;
import in.sauda.broker.angelone.rest.RestProbe;
import in.sauda.broker.angelone.session.AngelOneSession;
import in.sauda.broker.angelone.session.CredentialNames;
import in.sauda.broker.angelone.stream.FeedLimits;
import in.sauda.broker.angelone.stream.SmartStreamInspector;
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

/// Angel One SmartAPI.
public final class AngelOneBroker implements Broker {
    private static final int FEED_CONNECTIONS = 3;
    private static final int SUBSCRIPTIONS_PER_CONNECTION = 1_000;
    private static final int ORDER_PARTS = 1;
    private static final int ORDERS_PER_SECOND = 9;

    /// Market and immediate-or-cancel orders are prohibited over the interface since 1 April 2026.
    private static final BrokerCapabilities CAPABILITIES = new BrokerCapabilities(
            true,
            Set.copyOf(EnumSet.complementOf(
                    EnumSet.of(BrokerPart.OPTIONS, BrokerPart.ORDER_DESK, BrokerPart.MARKET_INFORMATION))),
            Set.of(OrderType.LIMIT, OrderType.STOP_LIMIT),
            Set.copyOf(EnumSet.allOf(Product.class)),
            Set.of(Validity.DAY),
            Set.copyOf(EnumSet.allOf(FeedMode.class)),
            new BrokerCapabilities.DeepBook(
                    20, "only for shares of the NSE, and to hardly anybody since 25 April 2025"),
            FEED_CONNECTIONS,
            SUBSCRIPTIONS_PER_CONNECTION,
            Arrays.stream(Timeframe.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), CandleMapping::maxDays)),
            ORDERS_PER_SECOND,
            ORDER_PARTS,
            CostMapping.LEGS_PER_CALL,
            AngelOneSession.TRIGGER_LIMITS);

    @Override
    public BrokerId id() {
        return new BrokerId("angelone");
    }

    @Override
    public String displayName() {
        return "Angel One";
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
        return Optional.of(new RestProbe(AngelOneEndpoints.of(endpoints).rest()));
    }

    @Override
    public InstrumentSource instruments(Map<String, String> endpoints) {
        return new AngelOneInstrumentSource(endpoints);
    }

    @Override
    public Optional<StockLists> stockLists(Map<String, String> endpoints) {
        return Optional.empty();
    }

    @Override
    public Optional<FrameInspector> frameInspector() {
        return Optional.of(new SmartStreamInspector());
    }

    @Override
    public BrokerSession open(Credentials credentials, BrokerContext context) throws BrokerException {
        return AngelOneSession.open(
                AngelOneEndpoints.of(context.endpoints()),
                credentials,
                context,
                new FeedLimits(FEED_CONNECTIONS, SUBSCRIPTIONS_PER_CONNECTION),
                new ThreadTimer("timer-angelone"),
                Sleeper.real(),
                Patience.USUAL);
    }
}
