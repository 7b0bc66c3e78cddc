package in.sauda.app.session;

import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.History;
import in.sauda.core.broker.InstrumentLookup;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.broker.support.FeedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session of one broker, or of two as one: books and history are the first broker's, prices come from
/// whichever delivers. Orders go to each broker's own session; those here are the first's.
final class PairedSession implements BrokerSession {
    private final BrokerSession first;
    private final FeedPair feed;
    private volatile @Nullable BrokerSession second;

    PairedSession(BrokerSession first) {
        this.first = first;
        this.feed = new FeedPair(first.feed());
    }

    void join(BrokerSession next) {
        second = next;
        feed.join(next.feed());
    }

    boolean paired() {
        return second != null;
    }

    BrokerSession first() {
        return first;
    }

    @Override
    public MarketFeed feed() {
        return feed;
    }

    @Override
    public AccountProfile profile() {
        return first.profile();
    }

    @Override
    public long validUntilMillis() {
        BrokerSession other = second;
        return other == null ? first.validUntilMillis() : Math.min(first.validUntilMillis(), other.validUntilMillis());
    }

    @Override
    public Portfolio portfolio() {
        return first.portfolio();
    }

    @Override
    public History history() {
        return first.history();
    }

    @Override
    public OrderGateway orders() {
        return first.orders();
    }

    @Override
    public Optional<Quotes> quotes() {
        return first.quotes();
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return first.derivatives();
    }

    @Override
    public Optional<OptionData> options() {
        return first.options();
    }

    @Override
    public Optional<Costs> costs() {
        return first.costs();
    }

    @Override
    public Optional<TriggerOrders> triggers() {
        return first.triggers();
    }

    @Override
    public Optional<OrderDesk> desk() {
        return first.desk();
    }

    @Override
    public Optional<MarketInformation> market() {
        BrokerSession other = second;
        return other == null ? first.market() : first.market().or(other::market);
    }

    @Override
    public Optional<InstrumentLookup> lookup() {
        return first.lookup();
    }

    @Override
    public Optional<AddressCheck> address() {
        return first.address();
    }

    @Override
    public List<RateUse> rates() {
        List<RateUse> rates = new ArrayList<>(first.rates());
        BrokerSession other = second;
        if (other != null) {
            rates.addAll(other.rates());
        }
        return rates;
    }

    @Override
    public void close() {
        first.close();
        BrokerSession other = second;
        if (other != null) {
            other.close();
        }
    }
}
