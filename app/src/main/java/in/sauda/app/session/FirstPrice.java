package in.sauda.app.session;

import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Terminal;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures how long a user waits from the start of the process to the first live price.
public final class FirstPrice {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPrice.class);
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private volatile long millis = -1;

    private FirstPrice() {}

    /// Begins to watch; ends by itself with the first price.
    public static FirstPrice of(Terminal terminal, TimeSource time) {
        FirstPrice first = new FirstPrice();
        Thread.ofVirtual().name("first-price").start(() -> first.await(terminal, time));
        return first;
    }

    /// Milliseconds from the start of the process, -1 while there has been no price.
    public long millis() {
        return millis;
    }

    private void await(Terminal terminal, TimeSource time) {
        while (terminal.status().ticks() == 0 && !priced(terminal)) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        // Not the process handle: on Linux that counts from a boot time known to the second only.
        millis = time.wallMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        LOG.info("First live price {} ms after the start of the process", millis);
    }

    private static boolean priced(Terminal terminal) {
        for (int index = 0; index < Math.min(64, terminal.quotes().capacity()); index++) {
            if (terminal.quotes().get(index) != null) {
                return true;
            }
        }
        return false;
    }
}
