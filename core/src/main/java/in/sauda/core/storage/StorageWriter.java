package in.sauda.core.storage;

import in.sauda.core.alerts.AlertFiring;
import in.sauda.core.alerts.StoredAlert;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderJournal;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.signals.Signal;
import in.sauda.core.truth.DayComparison;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The {@code storage} thread: writes what the engine leaves here, in batches, and the engine never waits.
///
/// When the disk fails everything is kept and tried again, with a notice at the start and at the end of the trouble.
/// An order that waits to be sent is not kept waiting: it is reported as not saved at once, so that it cannot leave
/// minutes later at yesterday's price. Orders, trades and signals are never given up; candles beyond
/// {@link #MOST_CANDLES} waiting ones are, counted and shown, because ticks would otherwise fill the memory.
public final class StorageWriter implements OrderJournal, AutoCloseable {
    static final int MOST_CANDLES = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(StorageWriter.class);
    private static final int BATCH = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long CLOSE_MILLIS = 5_000;

    private sealed interface Write {
        record Order(OrderView order, boolean beforeSending) implements Write {}

        record Trade(StoredTrade trade) implements Write {}

        record Raised(Signal signal) implements Write {}

        record Alert(StoredAlert alert) implements Write {}

        record AlertGone(long id) implements Write {}

        record Fired(AlertFiring firing) implements Write {}

        record Candles(List<CandleStore.Entry> entries) implements Write {}

        record Compared(DayComparison.Result result) implements Write {}

        /// Wakes the thread so that it notices the end.
        record Stop() implements Write {}
    }

    private final Stores stores;
    private final UiEvents events;
    private final Consumer<ClientOrderId> saved;
    private final BiConsumer<ClientOrderId, String> notSaved;
    private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waitingCandles = new AtomicLong();
    private final AtomicLong lostCandles = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean working = true;
    private List<Write> backlog = new ArrayList<>();
    private long pauseMillis;

    /// @param saved told on the storage thread that an order may be sent
    /// @param notSaved told that an order must not be sent, and why
    public StorageWriter(
            Stores stores, UiEvents events, Consumer<ClientOrderId> saved, BiConsumer<ClientOrderId, String> notSaved) {
        this.stores = stores;
        this.events = events;
        this.saved = saved;
        this.notSaved = notSaved;
        this.thread = Thread.ofPlatform().name("storage").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void save(OrderView order) {
        queue.add(new Write.Order(order, false));
    }

    @Override
    public void saveBeforeSending(OrderView order) {
        queue.add(new Write.Order(order, true));
    }

    @Override
    public void save(StoredTrade trade) {
        queue.add(new Write.Trade(trade));
    }

    public void save(Signal signal) {
        queue.add(new Write.Raised(signal));
    }

    public void save(StoredAlert alert) {
        queue.add(new Write.Alert(alert));
    }

    public void save(AlertFiring firing) {
        queue.add(new Write.Fired(firing));
    }

    public void removeAlert(long id) {
        queue.add(new Write.AlertGone(id));
    }

    public void save(DayComparison.Result compared) {
        queue.add(new Write.Compared(compared));
    }

    public void save(List<CandleStore.Entry> candles) {
        if (waitingCandles.get() + candles.size() > MOST_CANDLES) {
            if (lostCandles.getAndAdd(candles.size()) == 0) {
                tell(UiEvent.Level.ERROR, "Candles can no longer be kept for saving; new ones are not stored.");
            }
            return;
        }
        waitingCandles.addAndGet(candles.size());
        queue.add(new Write.Candles(candles));
    }

    /// Candles given up because the disk failed for too long.
    public long lostCandles() {
        return lostCandles.get();
    }

    /// False while the disk refuses what is to be saved.
    public boolean working() {
        return working;
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                collect(backlog.isEmpty() ? queue.take() : queue.poll(pauseMillis, TimeUnit.MILLISECONDS));
                attempt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!backlog.isEmpty()) {
            attempt();
        }
        if (!backlog.isEmpty()) {
            LOG.error("{} changes could not be saved before the end", backlog.size());
        }
    }

    private void collect(@Nullable Write first) {
        if (first != null) {
            backlog.add(first);
        }
        queue.drainTo(backlog, BATCH);
    }

    /// Writes everything that waits. All writes replace older state, so doing one twice does no harm.
    void attempt() {
        try {
            write(backlog);
        } catch (RuntimeException failure) {
            failed(failure);
            return;
        }
        if (pauseMillis > 0) {
            pauseMillis = 0;
            working = true;
            LOG.info("Saving works again");
            tell(UiEvent.Level.INFO, "Saving works again; nothing that waited was lost.");
        }
        List<Write> done = backlog;
        backlog = new ArrayList<>();
        for (Write write : done) {
            if (write instanceof Write.Order order && order.beforeSending()) {
                saved.accept(order.order().request().id());
            }
        }
    }

    private void failed(RuntimeException failure) {
        working = false;
        if (pauseMillis == 0) {
            LOG.error("Saving failed, {} changes wait", backlog.size(), failure);
            tell(UiEvent.Level.ERROR, "The database cannot be written; changes wait in memory and are tried again.");
        }
        pauseMillis = Math.clamp(pauseMillis * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        backlog.replaceAll(write -> {
            if (write instanceof Write.Order order && order.beforeSending()) {
                notSaved.accept(order.order().request().id(), "The order could not be saved, so it was not sent.");
                return new Write.Order(order.order(), false);
            }
            return write;
        });
    }

    private void write(List<Write> writes) {
        List<OrderView> orders = new ArrayList<>();
        List<StoredTrade> trades = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        List<CandleStore.Entry> candles = new ArrayList<>();
        List<StoredAlert> alerts = new ArrayList<>();
        List<Long> goneAlerts = new ArrayList<>();
        List<AlertFiring> firings = new ArrayList<>();
        List<DayComparison.Result> compared = new ArrayList<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Order order -> orders.add(order.order());
                case Write.Trade trade -> trades.add(trade.trade());
                case Write.Raised raised -> signals.add(raised.signal());
                case Write.Candles batch -> candles.addAll(batch.entries());
                case Write.Alert alert -> alerts.add(alert.alert());
                case Write.AlertGone gone -> goneAlerts.add(gone.id());
                case Write.Fired fired -> firings.add(fired.firing());
                case Write.Compared one -> compared.add(one.result());
                case Write.Stop _ -> {}
            }
        }
        if (!orders.isEmpty()) {
            stores.orders().saveOrders(orders);
        }
        if (!trades.isEmpty()) {
            stores.orders().saveTrades(trades);
        }
        if (!signals.isEmpty()) {
            stores.signals().save(signals);
        }
        writeAlerts(alerts, goneAlerts, firings);
        if (!compared.isEmpty()) {
            stores.parity().save(compared);
        }
        if (!candles.isEmpty()) {
            stores.candles().save(candles);
            waitingCandles.addAndGet(-candles.size());
        }
    }

    /// An id is never used again, so what is gone is gone last.
    private void writeAlerts(List<StoredAlert> alerts, List<Long> gone, List<AlertFiring> firings) {
        if (!alerts.isEmpty()) {
            stores.alerts().save(alerts);
        }
        if (!gone.isEmpty()) {
            stores.alerts().remove(gone);
        }
        if (!firings.isEmpty()) {
            stores.alerts().saveFirings(firings);
        }
    }

    private void tell(UiEvent.Level level, String sentence) {
        events.add(new UiEvent.Notice(
                level,
                "STORAGE",
                sentence,
                level == UiEvent.Level.INFO ? "" : "Check free space and the home folder."));
    }

    /// Writes what waits and ends the thread; gives up after five seconds.
    @Override
    public void close() {
        stopping = true;
        queue.add(new Write.Stop());
        try {
            thread.join(CLOSE_MILLIS);
            if (thread.isAlive()) {
                LOG.error("The storage thread did not finish in time");
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
