package in.sauda.core.engine;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.History;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches candles of the past on a few virtual threads: first what the database has, then the broker, what matters
/// most
/// first. Results go back to the engine as control messages.
final class HistoryService implements AutoCloseable {
    /// Who waits for it; the first goes first.
    enum Urgency {
        /// Money is at stake.
        POSITION,
        /// Somebody looks at an empty chart; there are few of them.
        CHART,
        STRATEGY,
        WATCHED,
        /// The day is over; nobody waits.
        REREAD
    }

    /// @param history where to ask, null for the database only
    record Request(
            Urgency urgency,
            int index,
            Instrument instrument,
            Timeframe timeframe,
            long fromMillis,
            long toMillis,
            @Nullable History history) {}

    private record Job(Request request, long number) implements Comparable<Job> {
        @Override
        public int compareTo(Job other) {
            int byUrgency = request.urgency().compareTo(other.request.urgency());
            return byUrgency != 0 ? byUrgency : Long.compare(number, other.number);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(HistoryService.class);

    /// The broker's limiter sets the pace; more calls at once would only wait there, without regard to urgency.
    private static final int WORKERS = 2;

    private static final int ATTEMPTS = 3;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final CandleStore store;
    private final Consumer<ControlMessage> engine;
    private final PriorityBlockingQueue<Job> jobs = new PriorityBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread[] workers = new Thread[WORKERS];
    private final List<Job> putOff = new ArrayList<>();
    private boolean chartsOnly;
    private volatile boolean closed;

    HistoryService(CandleStore store, Consumer<ControlMessage> engine) {
        this.store = store;
        this.engine = engine;
    }

    void start() {
        for (int i = 0; i < WORKERS; i++) {
            workers[i] = Thread.ofVirtual().name("history-" + i).start(this::work);
        }
    }

    /// Lets everything but charts wait until {@link #goOn}, while a terminal opens.
    synchronized void chartsOnly() {
        chartsOnly = true;
    }

    /// Begins what was put off. Calling it again does nothing.
    synchronized void goOn() {
        chartsOnly = false;
        jobs.addAll(putOff);
        putOff.clear();
    }

    synchronized void request(Request request) {
        Job job = new Job(request, numbers.getAndIncrement());
        if (chartsOnly && request.urgency() != Urgency.CHART) {
            putOff.add(job);
        } else {
            jobs.add(job);
        }
    }

    private void work() {
        try {
            while (!closed) {
                run(jobs.take().request());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Request request) throws InterruptedException {
        if (request.urgency() == Urgency.REREAD) {
            reread(request);
            return;
        }
        boolean complete = false;
        try {
            deliver(
                    request,
                    store.load(
                            request.instrument().key(), request.timeframe(), request.fromMillis(), request.toMillis()),
                    true);
            History history = request.history();
            complete = history == null || ask(request, history);
        } catch (RuntimeException failure) {
            LOG.warn("History of {} could not be read", request.instrument().symbol(), failure);
        }
        if (request.history() != null) {
            engine.accept(new ControlMessage.HistoryDone(request.index(), request.timeframe(), complete));
        }
    }

    private boolean ask(Request request, History history) throws InterruptedException {
        try {
            deliver(request, read(request, history), false);
            return true;
        } catch (BrokerException failure) {
            LOG.warn(
                    "No history of {}: {}",
                    request.instrument().symbol(),
                    failure.failure().sentence());
            engine.accept(new ControlMessage.HistoryFailed(failure.failure()));
            return false;
        }
    }

    /// Asks the broker alone: what we have is what is to be compared.
    private void reread(Request request) throws InterruptedException {
        History history = request.history();
        if (history == null) {
            return;
        }
        List<Candle> candles = List.of();
        String failure = "";
        try {
            candles = read(request, history);
        } catch (BrokerException refused) {
            failure = refused.failure().sentence();
        } catch (RuntimeException broken) {
            LOG.warn(
                    "The day of {} could not be read again",
                    request.instrument().symbol(),
                    broken);
            failure = "The broker's candles could not be understood.";
        }
        engine.accept(new ControlMessage.DayRead(
                request.index(), request.fromMillis(), request.toMillis(), candles, failure));
    }

    private static List<Candle> read(Request request, History history) throws BrokerException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return history.candles(
                        request.instrument(), request.timeframe(), request.fromMillis(), request.toMillis());
            } catch (BrokerException failure) {
                if (attempt == ATTEMPTS || !(failure.failure() instanceof BrokerFailure.Retryable retry)) {
                    throw failure;
                }
                Thread.sleep(Math.clamp(retry.afterMillis(), 100, LONGEST_PAUSE_MILLIS));
            }
        }
    }

    /// A minute that was not over when it was asked for is over when the answer arrives, but the answer does not know
    /// its end.
    private void deliver(Request request, List<Candle> candles, boolean stored) {
        long last = request.toMillis() - request.timeframe().millis();
        List<Candle> whole = request.timeframe() == Timeframe.M1
                ? candles.stream()
                        .filter(candle -> candle.startMillis() <= last)
                        .toList()
                : candles;
        if (!whole.isEmpty()) {
            engine.accept(new ControlMessage.HistoryLoaded(request.index(), request.timeframe(), whole, stored));
        }
    }

    /// Requests nobody has begun yet.
    synchronized int waiting() {
        return jobs.size() + putOff.size();
    }

    @Override
    public void close() {
        closed = true;
        for (Thread worker : workers) {
            if (worker != null) {
                worker.interrupt();
            }
        }
    }
}
