package in.sauda.simulator;

import in.sauda.simulator.market.Market;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that moves the market on.
final class MarketThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MarketThread.class);
    private static final long PERIOD_MILLIS = 50;

    private final Market market;
    private final SimulatedClock clock;
    private final AtomicLong failures = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;

    /// @param clock waits for the market
    MarketThread(Market market, SimulatedClock clock) {
        this.market = market;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("simulator-market").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                market.step();
                clock.played(market.playedMillis());
                Thread.sleep(PERIOD_MILLIS);
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                LOG.error("A step of the simulated market failed", e);
            }
        }
    }

    long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
