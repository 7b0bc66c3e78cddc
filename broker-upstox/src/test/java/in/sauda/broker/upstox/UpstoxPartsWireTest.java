package in.sauda.broker.upstox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.SystemTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Everything that only asks, against the simulated interface.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstoxPartsWireTest {
    @SuppressWarnings("NullAway.Init") // made before the first test
    private UpstoxWireServer server;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private BrokerSession session;

    @BeforeAll
    void logIn() throws Exception {
        server = UpstoxWireServer.start();
        MarketEventPublisher nobody = new MarketEventPublisher() {
            private final MarketEvent event = new MarketEvent();

            @Override
            public MarketEvent begin() {
                return event;
            }

            @Override
            public void publish() {}
        };
        session = server.broker()
                .open(
                        server.credentials(),
                        new BrokerContext(
                                server.endpoints(),
                                () -> nobody,
                                event -> {},
                                state -> {},
                                market -> Phase.CONTINUOUS,
                                new SystemTime(),
                                RandomGeneratorFactory.of("L64X128MixRandom").create(1),
                                server::liquid,
                                server::browse));
    }

    @AfterAll
    void close() {
        session.close();
        server.close();
    }

    private Instrument reliance() {
        return server.liquid().getFirst();
    }

    @Test
    void hasThePartsItsCapabilitiesName() {
        Set<BrokerPart> parts = server.broker().capabilities().parts();
        assertThat(session.quotes().isPresent()).isEqualTo(parts.contains(BrokerPart.QUOTES));
        assertThat(session.costs().isPresent()).isEqualTo(parts.contains(BrokerPart.COSTS));
        assertThat(session.triggers().isPresent()).isEqualTo(parts.contains(BrokerPart.TRIGGER_ORDERS));
        assertThat(session.derivatives().isPresent()).isEqualTo(parts.contains(BrokerPart.DERIVATIVES));
        assertThat(session.lookup().isPresent()).isEqualTo(parts.contains(BrokerPart.INSTRUMENT_LOOKUP));
        assertThat(session.address().isPresent()).isEqualTo(parts.contains(BrokerPart.ADDRESS_CHECK));
    }

    @Test
    void tellsWhatTheAccountHas() throws BrokerException {
        assertThat(session.portfolio().funds().net()).isEqualTo(1_000_000_00L);
        assertThat(session.portfolio().holdings()).anySatisfy(holding -> {
            assertThat(holding.isin()).isEqualTo("INE040A01034");
            assertThat(holding.key()).isEqualTo(server.liquid().get(1).key());
            assertThat(holding.quantity()).isEqualTo(60);
        });
        assertThat(session.portfolio().positions()).isEmpty();
        assertThat(session.portfolio().trades()).isEmpty();
    }

    @Test
    void quotesByOurOwnKeys() throws BrokerException {
        var batch = session.quotes().orElseThrow().read(server.liquid(), QuoteDetail.FULL);
        assertThat(batch.unfetched()).isEmpty();
        assertThat(batch.quotes())
                .extracting(QuoteSnapshot::key)
                .containsExactlyElementsOf(
                        server.liquid().stream().map(Instrument::key).toList());
        assertThat(batch.quotes()).allSatisfy(quote -> {
            assertThat(quote.lastPrice()).isPositive();
            assertThat(quote.previousClose()).isPositive();
            assertThat(quote.bids()).hasSize(5);
            assertThat(quote.volume()).isPositive();
        });
    }

    @Test
    void estimatesMarginAndCharges() throws BrokerException {
        Costs costs = session.costs().orElseThrow();
        Costs.Leg leg = new Costs.Leg(reliance(), Side.BUY, Product.INTRADAY, OrderType.LIMIT, 10, 1_500_00);
        // Intraday shares need a fifth (rules 6.7).
        assertThat(costs.margin(List.of(leg)).total()).isEqualTo(3_000_00);
        Costs.Charges charges = costs.charges(List.of(leg, leg));
        assertThat(charges.legs()).hasSize(2);
        assertThat(charges.tradeValuePaise()).isEqualTo(2 * 15_000_00);
        assertThat(charges.totalPaise())
                .isPositive()
                .isEqualTo(charges.legs().stream()
                        .mapToLong(Costs.Charges::totalPaise)
                        .sum());
        assertThatThrownBy(() -> costs.margin(List.of())).isInstanceOf(BrokerException.class);
    }

    @Test
    void aTriggerOrderIsTakenListedAndEnded() throws BrokerException {
        TriggerOrders triggers = session.triggers().orElseThrow();
        long last = session.quotes().orElseThrow().one(reliance()).lastPrice();
        long trigger = last * 9 / 10 / reliance().tickSize() * reliance().tickSize();
        String id = triggers.create(new TriggerOrders.Request(
                TradingMode.DEMO, reliance(), Side.BUY, Product.DELIVERY, 5, 0, trigger, trigger));
        assertThat(id).startsWith("GTT-");
        TriggerOrders.Rule rule = triggers.find(id).orElseThrow();
        assertThat(rule.state()).isEqualTo(TriggerOrders.State.ACTIVE);
        assertThat(rule.key()).isEqualTo(reliance().key());
        assertThat(rule.triggerPrice()).isEqualTo(trigger);
        assertThat(rule.expiresMillis()).isGreaterThan(rule.createdMillis());
        triggers.cancel(TradingMode.DEMO, rule);
        assertThat(triggers.list(Set.of(TriggerOrders.State.CANCELLED)))
                .extracting(TriggerOrders.Rule::id)
                .contains(id);
    }
}
