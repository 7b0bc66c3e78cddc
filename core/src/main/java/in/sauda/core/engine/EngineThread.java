package in.sauda.core.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread {@code engine}: steps while there is work, spins briefly when there is none, then sleeps until woken.
///
/// Spinning covers the gaps of a busy feed, so that a tick rarely pays for waking a thread; a quiet feed costs a few
/// hundred wake-ups a second.
final class EngineThread {
    private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);
    private static final int SPINS = 1_000;

    private final EngineCore core;
    private final Thread thread;

    EngineThread(EngineCore core) {
        this.core = core;
        this.thread = Thread.ofPlatform().name("engine").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        core.owner.release();
        while (!core.stopped()) {
            try {
                if (core.step() == 0) {
                    idle();
                }
            } catch (RuntimeException failure) {
                core.supervisor.failed("the engine step", failure);
            }
        }
        core.finish();
        LOG.info("Engine stopped");
    }

    private void idle() {
        for (int i = 0; i < SPINS; i++) {
            if (core.hasWork()) {
                return;
            }
            Thread.onSpinWait();
        }
        core.wakeup.announce();
        if (core.hasWork()) {
            core.wakeup.cancel();
        } else {
            core.wakeup.sleep(core.idleNanos());
        }
    }

    /// Waits for the end after a stop message; returns false when it did not come in time.
    boolean join(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
