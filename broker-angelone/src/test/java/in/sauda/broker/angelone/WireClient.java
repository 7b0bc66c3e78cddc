package in.sauda.broker.angelone;

import in.sauda.broker.angelone.stream.RecordingPublisher;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;

/// A simulated exchange and a session of the real adapter with it, nothing in between but loopback.
final class WireClient implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    final Simulator simulator;
    final RecordingPublisher published = new RecordingPublisher();
    final List<FeedState> states = new CopyOnWriteArrayList<>();
    final List<OrderEvent> orderEvents = new CopyOnWriteArrayList<>();
    final Map<InstrumentKey, Instrument> instruments = new HashMap<>();
    final BrokerSession session;
    private final Callable<Other> reopen;
    private volatile Supplier<? extends MarketEventPublisher> publishers = published::another;
    private volatile Consumer<FeedState> told = states::add;

    WireClient(Path folder) throws Exception {
        this(folder, LocalTime.of(10, 0), 10);
    }

    WireClient(Path folder, LocalTime start, double speed) throws Exception {
        SystemTime time = new SystemTime();
        simulator =
                Simulator.start(SimulatorOptions.defaults(DAY).withStart(start).withSpeed(speed), time);
        Map<String, String> endpoints = Map.of(
                "rest", simulator.rest().toString(),
                "stream", simulator.stream().toString(),
                "orderUpdates", simulator.orderUpdates().toString(),
                "master", simulator.master().toString());
        Broker broker = ServiceLoader.load(Broker.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.id().value().equals("angelone"))
                .findFirst()
                .orElseThrow();
        readMaster(broker.instruments(endpoints), folder.resolve("master.json"));
        session = open(broker, endpoints, time, orderEvents);
        reopen = () -> new Other(open(broker, endpoints, time, new CopyOnWriteArrayList<>()));
    }

    /// A second login of the same account, as a phone would have.
    record Other(BrokerSession session) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }

    Other anotherSession() throws Exception {
        return reopen.call();
    }

    private BrokerSession open(Broker broker, Map<String, String> endpoints, SystemTime time, List<OrderEvent> events)
            throws Exception {
        return broker.open(
                credentials(simulator.credentials()),
                new BrokerContext(
                        endpoints,
                        () -> publishers.get(),
                        events::add,
                        state -> told.accept(state),
                        _ -> Phase.CONTINUOUS,
                        time,
                        RandomGeneratorFactory.of("L64X128MixRandom").create(1)));
    }

    private void readMaster(InstrumentSource source, Path file) throws Exception {
        source.download(file, _ -> {});
        try (InputStream raw = Files.newInputStream(file)) {
            source.parse(raw, MasterSink.of(instrument -> instruments.put(instrument.key(), instrument), reason -> {
                throw new AssertionError("the simulator's master has a row the adapter rejects: " + reason);
            }));
        }
    }

    private static Credentials credentials(SimulatedCredentials demo) {
        return new Credentials(Map.of(
                "clientcode", demo.clientcode(),
                "password", demo.password(),
                "apiKey", demo.apiKey(),
                "totpSecret", demo.totpSecret()));
    }

    /// Gives prices and feed states of sessions opened from now on to a core instead of keeping them.
    void publishTo(TerminalCore core) {
        publishers = core::newPublisher;
        told = core::onFeedState;
    }

    /// The watchlist's instrument with that trading symbol.
    Instrument watched(String symbol) {
        return simulator.watchlist().stream()
                .map(key -> Objects.requireNonNull(instruments.get(key), key::toString))
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /// Any instrument of the master with that trading symbol.
    Instrument listed(String symbol) {
        return instruments.values().stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        session.close();
        simulator.close();
    }
}
