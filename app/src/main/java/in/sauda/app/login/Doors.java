package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.time.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where the first screen leads, and what a login needs on its way.
///
/// @param demo starts the demo day
/// @param brokers those the user may log in at, in the order they are offered
/// @param browser opens a page in the system's browser
/// @param background runs what blocks: keychain, key derivation, network
public record Doors(
        Runnable demo,
        List<Broker> brokers,
        SignIn signIn,
        Accounts accounts,
        Consumer<URI> browser,
        TimeSource time,
        Executor background) {
    public Doors {
        brokers = List.copyOf(brokers);
    }
}
