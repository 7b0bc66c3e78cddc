package in.sauda.app.session;

import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginStage;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Paise;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of a login as the user sees them pass. Its methods block where their step does.
final class LoginSteps {
    private static final Logger LOG = LoggerFactory.getLogger(LoginSteps.class);
    private static final long FEED_PATIENCE_SECONDS = 10;

    private final LoginProgress progress;
    private final boolean followed;
    private final CompletableFuture<FeedState> feedReached = new CompletableFuture<>();

    /// Of a login nobody looks at.
    LoginSteps() {
        this(LoginProgress.none(), false);
    }

    LoginSteps(LoginProgress progress) {
        this(progress, true);
    }

    private LoginSteps(LoginProgress progress, boolean followed) {
        this.progress = progress;
        this.followed = followed;
    }

    /// The login begins.
    void login() {
        progress.begun(LoginStage.LOGIN);
    }

    /// So many instruments are known.
    void instruments(int known) {
        progress.done(LoginStage.INSTRUMENTS, IndianNumbers.units(known) + " known");
    }

    /// A server that does not answer is found out in a moment here, and named as what it is.
    void reach(Broker broker, Map<String, String> endpoints) throws BrokerException {
        progress.begun(LoginStage.CONNECT);
        Optional<ServerProbe> probe = broker.probe(endpoints);
        String words = probe.isEmpty()
                ? ""
                : probe.get().host() + " answers in " + probe.get().ask().roundTripNanos() / 1_000_000 + " ms";
        progress.done(LoginStage.CONNECT, words);
    }

    /// Waits a little for the first connection. Without one the terminal opens all the same: the feed keeps
    /// trying and the window says so.
    void awaitFeed() {
        progress.begun(LoginStage.FEED);
        try {
            FeedState reached = feedReached.get(FEED_PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (reached instanceof FeedState.Disconnected disconnected) {
                progress.passed(LoginStage.FEED, disconnected.reason() + " The terminal opens and keeps trying.");
            } else {
                progress.done(LoginStage.FEED, "connected");
            }
        } catch (TimeoutException slow) {
            progress.passed(
                    LoginStage.FEED,
                    "No answer within " + FEED_PATIENCE_SECONDS + " s; the terminal opens and keeps trying.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nobody fails this future", impossible);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The first connection, or the first failure of one, ends the wait for it.
    void feed(FeedState state) {
        if (state.connected() || state instanceof FeedState.Disconnected) {
            feedReached.complete(state);
        }
    }

    /// The login is through. Funds are read once to see that the account answers; the terminal opens without them.
    void account(BrokerSession session) {
        if (!followed) {
            return;
        }
        progress.done(LoginStage.LOGIN, "");
        progress.begun(LoginStage.PROFILE);
        progress.done(
                LoginStage.PROFILE,
                session.profile().name() + ", " + session.profile().clientCode());
        progress.begun(LoginStage.FUNDS);
        try {
            long paise = session.portfolio().funds().net();
            progress.done(
                    LoginStage.FUNDS, paise == Paise.UNKNOWN ? "" : IndianNumbers.rupees(paise) + " for new orders");
        } catch (BrokerException refused) {
            LOG.warn("Funds could not be read at login: {}", refused.failure().sentence());
            progress.passed(LoginStage.FUNDS, refused.failure().sentence() + " The login itself works.");
        }
        progress.begun(LoginStage.INSTRUMENTS);
    }
}
