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

/// Two sessions as one: orders, books and history are the first broker's, prices come from whichever delivers.
record PairedSession(BrokerSession first, BrokerSession second, MarketFeed feed) implements BrokerSession {
    static PairedSession of(BrokerSession first, BrokerSession second) {
        return new PairedSession(first, second, new FeedPair(first.feed(), second.feed()));
    }

    @Override
    public AccountProfile profile() {
        return first.profile();
    }

    @Override
    public long validUntilMillis() {
        return Math.min(first.validUntilMillis(), second.validUntilMillis());
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
        return first.market().or(second::market);
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
        rates.addAll(second.rates());
        return rates;
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
