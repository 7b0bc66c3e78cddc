package in.sauda.broker.upstox;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.InstrumentSource.MasterSink;
import in.sauda.core.broker.contract.CallFault;
import in.sauda.core.broker.contract.FeedFault;
import in.sauda.core.broker.contract.WireServer;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.upstox.UpstoxServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The simulated Upstox interface as the contract sees a server.
final class UpstoxWireServer implements WireServer {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String PLACE = "/order/place";
    private static final String BOOK = "/order/retrieve-all";
    /// Longer than the adapter waits for an answer.
    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(UpstoxWireServer.class);

    private final Simulator simulator;
    private final UpstoxServer upstox;
    private final Broker broker = new UpstoxBroker();
    private final Map<InstrumentKey, Instrument> listed;
    private final List<Instrument> liquid;

    private UpstoxWireServer(Simulator simulator) throws Exception {
        this.simulator = simulator;
        this.upstox = simulator.upstox(0);
        this.listed = master();
        this.liquid = Stream.of("RELIANCE", "HDFCBANK", "INFY")
                .map(symbol -> listed.values().stream()
                        .filter(share -> share.symbol().equals(symbol)
                                && share.segment() == Segment.NSE
                                && !share.isin().isEmpty())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    static UpstoxWireServer start() throws Exception {
        return new UpstoxWireServer(Simulator.start(
                SimulatorOptions.defaults(DAY).withStart(LocalTime.of(10, 30)).withSpeed(2), new SystemTime()));
    }

    private Map<InstrumentKey, Instrument> master() throws Exception {
        Map<InstrumentKey, Instrument> instruments = new HashMap<>();
        InstrumentSource source = broker.instruments(endpoints());
        Path file = Files.createTempFile("contract", ".json");
        try {
            source.download(file, bytes -> {});
            try (InputStream raw = new GZIPInputStream(Files.newInputStream(file))) {
                source.parse(raw, MasterSink.of(found -> instruments.put(found.key(), found), reason -> {
                    throw new AssertionError("the simulator's master has a row the adapter rejects: " + reason);
                }));
            }
        } finally {
            Files.delete(file);
        }
        return instruments;
    }

    /// Lets a busy machine bunch calls as it likes.
    void withoutRateLimits() {
        upstox.setRateLimits(false);
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
                "rest", upstox.rest().toString(),
                "master", upstox.master().toString());
    }

    @Override
    public Credentials credentials() {
        return credentials(upstox.app().clientSecret());
    }

    @Override
    public Credentials wrongCredentials() {
        return credentials("wrong9999");
    }

    /// A registered address without a port: the login may come back to any.
    private Credentials credentials(String secret) {
        return new Credentials(Map.of(
                "apiKey",
                upstox.app().clientId(),
                "apiSecret",
                secret,
                "redirectUri",
                "http://127.0.0.1/upstox",
                "plan",
                "plus"));
    }

    /// The user's browser: it asks for the login page and goes where that leads.
    @Override
    public void browse(URI page) {
        Thread.ofVirtual().start(() -> {
            try (HttpClient browser = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build()) {
                browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
            } catch (IOException gone) {
                // A user may close the page; the session waits for a visit that never comes and says so.
                LOG.info("the login page could not be followed: {}", gone.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Everything in the simulator's master.
    Map<InstrumentKey, Instrument> listed() {
        return listed;
    }

    @Override
    public List<Instrument> liquid() {
        return liquid;
    }

    @Override
    public void serveDeepBooks(boolean wanted) {
        upstox.servePlus(wanted);
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
        simulator.upstoxFaults().inject(faults);
    }

    @Override
    public void provokeNextOrder(CallFault fault) {
        simulator.upstoxFaults().inject(FaultRule.once(fault(fault, PLACE)));
    }

    @Override
    public void provokeNextReading(CallFault fault) {
        // Waiting for the same answer twice would prove nothing more and last half a minute.
        int readings = fault == CallFault.SLOW_REPLY ? 1 : 2;
        simulator.upstoxFaults().inject(FaultRule.once(fault(fault, BOOK)).times(readings));
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
        simulator.upstoxFaults().clear();
        upstox.servePlus(true);
    }

    @Override
    public long hits() {
        return simulator.upstoxFaults().hits().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public List<TrueOrder> orders() {
        return simulator
                .market()
                .locked(() -> upstox.exchange().orders().stream()
                        .map(order -> new TrueOrder(
                                order.spec().tag(),
                                order.id(),
                                order.spec().quantity(),
                                order.filled(),
                                order.state().working()))
                        .toList());
    }

    @Override
    public int connections() {
        return upstox.sockets().size();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
