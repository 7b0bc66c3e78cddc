package in.sauda.core.engine;

import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.History;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.InstrumentLookup;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A session that records what it is asked and says nothing by itself.
public final class FakeSession implements BrokerSession, Portfolio, MarketFeed, History, OrderGateway {
    public final List<Subscription> subscribed = new CopyOnWriteArrayList<>();
    public final List<Subscription> unsubscribed = new CopyOnWriteArrayList<>();
    public final List<OrderRequest> submitted = new CopyOnWriteArrayList<>();
    public final List<OrderRequest> modified = new CopyOnWriteArrayList<>();
    public final List<ClientOrderId> cancelled = new CopyOnWriteArrayList<>();
    public final List<PositionConversion> converted = new CopyOnWriteArrayList<>();
    public volatile @Nullable Quotes quotes;
    public volatile @Nullable DerivativesData derivatives;
    public volatile @Nullable MarketInformation market;
    public volatile @Nullable AddressCheck address;
    public volatile boolean paused;
    public volatile long validUntilMillis = Long.MAX_VALUE;
    public volatile long malformed;
    public final AtomicLong frames = new AtomicLong();
    public final AtomicInteger booksRead = new AtomicInteger();
    public volatile Placements placements = Placements.NONE;
    public volatile List<ConnectionStatistics> connections = List.of();
    public volatile List<Candle> history = List.of();
    public volatile AccountSnapshot account = new AccountSnapshot(List.of(), List.of());

    @Override
    public AccountProfile profile() {
        return new AccountProfile("TEST", "Test");
    }

    @Override
    public long validUntilMillis() {
        return validUntilMillis;
    }

    @Override
    public Portfolio portfolio() {
        return this;
    }

    @Override
    public Funds funds() {
        return new Funds(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public List<Holding> holdings() {
        return List.of();
    }

    @Override
    public List<AccountSnapshot.BookedPosition> positions() {
        return account.positions();
    }

    @Override
    public List<BookedTrade> trades() {
        return List.of();
    }

    @Override
    public void convert(PositionConversion conversion) {
        converted.add(conversion);
    }

    @Override
    public Optional<Quotes> quotes() {
        return Optional.ofNullable(quotes);
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return Optional.ofNullable(derivatives);
    }

    @Override
    public Optional<OptionData> options() {
        return Optional.empty();
    }

    @Override
    public Optional<Costs> costs() {
        return Optional.empty();
    }

    @Override
    public Optional<TriggerOrders> triggers() {
        return Optional.empty();
    }

    @Override
    public Optional<OrderDesk> desk() {
        return Optional.empty();
    }

    @Override
    public Optional<MarketInformation> market() {
        return Optional.ofNullable(market);
    }

    @Override
    public Optional<InstrumentLookup> lookup() {
        return Optional.empty();
    }

    @Override
    public Optional<AddressCheck> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public List<RateUse> rates() {
        return List.of();
    }

    @Override
    public MarketFeed feed() {
        return this;
    }

    @Override
    public History history() {
        return this;
    }

    @Override
    public OrderGateway orders() {
        return this;
    }

    @Override
    public void close() {}

    @Override
    public void connect() {
        paused = false;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        subscribed.addAll(subscriptions);
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        unsubscribed.addAll(subscriptions);
    }

    @Override
    public FeedStatistics statistics() {
        return new FeedStatistics(frames.get(), 0, malformed, 0, 0, 0, 0, subscribed.size(), 0, connections);
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public void disconnect() {}

    @Override
    public List<Candle> candles(Instrument instrument, Timeframe timeframe, long fromMillis, long toMillis) {
        return history.stream()
                .filter(candle -> candle.startMillis() >= fromMillis && candle.startMillis() < toMillis)
                .toList();
    }

    @Override
    public void submit(OrderRequest request) {
        submitted.add(request);
    }

    @Override
    public void modify(OrderRequest change, String brokerOrderId) {
        modified.add(change);
    }

    @Override
    public void cancel(ClientOrderId id, String brokerOrderId) {
        cancelled.add(id);
    }

    @Override
    public AccountSnapshot snapshot() {
        booksRead.incrementAndGet();
        return account;
    }
}
