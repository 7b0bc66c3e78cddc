package in.sauda.core.account;

import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.time.TimeSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the attached session: how long the login lasts, what is left of the allowances, and every quarter of an
/// hour whether orders leave from the registered address.
///
/// The engine thread attaches and ticks it; anybody may read {@link #facts()}.
public final class SessionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    static final long ADDRESS_INTERVAL_NANOS = 15 * 60_000_000_000L;

    /// One session with what was found out about its address.
    private record Watched(BrokerSession session, Reading<AddressCheck.Report> address) {}

    private final TimeSource time;
    private final Executor background;
    private volatile @Nullable Watched watched;
    private long dueNanos;

    /// @param background may block
    public SessionWatch(TimeSource time, Executor background) {
        this.time = time;
        this.background = background;
    }

    /// Engine thread.
    public void attach(BrokerSession session) {
        watched = new Watched(session, Reading.none());
        dueNanos = time.nanos();
        onTime();
    }

    /// Engine thread.
    public void detach() {
        watched = null;
    }

    /// Checks the address when it is due. Engine thread.
    public void onTime() {
        Watched now = watched;
        if (now == null || now.address().loading() || time.nanos() - dueNanos < 0) {
            return;
        }
        dueNanos = time.nanos() + ADDRESS_INTERVAL_NANOS;
        now.session().address().ifPresent(check -> {
            Watched asking = new Watched(now.session(), now.address().started());
            watched = asking;
            background.execute(() -> check(asking, check));
        });
    }

    private void check(Watched asking, AddressCheck check) {
        Reading<AddressCheck.Report> answer;
        try {
            answer = asking.address().read(check.check(), time.nanos());
        } catch (BrokerException refused) {
            LOG.warn("The internet address could not be checked: {}", refused.getMessage());
            answer = asking.address().failed(refused.failure());
        } catch (RuntimeException failure) {
            LOG.error("The internet address could not be checked", failure);
            answer = asking.address().failed(AccountKeeper.unexpected());
        }
        if (asking.equals(watched)) {
            watched = new Watched(asking.session(), answer);
        }
    }

    /// Does not block.
    public SessionFacts facts() {
        Watched now = watched;
        return now == null
                ? SessionFacts.NONE
                : new SessionFacts(
                        true, now.session().validUntilMillis(), now.session().rates(), now.address());
    }
}
