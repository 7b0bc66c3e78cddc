package in.sauda.broker.angelone;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.broker.contract.CallFault;
import in.sauda.core.broker.contract.FeedFault;
import in.sauda.core.broker.contract.WireServer;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The simulated SmartAPI as the contract sees a server.
final class AngelOneWireServer implements WireServer {
    private static final String PLACE = "/placeOrder";
    private static final String BOOK = "/getOrderBook";
    /// Longer than the adapter waits for an answer.
    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    private static final Set<String> OVER = Set.of("complete", "cancelled", "rejected");

    private final Simulator simulator;
    private final Broker broker = new AngelOneBroker();
    private final List<Instrument> liquid;

    private AngelOneWireServer(Simulator simulator) throws Exception {
        this.simulator = simulator;
        Map<InstrumentKey, Instrument> listed = master();
        this.liquid = Stream.of("RELIANCE-EQ", "HDFCBANK-EQ", "INFY-EQ")
                .map(symbol -> listed.values().stream()
                        .filter(instrument -> instrument.symbol().equals(symbol))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    static AngelOneWireServer start() throws Exception {
        return new AngelOneWireServer(Simulator.start(
                SimulatorOptions.defaults(WireClient.DAY)
                        .withStart(LocalTime.of(10, 30))
                        .withSpeed(2),
                new SystemTime()));
    }

    private Map<InstrumentKey, Instrument> master() throws Exception {
        Map<InstrumentKey, Instrument> instruments = new HashMap<>();
        InstrumentSource source = broker.instruments(endpoints());
        Path file = Files.createTempFile("contract", ".json");
        try {
            source.download(file, bytes -> {});
            try (InputStream raw = Files.newInputStream(file)) {
                source.parse(raw, MasterSink.of(found -> instruments.put(found.key(), found), reason -> {
                    throw new AssertionError("the simulator's master has a row the adapter rejects: " + reason);
                }));
            }
        } finally {
            Files.delete(file);
        }
        return instruments;
    }

    @Override
    public long marketMillis() {
        return simulator.clock().millis();
    }

    @Override
    public Broker broker() {
        return broker;
    }

    @Override
    public Map<String, String> endpoints() {
        return Map.of(
                "rest", simulator.rest().toString(),
                "stream", simulator.stream().toString(),
                "orderUpdates", simulator.orderUpdates().toString(),
                "master", simulator.master().toString());
    }

    @Override
    public Credentials credentials() {
        return credentials(simulator.credentials().password());
    }

    @Override
    public Credentials wrongCredentials() {
        return credentials("9999");
    }

    private Credentials credentials(String pin) {
        SimulatedCredentials demo = simulator.credentials();
        return new Credentials(Map.of(
                "clientcode", demo.clientcode(),
                "password", pin,
                "apiKey", demo.apiKey(),
                "totpSecret", demo.totpSecret()));
    }

    @Override
    public List<Instrument> liquid() {
        return liquid;
    }

    @Override
    public void serveDeepBooks(boolean wanted) {
        simulator.server().serveDepth20(wanted);
    }

    @Override
    public void provoke(FeedFault fault) {
        switch (fault) {
            case DROP -> inject(new Fault.Drop(Line.STREAM, 0.5));
            case DELAY -> inject(new Fault.Delay(Line.STREAM, 0.5, Duration.ofMillis(500)));
            case DUPLICATE -> inject(new Fault.Duplicate(Line.STREAM, 0.5));
            case REORDER -> inject(new Fault.Reorder(Line.STREAM, 0.5));
            case HALF_FRAME -> inject(new Fault.HalfFrame(Line.STREAM, 0.5));
            case GARBAGE -> inject(new Fault.Garbage(Line.STREAM, 0.5));
            case WRONG_LENGTH -> inject(new Fault.WrongLength(Line.STREAM, 0.5, 7));
            case CUT -> inject(new Fault.Cut(Line.BOTH));
            case REFUSED_CONNECTION -> inject(new Fault.RefuseConnections(Line.BOTH, 503), new Fault.Cut(Line.BOTH));
            case SLOW -> inject(new Fault.Slow(Line.STREAM, 2), new Fault.Duplicate(Line.STREAM, 0.5));
            case SILENT -> inject(new Fault.Silence(Line.STREAM, true));
            case DEAD -> inject(new Fault.Silence(Line.BOTH, false));
            case CLOCK_SKEW ->
                inject(new Fault.ClockSkew(Duration.ofMinutes(7)), new Fault.Duplicate(Line.STREAM, 0.5));
            case LOGGED_OUT -> inject(new Fault.EndLogins(), new Fault.Cut(Line.BOTH));
        }
    }

    private void inject(Fault... faults) {
        simulator.faults().inject(faults);
    }

    @Override
    public void provokeNextOrder(CallFault fault) {
        simulator.faults().inject(FaultRule.once(fault(fault, PLACE)));
    }

    @Override
    public void provokeNextReading(CallFault fault) {
        // Waiting for the same answer twice would prove nothing more and last half a minute.
        int readings = fault == CallFault.SLOW_REPLY ? 1 : 2;
        simulator.faults().inject(FaultRule.once(fault(fault, BOOK)).times(readings));
    }

    private static Fault fault(CallFault fault, String path) {
        return switch (fault) {
            case RATE_LIMIT -> new Fault.RateLimit(path, 1);
            case HTTP_429 -> new Fault.HttpError(path, 1, 429, "Too Many Requests", false);
            case HTTP_503 -> new Fault.HttpError(path, 1, 503, "Service Unavailable", false);
            case HTTP_502_AFTERWARDS -> new Fault.HttpError(path, 1, 502, "<html>Bad Gateway</html>", true);
            case EMPTY_BODY -> new Fault.EmptyBody(path, 1, true);
            case HTML -> new Fault.Html(path, 1, true);
            case HALF_BODY -> new Fault.HalfBody(path, 1);
            case LOST_REPLY -> new Fault.LoseReply(path, 1);
            case LOST_REQUEST -> new Fault.LoseRequest(path, 1);
            case SLOW_REPLY -> new Fault.SlowReply(path, 1, TOO_LONG);
            case LOGGED_OUT -> new Fault.EndLogins();
        };
    }

    @Override
    public void refuseAddress() {
        inject(new Fault.UnregisteredIp());
    }

    @Override
    public void calm() {
        simulator.faults().clear();
    }

    @Override
    public long hits() {
        return simulator.truth().faultHits().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public List<TrueOrder> orders() {
        return simulator.truth().orders().stream()
                .map(order -> new TrueOrder(
                        order.tag(), order.id(), order.quantity(), order.filled(), !OVER.contains(order.state())))
                .toList();
    }

    @Override
    public int connections() {
        return simulator.truth().sockets().size();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
