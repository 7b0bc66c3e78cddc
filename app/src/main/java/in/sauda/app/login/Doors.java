package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import java.util.List;

/// Where the first screen leads.
///
/// @param demo starts the demo day
/// @param brokers those the user may log in at, in the order they are offered
public record Doors(Runnable demo, List<Broker> brokers, SignIn signIn) {
    public Doors {
        brokers = List.copyOf(brokers);
    }
}
