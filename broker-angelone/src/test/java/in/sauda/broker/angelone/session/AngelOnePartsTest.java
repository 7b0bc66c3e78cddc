package in.sauda.broker.angelone.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.broker.angelone.AngelOneBroker;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.AddressCheck.Verdict;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The parts of a session over HTTP: what is asked, how often, and what a failure means.
class AngelOnePartsTest {
    private final MockBroker broker;
    private final AngelOneSession session;

    AngelOnePartsTest() throws Exception {
        broker = new MockBroker();
        session = broker.open();
    }

    @AfterEach
    void close() {
        session.close();
        broker.close();
    }

    @Test
    void hasExactlyThePartsItsCapabilitiesName() {
        assertThat(new AngelOneBroker().capabilities().parts())
                .containsExactlyInAnyOrder(
                        BrokerPart.QUOTES,
                        BrokerPart.DERIVATIVES,
                        BrokerPart.COSTS,
                        BrokerPart.TRIGGER_ORDERS,
                        BrokerPart.INSTRUMENT_LOOKUP,
                        BrokerPart.ADDRESS_CHECK);
        assertThat(session.quotes()).isPresent();
        assertThat(session.derivatives()).isPresent();
        assertThat(session.costs()).isPresent();
        assertThat(session.triggers()).isPresent();
        assertThat(session.lookup()).isPresent();
        assertThat(session.address()).isPresent();
        assertThat(session.options()).isEmpty();
        assertThat(session.desk()).isEmpty();
        assertThat(session.market()).isEmpty();
    }

    @Test
    void asksForQuotesFiftyAtATime() throws Exception {
        List<Instrument> many = IntStream.range(0, 120)
                .mapToObj(i -> Instruments.equity(Integer.toString(1000 + i), "S" + i + "-EQ"))
                .toList();
        broker.always(Endpoint.QUOTES, request -> {
            StringBuilder rows = new StringBuilder();
            MockBroker.body(request)
                    .at("/exchangeTokens/NSE")
                    .forEach(token -> rows.append(rows.isEmpty() ? "" : ",")
                            .append("{\"exchange\":\"NSE\",\"tradingSymbol\":\"x\",\"ltp\":1.05,\"symbolToken\":")
                            .append(token)
                            .append('}'));
            return MockBroker.ok("{\"fetched\":[" + rows + "],\"unfetched\":[]}");
        });

        Quotes.Batch batch = session.quotes().orElseThrow().read(many, QuoteDetail.LAST);

        assertThat(batch.quotes())
                .hasSize(120)
                .allSatisfy(quote -> assertThat(quote.lastPrice()).isEqualTo(105));
        assertThat(broker.requests(Endpoint.QUOTES))
                .extracting(request ->
                        MockBroker.body(request).at("/exchangeTokens/NSE").size())
                .containsExactly(50, 50, 20);
    }

    @Test
    void noDataIsAnEmptyListAndAnEmptyBookToo() throws Exception {
        broker.always(Endpoint.OPTION_GREEKS, MockBroker.no("AB9019", "No Data Available"));
        broker.always(Endpoint.ALL_HOLDINGS, MockBroker.no("AB1015", "Holding not found"));
        broker.always(Endpoint.TRADE_BOOK, MockBroker.ok("\"\""));
        broker.always(Endpoint.POSITIONS, MockBroker.no("AB1016", "Position not found"));

        assertThat(session.derivatives().orElseThrow().greeks("NIFTY", LocalDate.of(2026, 11, 24)))
                .isEmpty();
        assertThat(session.portfolio().holdings()).isEmpty();
        assertThat(session.portfolio().trades()).isEmpty();
        assertThat(session.portfolio().positions()).isEmpty();
    }

    @Test
    void readsInterestInSpansTheBrokerTakes() throws Exception {
        broker.always(Endpoint.OPEN_INTEREST, MockBroker.ok("null"));
        long day = 86_400_000L;
        long from = MockBroker.START_MILLIS;

        assertThat(session.derivatives()
                        .orElseThrow()
                        .openInterest(Instruments.option(), Timeframe.M1, from, from + 70 * day))
                .isEmpty();

        assertThat(broker.requests(Endpoint.OPEN_INTEREST)).as("30 days a call").hasSize(3);
    }

    private static TriggerOrders.Request trigger(TradingMode mode, Product product) {
        return new TriggerOrders.Request(
                mode, Instruments.equity("3045", "SBIN-EQ"), Side.BUY, product, 5, 0, 19_500, 19_600);
    }

    private TriggerOrders triggers() {
        return session.triggers().orElseThrow();
    }

    @Test
    void aTriggerOrderIsSentOnceWhateverComesOfIt() throws Exception {
        broker.always(Endpoint.CREATE_RULE, MockBroker.ok("{\"id\":7}"));
        assertThat(triggers().create(trigger(TradingMode.DEMO, Product.DELIVERY)))
                .isEqualTo("7");
        broker.always(Endpoint.CREATE_RULE, MockBroker.lostReply());

        BrokerFailure failure = catchThrowableOfType(
                        BrokerException.class, () -> triggers().create(trigger(TradingMode.DEMO, Product.DELIVERY)))
                .failure();

        assertThat(failure.code()).isEqualTo("UNKNOWN_OUTCOME");
        assertThat(failure.nextStep()).contains("list");
        assertThat(broker.requests(Endpoint.CREATE_RULE)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"LIVE, DELIVERY, MODE", "PAPER, DELIVERY, MODE", "DEMO, INTRADAY, TRIGGER"})
    void refusesWhatMustNotBeSent(TradingMode mode, Product product, String code) {
        BrokerFailure failure = catchThrowableOfType(
                        BrokerException.class, () -> triggers().create(trigger(mode, product)))
                .failure();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(broker.requests(Endpoint.CREATE_RULE)).isEmpty();
    }

    @Test
    void listsTriggerOrdersPageByPage() throws Exception {
        String row = "{\"id\":\"1\",\"status\":\"ACTIVE\",\"exchange\":\"NSE\",\"symboltoken\":\"3045\","
                + "\"transactiontype\":\"SELL\",\"producttype\":\"DELIVERY\",\"qty\":\"1\",\"price\":\"1\"}";
        broker.always(
                Endpoint.RULE_LIST,
                request -> MockBroker.ok(
                        MockBroker.body(request).path("page").asInt() == 1
                                ? Collections.nCopies(10, row).toString()
                                : "[" + row + "]"));
        broker.always(Endpoint.RULE_DETAILS, MockBroker.no("AB9013", "Invalid rule id"));

        assertThat(triggers().list(Set.of())).hasSize(11);
        assertThat(triggers().list(Set.of(TriggerOrders.State.SENT))).isEmpty();
        assertThat(triggers().find("99")).isEmpty();
    }

    @Test
    void convertsAPositionOnce() throws Exception {
        broker.always(Endpoint.CONVERT_POSITION, MockBroker.ok("null"));
        Instrument share = Instruments.equity("3045", "SBIN-EQ");
        session.portfolio()
                .convert(new PositionConversion(
                        TradingMode.DEMO,
                        share.key(),
                        share.symbol(),
                        Product.INTRADAY,
                        Product.DELIVERY,
                        Side.BUY,
                        10,
                        false));
        RecordedRequest sent = broker.requests(Endpoint.CONVERT_POSITION).getFirst();
        assertThat(MockBroker.body(sent)).isEqualTo(MockBroker.json("""
                {"exchange":"NSE","symboltoken":"3045","tradingsymbol":"SBIN-EQ","oldproducttype":"INTRADAY",
                "newproducttype":"DELIVERY","transactiontype":"BUY","quantity":10,"type":"DAY"}"""));
    }

    @Test
    void refusesABasketOfMoreThanFifty() {
        Costs.Leg leg =
                new Costs.Leg(Instruments.equity("1", "A-EQ"), Side.BUY, Product.DELIVERY, OrderType.LIMIT, 1, 100);
        BrokerFailure failure = catchThrowableOfType(
                        BrokerException.class,
                        () -> session.costs().orElseThrow().margin(Collections.nCopies(51, leg)))
                .failure();
        assertThat(failure.code()).isEqualTo("BASKET");
        assertThat(broker.requests(Endpoint.MARGIN)).isEmpty();
    }

    @Test
    void findsInstrumentsAndShowsItsHeadroom() throws Exception {
        broker.always(
                Endpoint.SEARCH,
                MockBroker.ok("[{\"exchange\":\"BSE\",\"tradingsymbol\":\"TITAN\",\"symboltoken\":\"500114\"}]"));
        assertThat(session.lookup().orElseThrow().search(Segment.BSE, "Titan"))
                .extracting(found -> found.key().toString(), found -> found.symbol())
                .containsExactly(tuple("BSE:500114", "TITAN"));
        assertThat(session.rates())
                .filteredOn(use -> use.group().equals("instrument search"))
                .singleElement()
                .satisfies(use -> assertThat(use.windows().getFirst().used()).isEqualTo(1));
        assertThat(session.rates())
                .filteredOn(use -> use.group().equals("orders"))
                .singleElement()
                .satisfies(use -> assertThat(use.windows().getFirst().allowed()).isEqualTo(9));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            203.0.113.7, 203.0.113.7, MATCHES
            203.0.113.7, 203.0.113.8, DIFFERS
            203.0.113.7, '',          NOT_ENTERED
            """)
    void comparesThePublicAddress(String seen, String registered, Verdict verdict) throws Exception {
        broker.always(Endpoint.PROFILE, MockBroker.ok("{}"));
        broker.always("/ip", MockBroker.plain(200, seen + "\n"));
        Map<String, String> values = new HashMap<>(Map.of(
                "clientcode", "A123456", "password", "1234", "apiKey", "key-1", "totpSecret", MockBroker.SECRET));
        values.put("registeredIp", registered);
        try (AngelOneSession other =
                broker.open(1000, Map.of("publicip", broker.rest() + "/ip"), new Credentials(values))) {
            var report = other.address().orElseThrow().check();
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.seen()).isEqualTo(seen);
            assertThat(report.sentence()).contains(seen);
            broker.always("/ip", MockBroker.plain(200, "<html>portal</html>"));
            assertThat(catchThrowableOfType(
                                    BrokerException.class,
                                    () -> other.address().orElseThrow().check())
                            .failure()
                            .code())
                    .isEqualTo("PUBLIC_IP");
        }
    }

    @Test
    void anotherServerNeedsNoAddress() throws Exception {
        assertThat(session.address().orElseThrow().check().verdict()).isEqualTo(Verdict.NOT_NEEDED);
    }
}
