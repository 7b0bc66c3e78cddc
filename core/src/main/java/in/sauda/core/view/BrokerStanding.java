package in.sauda.core.view;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerPart;
import in.sauda.core.broker.OrderDesk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A broker that can carry out orders, and how it stands with it now.
///
/// @param name for people
/// @param loginOver its login has ended; it takes no orders until somebody logs in again
/// @param reconciled its orders and positions are known
/// @param capabilities what it takes, null where nothing is known about its limits
/// @param account what its books say
/// @param switches its switches against trading by segment, never read where it has none or nobody looked
public record BrokerStanding(
        BrokerId id,
        String name,
        boolean loginOver,
        boolean reconciled,
        @Nullable BrokerCapabilities capabilities,
        AccountData account,
        Reading<List<OrderDesk.KillSwitch>> switches) {
    /// True where the broker cancels and leaves everything in one request, and has a switch against trading.
    public boolean desk() {
        return capabilities != null && capabilities.parts().contains(BrokerPart.ORDER_DESK);
    }

    /// What people call a broker; its own word where it is none of these.
    public static String name(List<BrokerStanding> brokers, BrokerId id) {
        return find(brokers, id).map(BrokerStanding::name).orElse(id.value());
    }

    /// The broker of that name; the first one where the name says no more.
    public static Optional<BrokerStanding> find(List<BrokerStanding> brokers, BrokerId id) {
        return brokers.stream()
                .filter(broker -> id.value().isEmpty() || broker.id().equals(id))
                .findFirst();
    }
}
