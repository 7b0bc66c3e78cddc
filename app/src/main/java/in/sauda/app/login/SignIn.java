package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.Credentials;
import java.util.concurrent.CompletableFuture;

/// Logs in at a broker and opens the terminal on it; the composition root knows how.
@FunctionalInterface
public interface SignIn {
    /// Begins at once and returns at once. The future completes on any thread: normally when the terminal is about to
    /// open, exceptionally with a {@link in.sauda.core.broker.BrokerException} that says why not.
    CompletableFuture<?> open(Broker broker, Credentials credentials);
}
