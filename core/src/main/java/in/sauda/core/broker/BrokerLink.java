package in.sauda.core.broker;

import in.sauda.core.instruments.Listings;
import org.jspecify.annotations.Nullable;

/// A broker somebody is logged in at, as the engine uses it for orders and books.
///
/// @param id orders name it
/// @param name for people
/// @param capabilities what it takes, null where nothing is known about its limits
/// @param session logged in; only its orders, books and tools are used through this
/// @param listings its names of contracts
public record BrokerLink(
        BrokerId id, String name, @Nullable BrokerCapabilities capabilities, BrokerSession session, Listings listings) {
    /// A broker about whom nothing is known but its session: it carries out every order.
    public static BrokerLink nameless(BrokerSession session) {
        return new BrokerLink(new BrokerId(""), "the broker", null, session, Listings.SAME);
    }

    /// True when orders for that broker are this one's.
    public boolean carries(BrokerId broker) {
        return id.value().isEmpty() || id.equals(broker);
    }
}
