package in.sauda.core.broker.support;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.time.TimeSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the order book again and again while an order's fate is open: soon after something was sent, as often as
/// the broker allows for a while, then more calmly. Never two readings at once.
///
/// While order updates are pushed it only reads to be safe; while they should be and are not it also looks for
/// orders placed elsewhere.
public final class OrderBookPoller {
    private static final Logger LOG = LoggerFactory.getLogger(OrderBookPoller.class);
    private static final long FIRST_MILLIS = 250;
    private static final long FAST_MILLIS = 1_000;
    private static final long CALM_MILLIS = 3_000;
    /// With pushed updates: how long the push may take before the book is asked, and how often it is asked at
    /// all.
    private static final long PUSHED_FIRST_MILLIS = 2_000;

    private static final long SAFETY_MILLIS = 15_000;
    /// Without pushed updates and without orders of ours.
    private static final long IDLE_MILLIS = 30_000;

    private static final long FAST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final String broker;
    private final OrderBook orderBook;
    private final OrderTracker tracker;
    private final TaskTimer timer;
    private final TimeSource time;
    private boolean scheduled;
    private boolean reading;
    private boolean wokenWhileReading;
    private boolean failing;
    /// The four below belong to the reading in progress, of which there is one at a time.
    private volatile boolean wholeBook;

    private volatile boolean detailsWork = true;

    private volatile boolean bookRead;
    private volatile long bookNanos;
    private boolean closed;
    /// Updates are pushed at this moment.
    private boolean pushed;
    /// Updates were pushed before, or should be.
    private boolean pushMissing;
    private boolean lookAnyway;
    private TaskTimer.@Nullable Task next;
    private long lastWakeNanos;
    private long dueNanos;

    /// @param broker name for people
    public OrderBookPoller(String broker, OrderBook orderBook, OrderTracker tracker, TaskTimer timer, TimeSource time) {
        this.broker = broker;
        this.orderBook = orderBook;
        this.tracker = tracker;
        this.timer = timer;
        this.time = time;
    }

    /// Something was sent: look at the book soon.
    public synchronized void wake() {
        lastWakeNanos = time.nanos();
        if (reading) {
            wokenWhileReading = true;
        } else {
            schedule(pushed ? PUSHED_FIRST_MILLIS : FIRST_MILLIS);
        }
    }

    /// The book must be read whether orders of ours work or not.
    public synchronized void lookNow() {
        lookAnyway = true;
        if (!reading) {
            schedule(FIRST_MILLIS);
        }
    }

    /// Updates are pushed from now on; what happened before is read once.
    public synchronized void updatesBegin() {
        pushed = true;
        pushMissing = false;
        lookNow();
    }

    public synchronized void updatesEnd() {
        pushed = false;
        pushMissing = true;
        if (!reading) {
            schedule(tracker.active() ? FIRST_MILLIS : IDLE_MILLIS);
        }
    }

    public synchronized void close() {
        closed = true;
    }

    /// One reading is planned at a time: the earlier one.
    private void schedule(long delayMillis) {
        long due = time.nanos() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
        if (closed || (scheduled && dueNanos - due <= 0)) {
            return;
        }
        if (next != null) {
            next.cancel();
        }
        scheduled = true;
        dueNanos = due;
        next = timer.schedule(this::begin, delayMillis);
    }

    private synchronized void begin() {
        scheduled = false;
        if (!closed && !reading && (lookAnyway || pushMissing || tracker.active())) {
            reading = true;
            wholeBook = lookAnyway;
            lookAnyway = false;
            Thread.ofVirtual().name("order-book-" + broker).start(this::readOnce);
        }
    }

    private void readOnce() {
        try {
            long started = time.nanos();
            String single = single(started);
            tracker.read(single.isEmpty() ? book(started) : details(single), started);
            failing = false;
        } catch (BrokerException unavailable) {
            if (!failing) {
                LOG.warn("the {} order book cannot be read; trying on: {}", broker, unavailable.getMessage());
            }
            failing = true;
        } finally {
            finished();
        }
    }

    /// A single order is asked for by its own id, which the broker allows ten times as often as its whole book;
    /// the book is still read now and then for orders placed elsewhere.
    private String single(long now) {
        boolean bookKnown = bookRead && now - bookNanos < TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
        return detailsWork && bookKnown && !wholeBook ? tracker.onlyOne() : "";
    }

    private List<BookRow> book(long now) throws BrokerException {
        List<BookRow> rows = orderBook.all();
        bookRead = true;
        bookNanos = now;
        return rows;
    }

    /// Any trouble here sends us back to the book, which knows everything.
    private List<BookRow> details(String uniqueId) throws BrokerException {
        try {
            return List.of(orderBook.one(uniqueId));
        } catch (BrokerException unavailable) {
            LOG.info("{} does not tell about a single order: {}", broker, unavailable.getMessage());
            detailsWork = false;
            return book(time.nanos());
        }
    }

    private synchronized void finished() {
        reading = false;
        boolean soon = wokenWhileReading;
        wokenWhileReading = false;
        if (lookAnyway) {
            schedule(FAST_MILLIS);
        } else if (tracker.active()) {
            schedule(soon ? (pushed ? PUSHED_FIRST_MILLIS : FIRST_MILLIS) : pauseMillis());
        } else if (pushMissing) {
            schedule(IDLE_MILLIS);
        }
    }

    private long pauseMillis() {
        if (pushed && !tracker.unsettled()) {
            return SAFETY_MILLIS;
        }
        return time.nanos() - lastWakeNanos < FAST_NANOS ? FAST_MILLIS : CALM_MILLIS;
    }
}
