package in.sauda.core.orders;

import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.NIFTY_FUTURE;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.QuoteRow;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreTradeChecksTest {
    private static final long SECOND = 1_000_000_000L;

    private static OrderRequest request(Instrument instrument, long quantity, long price) {
        return new OrderRequest(
                new ClientOrderId("T-1"),
                TradingMode.DEMO,
                instrument,
                0,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                quantity,
                price,
                0);
    }

    private static TradingConditions now(Phase phase, long feedAgeNanos) {
        QuoteRow quote = new QuoteRow(
                0, 10_000, 1, 9_900, -1, -1, -1, -1, 1, -1, 10_890, 8_910, -1, -1, -1, -1, 0, -1, 0, 1, null);
        return new TradingConditions(
                TradingMode.DEMO, phase, quote, feedAgeNanos, true, anywhere(RELIANCE), Long.MIN_VALUE, false);
    }

    /// @param parts most parts the broker cuts an order into
    private static OrderRoute route(int parts, @Nullable Instrument listing) {
        BrokerCapabilities takes = new BrokerCapabilities(
                true,
                Set.of(),
                Set.of(OrderType.LIMIT, OrderType.STOP_LIMIT),
                Set.of(Product.values()),
                Set.of(Validity.DAY),
                Set.of(),
                BrokerCapabilities.DeepBook.NONE,
                1,
                1,
                Map.of(),
                10,
                parts,
                0,
                TriggerOrders.Limits.NONE);
        return new OrderRoute(new BrokerId("upstox"), "Upstox", true, false, true, takes, listing);
    }

    /// A broker about whose limits and listings nothing is known.
    private static OrderRoute anywhere(Instrument listing) {
        return new OrderRoute(new BrokerId(""), "the broker", true, false, true, null, listing);
    }

    private static TradingConditions over(OrderRoute route) {
        TradingConditions good = now(Phase.CONTINUOUS, SECOND);
        return new TradingConditions(
                TradingMode.DEMO, Phase.CONTINUOUS, good.quote(), SECOND, true, route, Long.MIN_VALUE, false);
    }

    private static TradingConditions listing(Instrument instrument, TradingConditions now) {
        return new TradingConditions(
                now.mode(),
                now.phase(),
                now.quote(),
                now.feedAgeNanos(),
                now.feedConnected(),
                anywhere(instrument),
                now.clockSkewMillis(),
                now.surveillance());
    }

    private static @Nullable String code(OrderRequest request, boolean exit, TradingConditions now) {
        TradingConditions here = now.route().capabilities() == null ? listing(request.instrument(), now) : now;
        Denial denial = PreTradeChecks.refuse(request, exit, here);
        return denial == null ? null : denial.code();
    }

    @Test
    void acceptsAnOrdinaryOrder() {
        assertThat(code(request(RELIANCE, 10, 10_000), false, now(Phase.CONTINUOUS, SECOND)))
                .isNull();
    }

    @Test
    void refusesWhatTheExchangeWouldRefuse() {
        TradingConditions good = now(Phase.CONTINUOUS, SECOND);
        assertThat(code(request(NIFTY, 1, 10_000), false, good)).isEqualTo("NOT_TRADABLE");
        assertThat(code(request(RELIANCE, 0, 10_000), false, good)).isEqualTo("QUANTITY");
        assertThat(code(request(NIFTY_FUTURE, 64, 10_000), false, good)).isEqualTo("LOT_SIZE");
        assertThat(code(request(NIFTY_FUTURE, 1_820, 10_000), false, good)).isEqualTo("FREEZE_QUANTITY");
        assertThat(code(request(RELIANCE, 10, 0), false, good)).isEqualTo("PRICE");
        assertThat(code(request(RELIANCE, 10, 10_895), false, good)).isEqualTo("PRICE_BAND");
        assertThat(code(request(RELIANCE, 10, 8_905), false, good)).isEqualTo("PRICE_BAND");
        assertThat(code(request(RELIANCE, 10, 10_000), false, now(Phase.CLOSED, SECOND)))
                .isEqualTo("MARKET_CLOSED");
    }

    @Test
    void holdsBackEntriesButNotExitsOnAStaleFeed() {
        TradingConditions stale = now(Phase.CONTINUOUS, 10 * SECOND + 1);
        assertThat(code(request(RELIANCE, 10, 10_000), false, stale)).isEqualTo("STALE_FEED");
        assertThat(code(request(RELIANCE, 10, 10_000), true, stale)).isNull();
        assertThat(code(request(RELIANCE, 10, 10_000), false, now(Phase.CONTINUOUS, 10 * SECOND)))
                .isNull();
    }

    @Test
    void refusesAnOrderMadeForAnotherMode() {
        TradingConditions good = now(Phase.CONTINUOUS, SECOND);
        TradingConditions live = new TradingConditions(
                TradingMode.LIVE, Phase.CONTINUOUS, good.quote(), SECOND, true, good.route(), Long.MIN_VALUE, false);
        assertThat(code(request(RELIANCE, 10, 10_000), false, live)).isEqualTo("MODE");
    }

    @Test
    void cutsAnOrderAtTheFreezeQuantityOnlyWhereTheBrokerDoes() {
        OrderRequest large = request(NIFTY_FUTURE, 3 * 1_755, 10_000);
        assertThat(FreezeSlices.largest(NIFTY_FUTURE)).as("27 lots of 65").isEqualTo(1_755);
        assertThat(FreezeSlices.count(NIFTY_FUTURE, 1_755)).isEqualTo(1);
        assertThat(FreezeSlices.count(NIFTY_FUTURE, 1_820)).isEqualTo(2);
        assertThat(FreezeSlices.count(NIFTY_FUTURE, 3 * 1_755)).isEqualTo(3);
        assertThat(code(large, false, over(route(1, NIFTY_FUTURE)))).isEqualTo("FREEZE_QUANTITY");
        assertThat(code(large, false, over(route(25, NIFTY_FUTURE)))).isNull();
        assertThat(code(request(NIFTY_FUTURE, 26 * 1_755, 10_000), false, over(route(25, NIFTY_FUTURE))))
                .isEqualTo("FREEZE_QUANTITY");
    }

    @Test
    void refusesWhatTheChosenBrokerCannotDo() {
        OrderRoute good = route(1, RELIANCE);
        OrderRequest order = request(RELIANCE, 10, 10_000);
        assertThat(code(order, false, over(good))).isNull();
        assertThat(code(order, true, over(route(1, null)))).isEqualTo("NOT_LISTED");
        OrderRoute over = new OrderRoute(good.broker(), "Upstox", true, true, true, good.capabilities(), RELIANCE);
        Denial ended = PreTradeChecks.refuse(order, true, over(over));
        assertThat(ended).isNotNull();
        assertThat(ended.code()).isEqualTo("LOGIN_ENDED");
        assertThat(ended.sentence()).isEqualTo("The login at Upstox has ended, so it takes no orders.");
        OrderRequest market = new OrderRequest(
                order.id(),
                order.mode(),
                RELIANCE,
                0,
                Side.BUY,
                OrderType.MARKET,
                Product.INTRADAY,
                Validity.DAY,
                10,
                0,
                0);
        assertThat(code(market, false, over(good))).isEqualTo("ORDER_TYPE");
    }

    @Test
    void roundsNeverWorseThanTyped() {
        assertThat(PriceRules.limit(Side.BUY, 10_004, 5)).isEqualTo(10_000);
        assertThat(PriceRules.limit(Side.SELL, 10_001, 5)).isEqualTo(10_005);
        assertThat(PriceRules.trigger(Side.BUY, 10_001, 5)).isEqualTo(10_005);
        assertThat(PriceRules.trigger(Side.SELL, 10_004, 5)).isEqualTo(10_000);
        assertThat(PriceRules.limit(Side.BUY, 10_003, 0)).isEqualTo(10_003);
    }
}
