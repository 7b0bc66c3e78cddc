package in.sauda.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.MarketFixture;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// An order watches the market only for itself: whoever else listens goes on hearing of the contract, and nobody does
/// once all have left.
class ExchangeWatchTest {
    private static final long MINUTE_MILLIS = 60_000;

    private final AtomicLong marketMillis =
            new AtomicLong(IndiaTime.epochMillis(MarketFixture.DAY, LocalTime.of(10, 0)));
    private final Market market = new Market(MarketFixture.tapes(7), marketMillis::get);
    private final Exchange exchange = new Exchange(market, List.of());
    private final Contract share = MarketFixture.share("SBIN");
    private final List<Integer> heardSlots = new ArrayList<>();

    private void listen() {
        market.addListener(tape -> {
            if (tape.contract().equals(share)) {
                heardSlots.add(tape.slot());
            }
        });
        market.watch(share);
    }

    private ExchangeOrder buy(long price) {
        return exchange.place(
                new OrderSpec(share, Side.BUY, OrderType.LIMIT, "NORMAL", "INTRADAY", "DAY", price, 0, 10, "mine"));
    }

    private List<Integer> heardInTheNextMinute() {
        heardSlots.clear();
        marketMillis.addAndGet(MINUTE_MILLIS);
        market.step();
        return heardSlots;
    }

    @Test
    void pricesGoOnAfterAnOrderThatTradedAtOnce() {
        listen();
        ExchangeOrder order =
                buy(market.read(share, tape -> tape.asks().getLast().price()));
        assertThat(order.filled()).isEqualTo(10);
        assertThat(heardInTheNextMinute()).isNotEmpty();
        assertThat(heardInTheNextMinute()).isNotEmpty();
        market.unwatch(share);
        assertThat(heardInTheNextMinute()).isEmpty();
    }

    @Test
    void pricesGoOnAfterARestingOrderWasCancelled() {
        listen();
        ExchangeOrder order =
                buy(market.read(share, tape -> tape.bids().getLast().price()));
        assertThat(order.state().working()).isTrue();
        assertThat(exchange.cancel(order)).isEmpty();
        assertThat(heardInTheNextMinute()).isNotEmpty();
        market.unwatch(share);
        assertThat(heardInTheNextMinute()).isEmpty();
    }
}
