package in.sauda.app.session;

import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Terminal;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures how long a user waits from the start of the process to the first live price.
public final class FirstPrice {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPrice.class);
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private volatile long millis = -1;

    private FirstPrice() {}

    /// Begins to watch at once, for a run without a window; ends by itself with the first price.
    public static FirstPrice of(Terminal terminal, TimeSource time) {
        return of(terminal, time, () -> {});
    }

    /// Begins to watch once the scene has been laid out for the first time, so that the price is one a user can see.
    ///
    /// @param seen run once, with the first price
    public static void shown(Scene scene, Terminal terminal, TimeSource time, Runnable seen) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                of(terminal, time, seen);
            }
        });
    }

    private static FirstPrice of(Terminal terminal, TimeSource time, Runnable seen) {
        FirstPrice first = new FirstPrice();
        Thread.ofVirtual().name("first-price").start(() -> {
            first.await(terminal, time);
            seen.run();
        });
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
