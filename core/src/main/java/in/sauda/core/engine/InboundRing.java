package in.sauda.core.engine;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import in.sauda.core.candles.Candle;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.view.FeedExtras;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bounded way of market data into the engine: many publishers, one consumer, no waiting on either side.
///
/// When the ring is full an update is merged with a waiting one of its instrument ({@link OverflowTable}). Updates of
/// one instrument are always consumed in the order they were published: what waits is handed over only after
/// everything the ring held at the moment it was taken out, and newer updates of a waiting instrument wait with it.
final class InboundRing {
    /// Consumes one update; the event is valid only during the call.
    @FunctionalInterface
    interface Consumer {
        void onEvent(MarketEvent event);
    }

    private static final long NONE = Long.MAX_VALUE;

    private final RingBuffer<MarketEvent> ring;
    private final Sequence consumed = new Sequence(-1);
    private final Wakeup wakeup;
    private final List<Publisher> publishers = new CopyOnWriteArrayList<>();
    private final ArrayDeque<MarketEvent> taken = new ArrayDeque<>();
    private final ArrayList<MarketEvent> recycling = new ArrayList<>();
    private long next;
    private long takenAfter = NONE;
    private int takenFrom;

    InboundRing(int size, Wakeup wakeup) {
        this.ring = RingBuffer.createMultiProducer(MarketEvent::new, size);
        this.ring.addGatingSequences(consumed);
        this.wakeup = wakeup;
    }

    /// A publisher for one feed thread.
    MarketEventPublisher newPublisher() {
        return newPublisher((instrument, bar) -> {}, new FeedExtras(0));
    }

    /// @param minutes where the broker's own bars go; called on the feed thread
    /// @param extras where what nothing is decided by goes
    MarketEventPublisher newPublisher(MinuteSink minutes, FeedExtras extras) {
        Publisher publisher = new Publisher(minutes, extras);
        publishers.add(publisher);
        return publisher;
    }

    long conflated() {
        long sum = 0;
        for (Publisher publisher : publishers) {
            sum += publisher.overflow.merged();
        }
        return sum;
    }

    boolean hasWork() {
        return takenAfter != NONE || ring.isAvailable(next) || overflowing() >= 0;
    }

    /// Hands at most {@code limit} updates to the consumer and returns how many there were. Engine thread only.
    ///
    /// A consumer that throws has consumed that update.
    int poll(int limit, Consumer consumer) {
        int count = 0;
        try {
            while (count < limit && next <= takenAfter && ring.isAvailable(next)) {
                count++;
                consumer.onEvent(ring.get(next++));
            }
        } finally {
            consumed.set(next - 1);
        }
        if (takenAfter == NONE) {
            takeOverflow();
        } else if (next > takenAfter) {
            count += drainTaken(consumer);
        }
        return count;
    }

    private void takeOverflow() {
        int index = overflowing();
        if (index < 0) {
            return;
        }
        takenFrom = index;
        OverflowTable overflow = publishers.get(index).overflow;
        // The cursor is read before the table is emptied: everything older of these instruments is at or below it, and
        // nothing newer of them enters the ring while they are still in the table.
        synchronized (overflow) {
            takenAfter = ring.getCursor();
            overflow.takeAll(taken);
        }
    }

    private int drainTaken(Consumer consumer) {
        int count = 0;
        while (!taken.isEmpty()) {
            recycling.add(taken.removeFirst());
            count++;
            consumer.onEvent(recycling.getLast());
        }
        publishers.get(takenFrom).overflow.recycle(recycling);
        recycling.clear();
        takenAfter = NONE;
        return count;
    }

    private int overflowing() {
        for (int i = 0; i < publishers.size(); i++) {
            if (!publishers.get(i).overflow.isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /// Takes bars of the broker's own making.
    @FunctionalInterface
    interface MinuteSink {
        void told(int instrument, Candle bar);
    }

    /// Fills a private event and copies it into the ring on {@link #publish()}, so that a decoder which gives up in the
    /// middle of a packet cannot leave a claimed slot behind and stop the engine.
    private final class Publisher implements MarketEventPublisher {
        private final MarketEvent event = new MarketEvent();
        private final OverflowTable overflow = new OverflowTable();
        private final MinuteSink minutes;
        private final FeedExtras extras;

        private Publisher(MinuteSink minutes, FeedExtras extras) {
            this.minutes = minutes;
            this.extras = extras;
        }

        @Override
        public void book(int instrument, Depth book, long receivedNanos) {
            extras.book(instrument, book, receivedNanos);
        }

        @Override
        public void greeks(
                int instrument,
                long receivedNanos,
                double delta,
                double gamma,
                double theta,
                double vega,
                double impliedVolatility) {
            extras.greeks(
                    instrument, new FeedExtras.Greeks(delta, gamma, theta, vega, impliedVolatility, receivedNanos));
        }

        @Override
        public void brokerMinute(
                int instrument, long startMillis, long open, long high, long low, long close, long volume) {
            minutes.told(instrument, new Candle(startMillis, open, high, low, close, volume, Candle.HISTORY));
        }

        @Override
        public MarketEvent begin() {
            return event;
        }

        @Override
        public void publish() {
            event.conflatedCount = 0;
            event.conflatedHigh = event.lastPrice;
            event.conflatedLow = event.lastPrice;
            if (!overflow.isEmpty() && overflow.holds(event.instrument)) {
                overflowOrPublish();
            } else if (!tryRing()) {
                overflow.add(event);
            }
            wakeup.signal();
        }

        /// Decides again under the monitor: the engine may take the table out at any moment, and an update must enter
        /// the ring only after that.
        private void overflowOrPublish() {
            synchronized (overflow) {
                if (overflow.holds(event.instrument) || !tryRing()) {
                    overflow.add(event);
                }
            }
        }

        private boolean tryRing() {
            long sequence;
            try {
                sequence = ring.tryNext();
            } catch (InsufficientCapacityException full) {
                return false;
            }
            try {
                ring.get(sequence).copyFrom(event);
            } finally {
                ring.publish(sequence);
            }
            return true;
        }
    }
}
