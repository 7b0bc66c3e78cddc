package in.sauda.app.login;

import java.util.concurrent.CompletableFuture;

/// Logs in at a broker; the composition root knows how.
@FunctionalInterface
public interface SignIn {
    /// Begins at once and returns at once. The future completes on any thread: with a session that is ready, or
    /// exceptionally with a {@link in.sauda.core.broker.BrokerException} that says why not.
    CompletableFuture<Ready> open(LoginRequest request, LoginProgress progress);

    /// A session that is logged in and not shown yet.
    interface Ready {
        /// Shows the terminal on it in place of the present one. FX thread.
        void enter();
    }
}
