package in.sauda.core.engine;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderRoute;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.BrokerStanding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The brokers orders can go to: the session's first, and a second one that may join before or after it. Each keeps
/// its own books, login and limits. Engine thread only, but for {@link #standings}.
final class AccountLinks {
    private final AccountLink first;
    private final AccountLink second;
    private final List<AccountLink> both;
    private final TimeSource time;

    AccountLinks(AccountLink first, AccountLink second, TimeSource time) {
        this.first = first;
        this.second = second;
        this.both = List.of(first, second);
        this.time = time;
    }

    AccountLink first() {
        return first;
    }

    void attach(BrokerLink link) {
        first.attach(link);
    }

    void join(BrokerLink link) {
        second.attach(link);
    }

    void detach() {
        both.forEach(AccountLink::detach);
    }

    /// True when the first broker's books are known.
    boolean reconciled() {
        return first.reconciled();
    }

    /// Whose an order for that broker is; the first's where it names none. Null while nobody carries it out.
    @Nullable
    AccountLink of(BrokerId broker) {
        if (broker.value().isEmpty()) {
            return first.link() == null ? null : first;
        }
        return both.stream()
                .filter(account -> account.carries(broker))
                .findFirst()
                .orElse(null);
    }

    /// @param onPaper orders are filled here, whether anybody is logged in or not
    OrderRoute route(BrokerId broker, Instrument instrument, boolean onPaper) {
        AccountLink account = of(broker);
        BrokerLink link = account == null ? null : account.link();
        if (account != null && link != null) {
            OrderRoute route = AccountLink.route(link, account.reconciled(), instrument, time);
            return onPaper ? open(route) : route;
        }
        BrokerId named = broker.value().isEmpty() ? new BrokerId(instrument.broker()) : broker;
        return new OrderRoute(named, named.value(), onPaper, false, onPaper, null, instrument);
    }

    /// On paper nobody's login matters.
    private static OrderRoute open(OrderRoute route) {
        return new OrderRoute(route.broker(), route.name(), true, false, true, route.capabilities(), route.listing());
    }

    void each(Consumer<AccountLink> work) {
        both.forEach(work);
    }

    /// The account an answer of a broker belongs to, empty when its session is over.
    Optional<AccountLink> answered(BrokerLink from, boolean success) {
        return both.stream().filter(account -> account.answered(from, success)).findFirst();
    }

    /// The brokers somebody is logged in at, the first one first. Any thread.
    List<BrokerStanding> standings() {
        return both.stream()
                .map(AccountLink::standing)
                .flatMap(Optional::stream)
                .toList();
    }
}
