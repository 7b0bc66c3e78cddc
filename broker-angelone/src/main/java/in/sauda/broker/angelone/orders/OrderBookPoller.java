package in.sauda.broker.angelone.orders;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.mapping.OrderBookMapping;
import in.sauda.broker.angelone.mapping.OrderBookMapping.BookRow;
import in.sauda.broker.angelone.mapping.UnreadableException;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.broker.angelone.timer.TaskTimer;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the order book again and again while an order's fate is open: soon after something was sent, as often
/// as the
/// broker allows for a while, then more calmly. Never two readings at once.
final class OrderBookPoller {
    private static final Logger LOG = LoggerFactory.getLogger(OrderBookPoller.class);
    private static final long FIRST_MILLIS = 250;
    private static final long FAST_MILLIS = 1_000;
    private static final long CALM_MILLIS = 3_000;
    private static final long FAST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RestClient client;
    private final OrderTracker tracker;
    private final TaskTimer timer;
    private final TimeSource time;
    private final Set<String> complaints = new HashSet<>();
    private boolean scheduled;
    private boolean reading;
    private boolean wokenWhileReading;
    private boolean failing;
    private boolean closed;
    private long lastWakeNanos;

    OrderBookPoller(RestClient client, OrderTracker tracker, TaskTimer timer, TimeSource time) {
        this.client = client;
        this.tracker = tracker;
        this.timer = timer;
        this.time = time;
    }

    /// Something was sent: look at the book soon.
    synchronized void wake() {
        lastWakeNanos = time.nanos();
        if (reading) {
            wokenWhileReading = true;
        } else {
            schedule(FIRST_MILLIS);
        }
    }

    synchronized void close() {
        closed = true;
    }

    private void schedule(long delayMillis) {
        if (!scheduled && !closed) {
            scheduled = true;
            timer.schedule(this::begin, delayMillis);
        }
    }

    private synchronized void begin() {
        scheduled = false;
        if (!closed && !reading && tracker.active()) {
            reading = true;
            Thread.ofVirtual().name("order-book-angelone").start(this::readOnce);
        }
    }

    private void readOnce() {
        try {
            long started = time.nanos();
            List<BookRow> book = rows(client.read(Endpoint.ORDER_BOOK));
            tracker.read(book, started);
            failing = false;
        } catch (BrokerException | UnreadableException unavailable) {
            if (!failing) {
                LOG.warn("the Angel One order book cannot be read; trying on: {}", unavailable.getMessage());
            }
            failing = true;
        } finally {
            finished();
        }
    }

    private synchronized void finished() {
        reading = false;
        boolean soon = wokenWhileReading;
        wokenWhileReading = false;
        if (tracker.active()) {
            boolean fast = time.nanos() - lastWakeNanos < FAST_NANOS;
            schedule(soon ? FIRST_MILLIS : fast ? FAST_MILLIS : CALM_MILLIS);
        }
    }

    /// Rows that can be understood. Another row in a strange state must not hide our own.
    private List<BookRow> rows(JsonNode data) {
        List<BookRow> book = new ArrayList<>();
        for (JsonNode row : OrderBookMapping.rows(data)) {
            try {
                book.add(OrderBookMapping.order(row));
            } catch (UnreadableException strange) {
                if (complaints.add(String.valueOf(strange.getMessage()))) {
                    LOG.error("a row of the Angel One order book is skipped: {}", strange.getMessage());
                }
            }
        }
        return book;
    }
}
