package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A whole engine driven step by step from the test's own thread.
final class HandDriven implements AutoCloseable {
    final TestClock clock = new TestClock();
    final InstrumentRegistry registry = new InstrumentRegistry();
    final FakeSession session = new FakeSession();
    final List<UiEvent> seen = new ArrayList<>();
    final EngineCore core;
    final MarketEventPublisher publisher;
    private long sequence;

    HandDriven(TradingMode mode) {
        this(mode, InMemoryStores.create());
    }

    HandDriven(TradingMode mode, Stores stores) {
        this(mode, stores, 0);
    }

    /// @param aheadMillis how far the market clock runs ahead of the exchange's time, which the ticks carry
    HandDriven(TradingMode mode, Stores stores, long aheadMillis) {
        core = new EngineCore(
                CoreSettings.of(mode),
                new EngineParts(
                        TradingCalendar.bundled(),
                        clock,
                        () -> clock.millis() + aheadMillis,
                        registry,
                        new NoDirectory(),
                        stores),
                Runnable::run,
                Runnable::run);
        publisher = core.ring.newPublisher();
    }

    /// Starts storage, attaches the session and waits until orders may be placed.
    HandDriven ready() {
        return ready(BrokerLink.nameless(session));
    }

    /// The same with a broker that has a name.
    HandDriven ready(BrokerLink first) {
        core.restore();
        core.storage.start();
        core.history.start();
        core.control.add(new ControlMessage.Attached(session, first));
        core.control.add(new ControlMessage.FeedReport(new FeedState.Connected(), clock.nanos()));
        await(() -> core.accounts.reconciled());
        return this;
    }

    /// Starts without a session.
    void restoreOnly() {
        core.restore();
        core.storage.start();
    }

    void send(Command command) {
        core.control.add(new ControlMessage.UserCommand(command));
        step();
    }

    void report(OrderEvent event) {
        report(OrderTicket.FIRST, event);
    }

    void report(BrokerId broker, OrderEvent event) {
        core.control.add(new ControlMessage.OrderReport(broker, event));
        step();
    }

    void step() {
        core.step();
        core.events.drain(Integer.MAX_VALUE, seen::add);
    }

    /// Steps until the condition holds; fails after five seconds of real time.
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited five seconds in vain; events: " + seen);
            }
            step();
            Thread.onSpinWait();
        }
    }

    void tick(Instrument instrument, long price, long volume) {
        tick(instrument, price, volume, event -> {});
    }

    void tick(Instrument instrument, long price, long volume, Consumer<MarketEvent> more) {
        MarketEvent event = publisher.begin();
        event.clear();
        event.instrument = registry.index(instrument);
        event.sequence = ++sequence;
        event.exchangeMillis = clock.millis();
        event.receivedNanos = clock.nanos();
        event.receivedMillis = clock.millis();
        event.lastPrice = price;
        event.volume = volume;
        more.accept(event);
        publisher.publish();
        step();
    }

    /// A tick with one level of depth on each side.
    void book(Instrument instrument, long bid, long bidQuantity, long ask, long askQuantity) {
        tick(instrument, (bid + ask) / 2, sequence + 1, event -> {
            event.hasDepth = true;
            event.bidPrice[0] = bid;
            event.bidQuantity[0] = bidQuantity;
            event.askPrice[0] = ask;
            event.askQuantity[0] = askQuantity;
        });
    }

    OrderTicket ticket(Side side, long quantity, long price) {
        return new OrderTicket(
                core.settings.mode(),
                RELIANCE,
                side,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                quantity,
                price,
                0,
                OrderTicket.MANUAL,
                0,
                false);
    }

    <T extends UiEvent> List<T> seen(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends UiEvent> T last(Class<T> type) {
        return seen(type).getLast();
    }

    @Override
    public void close() {
        core.history.close();
        core.storage.close();
    }

    private static final class NoDirectory implements InstrumentDirectory {
        @Override
        public List<Instrument> search(SearchQuery query) {
            return List.of();
        }

        @Override
        public Optional<Instrument> find(InstrumentKey key) {
            return key.equals(RELIANCE.key()) ? Optional.of(RELIANCE) : Optional.empty();
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
