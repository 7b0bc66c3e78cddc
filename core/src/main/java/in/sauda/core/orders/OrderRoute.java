package in.sauda.core.orders;

import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// The way an order would take, and whether it is open now.
///
/// @param name of the broker, for people
/// @param open there is somewhere to send the order
/// @param loginOver there is a session, but the broker has ended its login
/// @param reconciled orders and positions at the broker are known
/// @param capabilities what the broker takes, null where nothing is known about its limits
/// @param listing the contract as the broker lists it, null where it does not
public record OrderRoute(
        BrokerId broker,
        String name,
        boolean open,
        boolean loginOver,
        boolean reconciled,
        @Nullable BrokerCapabilities capabilities,
        @Nullable Instrument listing) {}
