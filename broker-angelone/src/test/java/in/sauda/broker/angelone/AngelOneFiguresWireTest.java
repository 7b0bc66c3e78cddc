package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.DerivativesData.BuildUp;
import in.sauda.core.broker.DerivativesData.Expiry;
import in.sauda.core.broker.DerivativesData.Movers;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.broker.TriggerOrders.Rule;
import in.sauda.core.broker.TriggerOrders.State;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Derivatives figures, costs and trigger orders over the wire, against the simulated exchange.
class AngelOneFiguresWireTest {
    private final WireClient client;
    private final Instrument share;

    AngelOneFiguresWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder);
        share = client.watched("RELIANCE-EQ");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsDerivativesFigures() throws Exception {
        DerivativesData data = client.session.derivatives().orElseThrow();
        Instrument option = client.instruments.values().stream()
                .filter(instrument -> instrument.category() == InstrumentCategory.OPTIONS
                        && instrument.name().equals("NIFTY"))
                .min(Comparator.comparing(instrument -> Objects.requireNonNull(instrument.expiry())))
                .orElseThrow();

        LocalDate expiry = Objects.requireNonNull(option.expiry());
        assertThat(data.greeks("NIFTY", expiry)).isNotEmpty().allSatisfy(greeks -> {
            assertThat(greeks.strike()).isPositive();
            assertThat(Math.abs(greeks.delta())).isLessThanOrEqualTo(1);
            assertThat(greeks.impliedVolatility()).isBetween(0.1, 400.0);
        });
        assertThat(data.greeks("NIFTY", expiry.plusDays(1)))
                .as("no such expiry")
                .isEmpty();
        assertThat(data.putCallRatios())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.ratio()).isPositive());
        assertThat(data.movers(Movers.PRICE_GAINERS, Expiry.NEAR))
                .allSatisfy(row -> assertThat(row.symbol()).endsWith("FUT"));
        assertThat(data.buildUp(BuildUp.LONG_BUILT_UP, Expiry.NEAR))
                .allSatisfy(row -> assertThat(row.netChange()).isPositive());
        assertThat(data.intraday(Segment.NSE))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.multiplier()).isPositive());
        assertThat(data.cautionary()).allSatisfy(row -> assertThat(row.symbol()).isNotEmpty());
    }

    @Test
    void estimatesMarginAndCharges() throws Exception {
        Costs costs = client.session.costs().orElseThrow();
        Costs.Leg leg = new Costs.Leg(share, Side.BUY, Product.DELIVERY, OrderType.LIMIT, 10, 140_000);

        assertThat(costs.margin(List.of(leg)).total()).isEqualTo(1_400_000);
        Costs.Charges charges = costs.charges(List.of(leg, leg));
        assertThat(charges.tradeValuePaise()).isEqualTo(2_800_000);
        assertThat(charges.totalPaise()).isPositive();
        assertThat(charges.legs()).hasSize(2);
        assertThat(charges.breakup().stream().mapToLong(Costs.Charge::paise).sum())
                .isCloseTo(charges.totalPaise(), within(5L));
    }

    private TriggerOrders.Request request(long quantity, long trigger) {
        return new TriggerOrders.Request(
                TradingMode.DEMO,
                share,
                Side.BUY,
                Product.DELIVERY,
                quantity,
                0,
                trigger + 5 * share.tickSize(),
                trigger);
    }

    @Test
    void leadsATriggerOrderFromItsCreationToItsEnd() throws Exception {
        TriggerOrders triggers = client.session.triggers().orElseThrow();
        long last = client.session.quotes().orElseThrow().one(share).lastPrice();
        long far = last / 2 / share.tickSize() * share.tickSize();

        String id = triggers.create(request(5, far));
        Rule rule = triggers.find(id).orElseThrow();
        assertThat(rule.state()).isIn(State.NEW, State.ACTIVE);
        assertThat(rule.key()).isEqualTo(share.key());
        assertThat(rule.triggerPrice()).isEqualTo(far);

        triggers.modify(id, request(7, far - 100 * share.tickSize()));
        assertThat(triggers.list(Set.of())).singleElement().satisfies(changed -> {
            assertThat(changed.quantity()).isEqualTo(7);
            assertThat(changed.triggerPrice()).isEqualTo(far - 100 * share.tickSize());
        });

        triggers.cancel(TradingMode.DEMO, rule);
        assertThat(triggers.list(Set.of(State.CANCELLED))).hasSize(1);
        assertThat(triggers.list(Set.of(State.NEW, State.ACTIVE))).isEmpty();
        assertThat(triggers.find("no-such-rule")).isEmpty();
        assertThat(catchThrowableOfType(BrokerException.class, () -> triggers.cancel(TradingMode.DEMO, rule)))
                .as("a second time")
                .isNotNull();
    }
}
