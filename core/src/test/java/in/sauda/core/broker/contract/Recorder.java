package in.sauda.core.broker.contract;

import in.sauda.core.broker.BrokerContext;
import in.sauda.core.calendar.Phase;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.time.SystemTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGeneratorFactory;

/// Everything an adapter calls back with.
final class Recorder {
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(90);

    /// @param price fixed-point
    record Tick(int instrument, long price) {}

    final List<OrderEvent> orderEvents = new CopyOnWriteArrayList<>();
    final List<FeedState> states = new CopyOnWriteArrayList<>();
    /// Deep books told last, by instrument.
    final Map<Integer, Depth> books = new ConcurrentHashMap<>();

    private final List<Tick> ticks = new ArrayList<>();

    BrokerContext context(WireServer server) {
        return new BrokerContext(
                server.endpoints(),
                Publisher::new,
                orderEvents::add,
                states::add,
                _ -> Phase.CONTINUOUS,
                new SystemTime(),
                RandomGeneratorFactory.of("L64X128MixRandom").create(1),
                server::liquid,
                server::browse);
    }

    private final class Publisher implements MarketEventPublisher {
        private final MarketEvent event = new MarketEvent();

        @Override
        public MarketEvent begin() {
            return event;
        }

        @Override
        public void book(int instrument, Depth book, long receivedNanos) {
            books.put(instrument, book);
        }

        @Override
        public void publish() {
            synchronized (ticks) {
                ticks.add(new Tick(event.instrument, event.lastPrice));
            }
        }
    }

    List<Tick> ticks() {
        synchronized (ticks) {
            return List.copyOf(ticks);
        }
    }

    int count(int instrument) {
        synchronized (ticks) {
            return (int) ticks.stream()
                    .filter(tick -> tick.instrument() == instrument)
                    .count();
        }
    }

    void forgetTicks() {
        synchronized (ticks) {
            ticks.clear();
        }
    }

    long last(int instrument) {
        return ticks().stream()
                .filter(tick -> tick.instrument() == instrument)
                .reduce((_, later) -> later)
                .orElseThrow()
                .price();
    }

    List<OrderEvent> eventsOf(String id) {
        return orderEvents.stream()
                .filter(event -> event.id().value().equals(id))
                .toList();
    }

    /// Waits for something other threads bring about.
    ///
    /// @throws AssertionError when it does not happen in time
    void await(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + BOUND_NANOS;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("did not happen in time: " + what + "; order events " + orderEvents
                        + "; feed states " + states);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
