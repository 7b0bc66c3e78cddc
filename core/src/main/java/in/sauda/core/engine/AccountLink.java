package in.sauda.core.engine;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.TimeSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The attached broker session and whether its order book is known. New entries wait until it is. Engine thread only.
///
/// On paper the book is never asked for: it lists real orders and says nothing about those on paper.
final class AccountLink {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLink.class);
    private static final long RETRY_NANOS = 5_000_000_000L;

    private final TimeSource time;
    private final Consumer<ControlMessage> engine;
    private final boolean onPaper;
    private @Nullable BrokerSession session;
    private boolean reconciled;
    private boolean asking;
    private boolean again;
    private long retryNanos;

    AccountLink(TimeSource time, Consumer<ControlMessage> engine, TradingMode mode) {
        this.time = time;
        this.engine = engine;
        this.onPaper = mode == TradingMode.PAPER;
    }

    void attach(BrokerSession attached) {
        session = attached;
        reconciled = onPaper;
        asking = false;
        requestSnapshot();
    }

    void detach() {
        session = null;
        reconciled = false;
    }

    @Nullable
    BrokerSession session() {
        return session;
    }

    boolean reconciled() {
        return reconciled;
    }

    /// Asks for the broker's order book; one question at a time.
    void requestSnapshot() {
        BrokerSession asked = session;
        if (asked == null || onPaper) {
            return;
        }
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        long requestedNanos = time.nanos();
        Thread.ofVirtual().name("reconcile").start(() -> ask(asked, requestedNanos));
    }

    private void ask(BrokerSession asked, long requestedNanos) {
        try {
            engine.accept(
                    new ControlMessage.SnapshotLoaded(asked, asked.orders().snapshot(), requestedNanos));
        } catch (BrokerException failure) {
            LOG.warn("The order book could not be read: {}", failure.getMessage());
            engine.accept(new ControlMessage.SnapshotFailed(asked, failure.failure()));
        } catch (RuntimeException failure) {
            LOG.error("The order book could not be read", failure);
            engine.accept(new ControlMessage.SnapshotFailed(
                    asked,
                    new BrokerFailure.Fatal(
                            "SNAPSHOT", "The broker's order book could not be read.", "Look at the log file.")));
        }
    }

    /// Returns true when the answer belongs to the present session.
    boolean answered(BrokerSession from, boolean success) {
        if (!from.equals(session)) {
            return false;
        }
        asking = false;
        reconciled |= success;
        retryNanos = time.nanos() + RETRY_NANOS;
        if (success && again) {
            again = false;
            requestSnapshot();
        }
        return true;
    }

    /// Asks again after a failure.
    void onTime() {
        boolean due = session != null && !reconciled && !asking && time.nanos() - retryNanos >= 0;
        if (due) {
            requestSnapshot();
        }
    }
}
