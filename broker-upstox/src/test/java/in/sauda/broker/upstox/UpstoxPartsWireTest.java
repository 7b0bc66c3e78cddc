package in.sauda.broker.upstox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.DerivativesData.Figure;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.StockLists;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.calendar.Phase;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Percentage;
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
        List<Instrument> all = List.copyOf(server.listed().values());
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
                                () -> all,
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
        assertThat(session.desk().isPresent()).isEqualTo(parts.contains(BrokerPart.ORDER_DESK));
        assertThat(session.market().isPresent()).isEqualTo(parts.contains(BrokerPart.MARKET_INFORMATION));
        assertThat(session.options().isPresent()).isEqualTo(parts.contains(BrokerPart.OPTIONS));
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
    void tellsTheDaysRangeWithoutDepth() throws BrokerException {
        QuoteSnapshot quote = session.quotes()
                .orElseThrow()
                .read(List.of(reliance()), QuoteDetail.OHLC)
                .quotes()
                .getFirst();
        assertThat(quote.low()).isPositive().isLessThanOrEqualTo(quote.open()).isLessThanOrEqualTo(quote.lastPrice());
        assertThat(quote.high()).isGreaterThanOrEqualTo(quote.open()).isGreaterThanOrEqualTo(quote.lastPrice());
        assertThat(quote.bids()).isEmpty();
    }

    @Test
    void tellsWhenTheMarketsTrade() throws BrokerException {
        MarketInformation market = session.market().orElseThrow();
        assertThat(market.status(Segment.NSE).open()).isTrue();
        assertThat(market.hours(LocalDate.of(2026, 11, 20)))
                .filteredOn(hours -> hours.segment() == Segment.NFO)
                .singleElement()
                // Derivatives trade until 15:40 since the closing auction began on 3 August 2026 (rules 8.1).
                .satisfies(
                        hours -> assertThat(IndiaTime.time(hours.endMillis())).isEqualTo("15:40"));
        assertThat(market.hours(LocalDate.of(2026, 11, 21))).isEmpty();
        assertThat(market.holidays())
                .isNotEmpty()
                .allSatisfy(holiday -> assertThat(holiday.closed()).contains(Segment.NSE));
    }

    @Test
    void publishesItsListsOfShares() throws BrokerException {
        StockLists lists = server.broker().stockLists(server.endpoints()).orElseThrow();
        assertThat(lists.read(StockLists.Kind.INTRADAY))
                .hasSizeGreaterThan(100)
                .allSatisfy(listed -> assertThat(listed.margin()).isEqualTo(20.0))
                .anySatisfy(
                        listed -> assertThat(listed.key()).isEqualTo(reliance().key()));
        assertThat(lists.read(StockLists.Kind.MARGIN_FUNDED))
                .anySatisfy(listed -> assertThat(listed.symbol()).isEqualTo("RELIANCE"));
        StockLists nowhere = server.broker()
                .stockLists(Map.of("master", server.endpoints().get("master") + "/nowhere/complete.json.gz"))
                .orElseThrow();
        assertThatThrownBy(() -> nowhere.read(StockLists.Kind.INTRADAY))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("NSE_MIS.json.gz");
    }

    private Instrument nifty() {
        return listed(option -> option.index() && option.symbol().equals("NIFTY"));
    }

    private Instrument listed(Predicate<Instrument> wanted) {
        return server.listed().values().stream().filter(wanted).findFirst().orElseThrow();
    }

    @Test
    void theChainAgreesWithTheContractsTheGreeksAndTheQuotes() throws BrokerException {
        OptionData options = session.options().orElseThrow();
        List<OptionData.Listing> contracts = options.contracts(nifty());
        LocalDate expiry = contracts.stream()
                .map(OptionData.Listing::expiry)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        OptionData.Chain chain = options.chain(nifty(), expiry);
        assertThat(chain.strikes())
                .hasSize((int) contracts.stream()
                        .filter(listing -> listing.expiry().equals(expiry) && listing.call())
                        .count())
                .isSortedAccordingTo(Comparator.comparingLong(OptionData.Strike::price));
        assertThat(chain.putCallRatio())
                .hasValueSatisfying(ratio -> assertThat(ratio).isBetween(0.1, 10.0));
        OptionData.Strike atTheMoney = chain.strikes().stream()
                .min(Comparator.comparingLong(strike -> Math.abs(strike.price() - chain.spot())))
                .orElseThrow();
        OptionData.Side call = atTheMoney.call().orElseThrow();
        assertThat(call.figures().delta()).isBetween(0.35, 0.65);
        assertThat(call.bid()).isPositive().isLessThan(call.ask());
        List<Instrument> all = chain.strikes().stream()
                .flatMap(strike -> strike.call().stream())
                .map(side -> Objects.requireNonNull(
                        server.listed().get(side.figures().key())))
                .toList();
        List<OptionData.Figures> greeks = options.greeks(all);
        assertThat(greeks).hasSameSizeAs(all);
        OptionData.Figures same = greeks.stream()
                .filter(one -> one.key().equals(call.figures().key()))
                .findFirst()
                .orElseThrow();
        // Both are percent here although the wire says 14.1 in one reply and 0.141 in the other.
        assertThat(same.impliedVolatility())
                .isCloseTo(call.figures().impliedVolatility(), Percentage.withPercentage(5));
    }

    @Test
    void answersTheDerivativesFiguresItNames() throws BrokerException {
        DerivativesData data = session.derivatives().orElseThrow();
        assertThat(data.figures()).containsExactlyInAnyOrder(Figure.GREEKS, Figure.OPEN_INTEREST);
        Instrument future = listed(contract -> contract.category() == InstrumentCategory.FUTURES
                && contract.name().equals("NIFTY"));
        LocalDate expiry = Objects.requireNonNull(listed(contract -> contract.category() == InstrumentCategory.OPTIONS
                        && contract.name().equals("NIFTY"))
                .expiry());
        assertThat(data.greeks("NIFTY", expiry)).isNotEmpty().allSatisfy(greeks -> {
            assertThat(greeks.expiry()).isEqualTo(expiry);
            assertThat(greeks.impliedVolatility()).isBetween(1.0, 200.0);
        });
        assertThat(data.greeks("NOBODY", expiry)).isEmpty();
        long now = server.marketMillis();
        assertThat(data.openInterest(future, Timeframe.M5, now - 3_600_000, now))
                .hasSizeBetween(11, 13)
                .isSortedAccordingTo(Comparator.comparingLong(DerivativesData.InterestPoint::millis))
                .allSatisfy(point -> assertThat(point.openInterest()).isPositive());
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
