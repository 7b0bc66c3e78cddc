package in.sauda.broker.angelone.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.mapping.CandleMapping.Span;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.DerivativesData.BuildUp;
import in.sauda.core.broker.DerivativesData.CautionedStock;
import in.sauda.core.broker.DerivativesData.Expiry;
import in.sauda.core.broker.DerivativesData.Greeks;
import in.sauda.core.broker.DerivativesData.InterestChange;
import in.sauda.core.broker.DerivativesData.InterestPoint;
import in.sauda.core.broker.DerivativesData.IntradayStock;
import in.sauda.core.broker.DerivativesData.Movers;
import in.sauda.core.broker.DerivativesData.PutCallRatio;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.TriggerOrders.Request;
import in.sauda.core.broker.TriggerOrders.Rule;
import in.sauda.core.broker.TriggerOrders.State;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Requests and replies as the protocol document shows them (sections 1.12 to 1.20).
class DocumentedRepliesTest {
    private static final Instrument SHARE = Instruments.equity("3045", "SBIN-EQ");
    private static final QuoteMapping.Receipt RECEIPT = new QuoteMapping.Receipt(7, 8);

    private static JsonNode json(String text) {
        return MockBroker.json(text);
    }

    @Test
    void readsHoldingsWithAndWithoutTotals() {
        String row = """
                {"tradingsymbol":"TATASTEEL-EQ","exchange":"NSE","isin":"INE081A01020","t1quantity":0,
                "realisedquantity":2,"quantity":2,"authorisedquantity":0,"product":"DELIVERY",
                "collateralquantity":null,"collateraltype":null,"haircut":0,"averageprice":111.87,"ltp":130.15,
                "symboltoken":"3499","close":129.6,"profitandloss":37,"pnlpercentage":16.34}""";
        Holding holding = new Holding(
                new InstrumentKey(Segment.NSE, "3499"),
                "TATASTEEL-EQ",
                "INE081A01020",
                2,
                0,
                0,
                0,
                11_187,
                13_015,
                12_960,
                3_700,
                16.34);

        assertThat(AccountMapping.holdings(json("{\"holdings\":[" + row + "],\"totalholding\":null}")))
                .containsExactly(holding);
        assertThat(AccountMapping.holdings(json("[" + row + "]"))).containsExactly(holding);
        assertThat(AccountMapping.holdings(json(row))).containsExactly(holding);
        assertThat(AccountMapping.holdings(json("{\"holdings\":null,\"totalholding\":null}")))
                .isEmpty();
        assertThat(AccountMapping.holdings(json("\"\""))).isEmpty();
        assertThat(AccountMapping.holdings(MissingNode.getInstance())).isEmpty();
    }

    @Test
    void readsTradesWhoseTimesHaveNoDate() {
        JsonNode rows = json("""
                [{"exchange":"NSE","producttype":"DELIVERY","tradingsymbol":"ITC-EQ","instrumenttype":"",
                "symbolgroup":"EQ","strikeprice":"-1","optiontype":"","expirydate":"","marketlot":"1","precision":"2",
                "multiplier":"-1","tradevalue":"175.00","transactiontype":"BUY","fillprice":"175.00","fillsize":"1",
                "orderid":"201020000000095","fillid":"50005750","filltime":"13:27:53"}]""");
        LocalDate day = LocalDate.of(2020, 10, 20);

        assertThat(AccountMapping.trades(rows, day))
                .containsExactly(new BookedTrade(
                        "201020000000095",
                        "50005750",
                        null,
                        Segment.NSE,
                        "ITC-EQ",
                        Side.BUY,
                        Product.DELIVERY,
                        1,
                        17_500,
                        17_500,
                        IndiaTime.epochMillis(day, LocalTime.of(13, 27, 53))));
    }

    @Test
    void readsAFullQuoteAndFillsAnEventWithIt() {
        JsonNode data = json("""
                {"fetched":[{"exchange":"NSE","tradingSymbol":"SBIN-EQ","symbolToken":"3045","ltp":568.2,"open":567.4,
                "high":569.35,"low":566.1,"close":567.4,"lastTradeQty":1,"exchFeedTime":"21-Jun-2023 10:46:10",
                "exchTradeTime":"21-Jun-2023 10:46:09","netChange":0.8,"percentChange":0.14,"avgPrice":567.83,
                "tradeVolume":3556150,"opnInterest":0,"lowerCircuit":510.7,"upperCircuit":624.1,"totBuyQuan":839549,
                "totSellQuan":1284767,"52WeekLow":430.7,"52WeekHigh":629.55,"depth":{"buy":[
                {"price":568.2,"quantity":511,"orders":2},{"price":568.15,"quantity":411,"orders":2}],
                "sell":[{"price":568.25,"quantity":3348,"orders":5}]}}],
                "unfetched":[{"exchange":"NFO","symbolToken":"1","message":"Failed to get symbol details",
                "errorCode":"AB1018"}]}""");

        QuoteMapping.Page page = QuoteMapping.page(data, QuoteDetail.FULL, RECEIPT);

        assertThat(page.unfetched()).singleElement().satisfies(missing -> {
            assertThat(missing.key()).isEqualTo(new InstrumentKey(Segment.NFO, "1"));
            assertThat(missing.code()).isEqualTo("AB1018");
        });
        QuoteSnapshot quote = page.quotes().getFirst();
        assertThat(quote.exchangeMillis()).isEqualTo(1_687_324_570_000L);
        assertThat(quote.yearHigh()).isEqualTo(62_955);
        MarketEvent event = new MarketEvent();
        quote.fill(event, 12);
        assertThat(event.instrument).isEqualTo(12);
        assertThat(event.mode).isEqualTo(FeedMode.FULL);
        assertThat(event.lastPrice).isEqualTo(56_820);
        assertThat(event.conflatedHigh).isEqualTo(56_820);
        assertThat(event.volume).isEqualTo(3_556_150);
        assertThat(event.previousClose).isEqualTo(56_740);
        assertThat(event.lastTradeMillis).isEqualTo(1_687_324_569_000L);
        assertThat(event.receivedNanos).isEqualTo(7);
        assertThat(event.hasDepth).isTrue();
        assertThat(event.bidPrice).containsExactly(56_820, 56_815, 0, 0, 0);
        assertThat(event.askQuantity).containsExactly(3_348, 0, 0, 0, 0);
    }

    @Test
    void readsTheLastPriceAsTextOrNumberInEitherSpelling() {
        JsonNode page = json("""
                {"fetched":[{"exchange":"CDS","tradingSymbol":"USDINR","symbolToken":"9","ltp":83.3425},
                {"exchange":"NSE","tradingSymbol":"BAD","symbolToken":"5"}],"unfetched":[]}""");
        QuoteMapping.Page read = QuoteMapping.page(page, QuoteDetail.LAST, RECEIPT);
        assertThat(read.quotes()).singleElement().satisfies(quote -> {
            assertThat(quote.lastPrice()).isEqualTo(833_425_000);
            assertThat(quote.volume()).isEqualTo(MarketEvent.UNKNOWN);
        });
        assertThat(read.unfetched())
                .singleElement()
                .satisfies(bad -> assertThat(bad.code()).isEqualTo("UNREADABLE_REPLY"));

        QuoteSnapshot single = QuoteMapping.single(json("""
                        {"exchange":"NSE","tradingsymbol":"SBIN-EQ","symboltoken":"3045","open":"186","high":"191.25",
                        "low":"185","close":"187.80","ltp":"191"}"""), SHARE.key(), RECEIPT);
        assertThat(single.lastPrice()).isEqualTo(19_100);
        assertThat(single.previousClose()).isEqualTo(18_780);
        assertThat(single.detail()).isEqualTo(QuoteDetail.OHLC);
    }

    @Test
    void asksForQuotesByExchange() {
        assertThat(QuoteMapping.request(List.of(SHARE, Instruments.option(), Instruments.index()), QuoteDetail.OHLC))
                .isEqualTo(json("""
                        {"mode":"OHLC","exchangeTokens":{"NSE":["3045","99926000"],"NFO":["44662"]}}"""));
    }

    @Test
    void readsGreeksThatAreAllText() {
        JsonNode rows = json("""
                [{"name":"TCS","expiry":"25JAN2024","strikePrice":"3900.000000","optionType":"CE","delta":"0.492400",
                "gamma":"0.002800","theta":"-4.091800","vega":"2.296700","impliedVolatility":"16.330000",
                "tradeVolume":"24048.00"}]""");
        assertThat(DerivativesMapping.greeks(rows))
                .containsExactly(new Greeks(
                        "TCS",
                        LocalDate.of(2024, 1, 25),
                        390_000,
                        OptionType.CE,
                        0.4924,
                        0.0028,
                        -4.0918,
                        2.2967,
                        16.33,
                        24_048));
        assertThat(DerivativesMapping.greeksRequest("TCS", LocalDate.of(2024, 1, 25)))
                .isEqualTo(json("{\"name\":\"TCS\",\"expirydate\":\"25JAN2024\"}"));
    }

    @Test
    void readsInterestInEveryNotation() {
        assertThat(DerivativesMapping.changes(json("""
                        [{"tradingSymbol":"HDFCBANK25JAN24FUT","percentChange":20.02,"symbolToken":55394,
                        "opnInterest":1.98253E7,"netChangeOpnInterest":3307150.0},
                        {"symbolToken":"55424","ltp":"723.8","netChange":"-28.25","percentChange":"-3.76",
                        "opnInterest":"24982.5","netChangeOpnInterest":"76.5","tradingSymbol":"JINDALSTEL25JAN24FUT"}]""")))
                .containsExactly(
                        new InterestChange(
                                "HDFCBANK25JAN24FUT", "55394", -1, Paise.UNKNOWN, 20.02, 19_825_300, 3_307_150),
                        new InterestChange("JINDALSTEL25JAN24FUT", "55424", 72_380, -2_825, -3.76, 24_983, 77));
        assertThat(DerivativesMapping.putCallRatios(json("[{\"pcr\":1.04,\"tradingSymbol\":\"NIFTY25JAN24FUT\"}]")))
                .containsExactly(new PutCallRatio("NIFTY25JAN24FUT", 1.04));
        assertThat(DerivativesMapping.request(BuildUp.LONG_UNWINDING, Expiry.FAR))
                .isEqualTo(json("{\"datatype\":\"Long Unwinding\",\"expirytype\":\"FAR\"}"));
        assertThat(DerivativesMapping.request(Movers.INTEREST_LOSERS, Expiry.NEAR))
                .isEqualTo(json("{\"datatype\":\"PercOILosers\",\"expirytype\":\"NEAR\"}"));
    }

    @Test
    void readsInterestOverTime() {
        JsonNode rows = json("""
                [{"time":"2024-06-07T09:15:00+05:30","oi":166100},{"time":"2024-06-07T09:16:00+05:30","oi":"166200"}]""");
        long start = Instant.parse("2024-06-07T03:45:00Z").toEpochMilli();
        assertThat(DerivativesMapping.interest(rows, new Span(start, start + 60_000)))
                .containsExactly(new InterestPoint(start, 166_100));
    }

    @Test
    void readsStockListsTolerantly() {
        assertThat(DerivativesMapping.intraday(
                        json("[{\"Exchange\":\"NSE\",\"SymbolName\":\"AMBER\",\"Multiplier\":\"5.0\"}]"), Segment.NSE))
                .containsExactly(new IntradayStock(Segment.NSE, "AMBER", 5));
        CautionedStock listed = new CautionedStock(Segment.BSE, "500001", "XYZ", "GSM stage 1");
        String row = "{\"Exchange\":\"BSE\",\"symbolToken\":\"500001\",\"symbol\":\"XYZ\",\"remarks\":\"GSM stage 1\"}";
        assertThat(DerivativesMapping.cautionary(json("[" + row + ",\"ABC\"]")))
                .containsExactly(listed, new CautionedStock(Segment.NSE, "", "ABC", ""));
        assertThat(DerivativesMapping.cautionary(json("{\"count\":1,\"scrips\":[" + row + "]}")))
                .containsExactly(listed);
        assertThat(DerivativesMapping.cautionary(MissingNode.getInstance())).isEmpty();
    }

    @Test
    void readsMarginAndCharges() {
        assertThat(CostMapping.margin(json("""
                        {"totalMarginRequired":29612.35,"marginComponents":{"netPremium":5060,"spanMargin":0,
                        "marginBenefit":79876.5,"deliveryMargin":0,"nonNFOMargin":0,"totOptionsPremium":10100}}""")))
                .isEqualTo(new Costs.Margin(2_961_235, 0, 7_987_650, 506_000, 1_010_000, 0, 0));
        Costs.Charges charges = CostMapping.charges(json("""
                {"summary":{"total_charges":38.17,"trade_value":"8000","breakup":[
                {"name":"Angel One Brokerage","amount":20.0,"msg":"","breakup":[]},
                {"name":"Taxes","amount":"3.60","msg":"GST 18%","breakup":[
                {"name":"GST","amount":3.6,"msg":null,"breakup":null}]}]},
                "charges":[{"total_charges":38.17,"trade_value":8000,"breakup":[]}]}"""));
        assertThat(charges.totalPaise()).isEqualTo(3_817);
        assertThat(charges.breakup().getLast())
                .isEqualTo(new Costs.Charge(
                        "Taxes", 360, "GST 18%", List.of(new Costs.Charge("GST", 360, "", List.of()))));
        assertThat(charges.legs()).hasSize(1);
        String deep = "{\"name\":\"x\",\"amount\":1,\"breakup\":[".repeat(20) + "]}".repeat(20);
        assertThatThrownBy(() -> CostMapping.charges(json("{\"summary\":{\"breakup\":[" + deep + "]}}")))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void asksForMarginInNumbersAndForChargesInText() {
        Costs.Leg leg = new Costs.Leg(SHARE, Side.BUY, Product.DELIVERY, OrderType.LIMIT, 10, 80_050);
        assertThat(CostMapping.marginRequest(List.of(leg)).toString()).isEqualTo("""
                {"positions":[{"exchange":"NSE","qty":10,"price":800.50,"productType":"DELIVERY","token":"3045",\
                "tradeType":"BUY","orderType":"LIMIT"}]}""");
        assertThat(CostMapping.chargesRequest(List.of(leg))).isEqualTo(json("""
                {"orders":[{"product_type":"DELIVERY","transaction_type":"BUY","quantity":"10","price":"800.50",
                "exchange":"NSE","symbol_name":"SBIN","token":"3045"}]}"""));
    }

    @Test
    void readsTriggerOrdersInEveryShape() {
        String row = """
                {"clientid":"100","createddate":"2020-11-16T14:19:51Z","exchange":"NSE","producttype":"DELIVERY",
                "transactiontype":"BUY","expirydate":"2021-11-16T14:19:51Z","id":%s,"qty":"1","price":"195",
                "status":"NEW","symboltoken":"3045","tradingsymbol":"SBIN-EQ","triggerprice":"196","disclosedqty":"10",
                "updateddate":"2020-11-16T14:28:01Z"}""";
        Rule rule = new Rule(
                "1",
                State.NEW,
                "NEW",
                SHARE.key(),
                "SBIN-EQ",
                Side.BUY,
                Product.DELIVERY,
                1,
                10,
                19_500,
                19_600,
                1_605_536_391_000L,
                1_605_536_881_000L,
                1_637_072_391_000L);
        assertThat(TriggerMapping.rules(json("[" + row.formatted("1") + "]"))).containsExactly(rule);
        assertThat(TriggerMapping.rules(json(row.formatted("\"1\"")))).containsExactly(rule);
        assertThat(TriggerMapping.rules(MissingNode.getInstance())).isEmpty();
        assertThat(TriggerMapping.id(json("{\"id\":12}"))).isEqualTo("12");
        assertThat(TriggerMapping.id(json("{\"id\":\"12\"}"))).isEqualTo("12");
        assertThat(TriggerMapping.list(Set.of(), 1))
                .isEqualTo(json("{\"status\":[\"FORALL\"],\"page\":1,\"count\":10}"));
        assertThat(TriggerMapping.list(Set.of(State.SENT, State.NEW), 2))
                .isEqualTo(json("{\"status\":[\"NEW\",\"SENTTOEXCHANGE\"],\"page\":2,\"count\":10}"));
        assertThat(TriggerMapping.create(
                        new Request(TradingMode.LIVE, SHARE, Side.SELL, Product.CARRY_FORWARD, 5, 0, 19_500, 19_605)))
                .isEqualTo(json("""
                        {"symboltoken":"3045","exchange":"NSE","price":"195.00","qty":"5","triggerprice":"196.05",
                        "disclosedqty":"0","tradingsymbol":"SBIN-EQ","transactiontype":"SELL","producttype":"MARGIN"}"""));
    }

    @Test
    void readsEveryOrderUpdate() {
        String frame = """
                {"user-id":"A123456","status-code":"200","order-status":"%s","error-message":"","orderData":
                {"variety":"NORMAL","ordertype":"LIMIT","ordertag":"SD-1","producttype":"DELIVERY","price":551.0,
                "triggerprice":0.0,"quantity":"10","disclosedquantity":"0","duration":"DAY","squareoff":0.0,
                "stoploss":0.0,"trailingstoploss":0.0,"tradingsymbol":"SBIN-EQ","transactiontype":"BUY",
                "exchange":"NSE","symboltoken":"3045","instrumenttype":"","strikeprice":-1.0,"optiontype":"",
                "expirydate":"","lotsize":"1","cancelsize":"0","averageprice":550.5,"filledshares":"4",
                "unfilledshares":"6","orderid":"111111111111111","text":"","status":"","orderstatus":"",
                "updatetime":"25-Oct-2023 23:53:21","exchtime":"","exchorderupdatetime":"","fillid":"","filltime":"",
                "parentorderid":""}}""";
        for (int code = 1; code <= 11; code++) {
            OrderUpdateMapping.Update update = OrderUpdateMapping.read(frame.formatted("AB%02d".formatted(code)));
            assertThat(update.greeting()).isFalse();
            assertThat(update.row()).as("AB%02d", code).isNotNull().satisfies(row -> {
                assertThat(row.order().filledQuantity()).isEqualTo(4);
                assertThat(row.order().averagePrice()).isEqualTo(55_050);
                assertThat(row.order().type()).isEqualTo(OrderType.LIMIT);
            });
        }
        assertThat(OrderUpdateMapping.read(frame.formatted("AB12")).row())
                .as("unknown code")
                .isNull();
        assertThat(OrderUpdateMapping.read("""
                        {"user-id":"A","status-code":"200","order-status":"AB00","error-message":"","orderData":
                        {"variety":"","price":0.0,"quantity":"0","lotsize":"0","orderid":""}}""").greeting()).isTrue();
        assertThat(OrderUpdateMapping.read("{\"status-code\":\"401\",\"error-message\":\"Invalid token\"}")
                        .statusCode())
                .isEqualTo("401");
        for (String garbage : List.of("", "[]", "null", "pong?", "{\"order-status\":")) {
            assertThatThrownBy(() -> OrderUpdateMapping.read(garbage)).isInstanceOf(UnreadableException.class);
        }
    }
}
