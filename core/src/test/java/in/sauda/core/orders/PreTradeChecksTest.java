package in.sauda.core.orders;

import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.NIFTY_FUTURE;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.QuoteRow;
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
                TradingMode.DEMO, phase, quote, feedAgeNanos, true, true, true, Long.MIN_VALUE, false);
    }

    private static @Nullable String code(OrderRequest request, boolean exit, TradingConditions now) {
        Denial denial = PreTradeChecks.refuse(request, exit, now);
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
                TradingMode.LIVE, Phase.CONTINUOUS, good.quote(), SECOND, true, true, true, Long.MIN_VALUE, false);
        assertThat(code(request(RELIANCE, 10, 10_000), false, live)).isEqualTo("MODE");
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
