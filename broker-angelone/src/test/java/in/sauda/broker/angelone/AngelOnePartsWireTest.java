package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.QuoteDetail;
import in.sauda.core.broker.QuoteSnapshot;
import in.sauda.core.broker.Quotes;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Quotes, portfolio, instrument lookup and pushed order updates over the wire, against the simulated exchange.
class AngelOnePartsWireTest {
    private final WireClient client;
    private final Instrument share;

    AngelOnePartsWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder);
        share = client.watched("RELIANCE-EQ");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readsQuotesOfManyInstruments() throws Exception {
        List<Instrument> many = client.instruments.values().stream().limit(70).toList();
        Quotes.Batch batch = client.session.quotes().orElseThrow().read(many, QuoteDetail.FULL);

        assertThat(batch.quotes().size() + batch.unfetched().size()).isEqualTo(70);
        QuoteSnapshot full = client.session
                .quotes()
                .orElseThrow()
                .read(List.of(share), QuoteDetail.FULL)
                .quotes()
                .getFirst();
        assertThat(full.key()).isEqualTo(share.key());
        assertThat(full.lastPrice()).isBetween(full.low(), full.high());
        assertThat(full.volume()).isPositive();
        assertThat(full.bids()).hasSize(5);
        assertThat(full.bids().getFirst().price())
                .isLessThan(full.asks().getFirst().price());
        assertThat(client.session.quotes().orElseThrow().one(share).lastPrice()).isPositive();
        assertThat(client.session.lookup().orElseThrow().search(share.segment(), "RELIANCE"))
                .anySatisfy(found -> assertThat(found.key()).isEqualTo(share.key()));
    }

    @Test
    void anOrderIsFollowedByPushedUpdatesAndShowsInTheBooks() throws Exception {
        QuoteSnapshot quote = client.session.quotes().orElseThrow().one(share);
        OrderRequest request = new OrderRequest(
                new ClientOrderId("P-1"),
                TradingMode.DEMO,
                share,
                1,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                10,
                (quote.lastPrice() + 500) / share.tickSize() * share.tickSize(),
                0);
        client.session.orders().submit(request);
        Await.until(
                "filled: " + client.orderEvents,
                () -> client.orderEvents.stream()
                        .anyMatch(event -> event instanceof OrderEvent.Filled filled && filled.complete()));

        List<BookedTrade> trades = client.session.portfolio().trades();
        assertThat(trades).isNotEmpty().allSatisfy(trade -> {
            assertThat(trade.symbol()).isEqualTo(share.symbol());
            assertThat(trade.millis()).isPositive();
        });
        assertThat(trades.stream().mapToLong(BookedTrade::quantity).sum()).isEqualTo(10);
        List<BookedPosition> positions = client.session.portfolio().positions();
        assertThat(positions).anySatisfy(position -> {
            assertThat(position.key()).isEqualTo(share.key());
            assertThat(position.buyQuantity()).isEqualTo(10);
            assertThat(position.carriedQuantity()).isZero();
        });
        assertThat(client.session.portfolio().funds().net()).isPositive();
        assertThat(client.session.portfolio().holdings())
                .allSatisfy(holding -> assertThat(holding.symbol()).isNotEmpty());
    }

    @Test
    void anOrderOfAnotherApplicationAppearsByItself() throws Exception {
        QuoteSnapshot quote = client.session.quotes().orElseThrow().one(share);
        try (WireClient.Other phone = client.anotherSession()) {
            OrderRequest request = new OrderRequest(
                    new ClientOrderId("PHONE-1"),
                    TradingMode.DEMO,
                    share,
                    1,
                    Side.BUY,
                    OrderType.LIMIT,
                    Product.INTRADAY,
                    Validity.DAY,
                    10,
                    (quote.lastPrice() - 3_000) / share.tickSize() * share.tickSize(),
                    0);
            phone.session().orders().submit(request);
            Await.until(
                    "the order of the phone in " + client.orderEvents,
                    () -> client.orderEvents.stream()
                            .anyMatch(event -> event instanceof OrderEvent.Foreign foreign
                                    && foreign.order().tag().equals("PHONE-1")));
        }
    }
}
