package in.sauda.core.account;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.time.TimeSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every session one thing once, and again later as long as that fails. Engine thread; the question itself runs in
/// the background. A session without such a part is never asked.
final class AskOnce<P> {
    private static final Logger LOG = LoggerFactory.getLogger(AskOnce.class);

    /// Asks, and takes the answer in.
    @FunctionalInterface
    interface Question<P> {
        /// @throws BrokerException when the broker refuses or cannot be reached: it is asked again later
        void ask(P part) throws BrokerException;
    }

    private final String what;
    private final TimeSource time;
    private final Executor background;
    private final long retryNanos;
    private final Function<BrokerSession, Optional<P>> part;
    private final Question<P> question;
    private @Nullable BrokerSession session;
    private long dueNanos;
    private volatile boolean asking;
    private volatile boolean known;

    /// @param what is asked for, for the log
    /// @param part of a session that can answer
    AskOnce(
            String what,
            TimeSource time,
            Executor background,
            long retryNanos,
            Function<BrokerSession, Optional<P>> part,
            Question<P> question) {
        this.what = what;
        this.time = time;
        this.background = background;
        this.retryNanos = retryNanos;
        this.part = part;
        this.question = question;
    }

    void attach(BrokerSession attached) {
        session = attached;
        known = false;
        asking = false;
        dueNanos = time.nanos();
        onTime();
    }

    void detach() {
        session = null;
    }

    /// Asks when that is due.
    void onTime() {
        BrokerSession asked = session;
        if (asked == null || known || asking || time.nanos() - dueNanos < 0) {
            return;
        }
        dueNanos = time.nanos() + retryNanos;
        part.apply(asked).ifPresent(able -> {
            asking = true;
            background.execute(() -> ask(able));
        });
    }

    private void ask(P able) {
        try {
            question.ask(able);
            known = true;
        } catch (BrokerException refused) {
            LOG.info("{} could not be read: {}", what, refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be understood", what, failure);
        } finally {
            asking = false;
        }
    }
}
