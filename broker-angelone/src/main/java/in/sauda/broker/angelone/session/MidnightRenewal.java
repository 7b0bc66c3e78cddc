package in.sauda.broker.angelone.session;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.time.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs in again right after the broker has ended the login at midnight in India, before anything notices.
///
/// The wall clock is looked at every few minutes: a timer alone would be late by as long as the computer slept.
/// What cannot log in now is tried again every minute, what is refused never: repeated wrong logins can block
/// an account.
final class MidnightRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(MidnightRenewal.class);
    private static final long LOOK_MILLIS = TimeUnit.MINUTES.toMillis(10);
    private static final long RETRY_MILLIS = TimeUnit.MINUTES.toMillis(1);
    /// The broker's midnight is not exactly ours, and clients must not all come in the same second.
    private static final long EARLIEST_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private static final long LATEST_MILLIS = TimeUnit.SECONDS.toMillis(25);

    private final Login login;
    private final TaskTimer timer;
    private final TimeSource time;
    private final long delayMillis;

    MidnightRenewal(Login login, TaskTimer timer, TimeSource time, RandomGenerator random) {
        this.login = login;
        this.timer = timer;
        this.time = time;
        this.delayMillis = random.nextLong(EARLIEST_MILLIS, LATEST_MILLIS);
    }

    /// Begins watching; closing the timer ends it.
    void start() {
        look(LOOK_MILLIS);
    }

    private void look(long longestMillis) {
        long left = login.validUntilMillis() + delayMillis - time.wallMillis();
        timer.schedule(this::due, Math.clamp(left, 0, longestMillis));
    }

    private void due() {
        if (time.wallMillis() < login.validUntilMillis() + delayMillis) {
            look(LOOK_MILLIS);
        } else {
            Thread.ofVirtual().name("login-angelone").start(this::renew);
        }
    }

    private void renew() {
        try {
            login.renew(login.jwt());
            look(LOOK_MILLIS);
        } catch (BrokerException failed) {
            LOG.warn("the Angel One login of the new day failed: {}", failed.getMessage());
            if (failed.failure() instanceof BrokerFailure.Retryable) {
                timer.schedule(this::due, RETRY_MILLIS);
            }
        }
    }
}
