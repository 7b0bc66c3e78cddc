package in.sauda.core.engine;

import in.sauda.core.account.AccountKeeper;
import in.sauda.core.account.DeskKeeper;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.orders.OrderRoute;
import in.sauda.core.orders.Reconciliation;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.BrokerStanding;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attached broker: whether its order book is known, and its account. New entries wait until the book is. Engine
/// thread only, but for {@link #standing}.
///
/// On paper the book is never asked for: it lists real orders and says nothing about those on paper.
final class AccountLink {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLink.class);
    private static final long RETRY_NANOS = 5_000_000_000L;
    private static final long DOUBT_NANOS = 15_000_000_000L;

    private final TimeSource time;
    private final Consumer<ControlMessage> engine;
    private final boolean onPaper;
    private final AccountKeeper books;
    private final DeskKeeper desk;
    private volatile @Nullable BrokerLink link;
    private volatile boolean reconciled;
    private boolean asking;
    private boolean again;
    private long retryNanos;
    private boolean inDoubt;
    private long doubtNanos;

    AccountLink(
            TimeSource time, Consumer<ControlMessage> engine, TradingMode mode, AccountKeeper books, DeskKeeper desk) {
        this.time = time;
        this.engine = engine;
        this.onPaper = mode == TradingMode.PAPER;
        this.books = books;
        this.desk = desk;
    }

    void attach(BrokerLink attached) {
        link = attached;
        reconciled = onPaper;
        asking = false;
        inDoubt = false;
        books.attach(attached.session().portfolio());
        desk.attach(attached.name(), attached.session().desk());
        requestSnapshot();
    }

    void detach() {
        link = null;
        reconciled = false;
        books.detach();
        desk.detach();
    }

    @Nullable
    BrokerLink link() {
        return link;
    }

    AccountKeeper books() {
        return books;
    }

    DeskKeeper desk() {
        return desk;
    }

    boolean reconciled() {
        return reconciled;
    }

    boolean carries(BrokerId broker) {
        BrokerLink present = link;
        return present != null && present.carries(broker);
    }

    /// Whose books a snapshot of this broker holds.
    static Reconciliation.Books books(BrokerLink from) {
        return new Reconciliation.Books(from.id(), from::carries, from.listings());
    }

    /// The way of an order in an instrument, as it is now.
    static OrderRoute route(BrokerLink over, boolean known, Instrument instrument, TimeSource time) {
        return new OrderRoute(
                over.id(),
                over.name(),
                true,
                loginOver(over, time),
                known,
                over.capabilities(),
                over.listings().theirs(instrument).orElse(null));
    }

    private static boolean loginOver(BrokerLink over, TimeSource time) {
        return over.session().validUntilMillis() <= time.wallMillis();
    }

    /// How it stands with the broker, or empty while nobody is logged in. Any thread.
    Optional<BrokerStanding> standing() {
        BrokerLink present = link;
        return present == null
                ? Optional.empty()
                : Optional.of(new BrokerStanding(
                        present.id(),
                        present.name(),
                        loginOver(present, time),
                        reconciled,
                        present.capabilities(),
                        books.current(),
                        desk.switches()));
    }

    /// Asks the broker to carry a position as another product, in the broker's own words for the contract.
    void convert(PositionConversion wish, InstrumentDirectory directory, Runnable done) {
        BrokerLink present = link;
        PositionConversion theirs = present == null
                ? wish
                : directory
                        .find(wish.key())
                        .flatMap(present.listings()::theirs)
                        .map(wish::as)
                        .orElse(wish);
        books.convert(theirs, done);
    }

    /// Something of ours was filled: a book that is being read may not show it yet.
    void filled() {
        again |= asking;
        books.filled();
    }

    /// Asks for the broker's order book; one question at a time.
    void requestSnapshot() {
        BrokerLink asked = link;
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

    private void ask(BrokerLink asked, long requestedNanos) {
        try {
            engine.accept(new ControlMessage.SnapshotLoaded(
                    asked, asked.session().orders().snapshot(), requestedNanos));
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
    boolean answered(BrokerLink from, boolean success) {
        if (!from.equals(link)) {
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

    /// Something was not in the broker's books: they are read again a little later.
    void doubted(BrokerLink from, boolean doubt) {
        if (from.equals(link)) {
            inDoubt = doubt;
            doubtNanos = time.nanos();
        }
    }

    /// Asks again after a failure or in doubt.
    void onTime() {
        boolean failed = !reconciled && time.nanos() - retryNanos >= 0;
        boolean doubted = inDoubt && time.nanos() - doubtNanos >= DOUBT_NANOS;
        if (link != null && !asking && (failed || doubted)) {
            inDoubt = false;
            requestSnapshot();
        }
        books.onTime();
    }
}
