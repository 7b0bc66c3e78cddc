package in.sauda.broker.angelone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.HttpTransport.Patience;
import in.sauda.broker.angelone.session.AngelOneSession;
import in.sauda.broker.angelone.stream.FeedLimits;
import in.sauda.broker.angelone.stream.RecordingPublisher;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.Credentials;
import in.sauda.core.calendar.Phase;
import in.sauda.core.feed.FeedState;
import in.sauda.core.orders.OrderEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// A scripted server: canned answers for each call, everything it is sent is kept. Answers queued for a call
/// are given
/// once each, then the usual one.
public final class MockBroker implements AutoCloseable {
    public static final String SECRET = "JBSWY3DPEHPK3PXP";
    public static final long START_MILLIS = 1_767_240_000_000L;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final ManualTime time = new ManualTime(START_MILLIS);
    public final RecordingPublisher published = new RecordingPublisher();
    public final List<FeedState> states = new CopyOnWriteArrayList<>();
    public final List<OrderEvent> orderEvents = new CopyOnWriteArrayList<>();
    public final MockSockets sockets = new MockSockets();
    /// Sockets of order updates, for sessions opened with them.
    public final MockSockets updates = new MockSockets();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Queue<MockResponse>> scripted = new ConcurrentHashMap<>();
    private final Map<String, Function<RecordedRequest, MockResponse>> usual = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    public MockBroker() throws IOException {
        always(Endpoint.LOGIN, ok("{\"jwtToken\":\"jwt-1\",\"refreshToken\":\"r-1\",\"feedToken\":\"f-1\"}"));
        always(Endpoint.PROFILE, ok("{\"clientcode\":\"A123456\",\"name\":\"TRADER ONE\"}"));
        always(Endpoint.LOGOUT, ok("\"\""));
        always(Endpoint.ORDER_BOOK, ok("null"));
        always(Endpoint.POSITIONS, ok("null"));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return switch (request.getTarget()) {
                    case "/smart-stream" -> sockets.next();
                    case "/smart-order-update" -> updates.next();
                    default -> answer(request);
                };
            }
        });
        server.start();
    }

    private MockResponse answer(RecordedRequest request) {
        String target = request.getTarget().replaceFirst("^http://[^/]+", "");
        String path = target.startsWith(Endpoint.ORDER_DETAILS.path()) ? Endpoint.ORDER_DETAILS.path() : target;
        MockResponse next =
                scripted.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        return next != null
                ? next
                : usual.getOrDefault(path, _ -> plain(404, "")).apply(request);
    }

    public MockBroker always(Endpoint endpoint, MockResponse response) {
        return always(endpoint, _ -> response);
    }

    public MockBroker always(Endpoint endpoint, Function<RecordedRequest, MockResponse> answer) {
        usual.put(endpoint.path(), answer);
        return this;
    }

    /// For addresses that are none of the broker's calls.
    public MockBroker always(String path, MockResponse response) {
        usual.put(path, _ -> response);
        return this;
    }

    /// Queues one answer.
    public MockBroker once(Endpoint endpoint, MockResponse response) {
        scripted.computeIfAbsent(endpoint.path(), _ -> new ConcurrentLinkedQueue<>())
                .add(response);
        return this;
    }

    public static MockResponse ok(String data) {
        return plain(200, "{\"status\":true,\"message\":\"SUCCESS\",\"errorcode\":\"\",\"data\":" + data + "}");
    }

    public static MockResponse no(String code, String message) {
        return plain(
                200, "{\"status\":false,\"message\":\"" + message + "\",\"errorcode\":\"" + code + "\",\"data\":null}");
    }

    /// The gateway's envelope, with its own spelling.
    public static MockResponse gatewayNo(String code) {
        return plain(
                200, "{\"success\":false,\"message\":\"Invalid Token\",\"errorCode\":\"" + code + "\",\"data\":\"\"}");
    }

    public static MockResponse plain(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /// Takes the request and then cuts the connection.
    public static MockResponse lostReply() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /// Takes the request and never answers.
    public static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    public String rest() {
        return "http://localhost:" + server.getPort();
    }

    public String stream() {
        return "ws://localhost:" + server.getPort() + "/smart-stream";
    }

    public AngelOneSession open() throws BrokerException {
        return open(1000);
    }

    public AngelOneSession open(int subscriptionLimit) throws BrokerException {
        return open(subscriptionLimit, credentials());
    }

    public AngelOneSession open(int subscriptionLimit, Credentials credentials) throws BrokerException {
        return open(subscriptionLimit, Map.of(), credentials);
    }

    /// With the socket of order updates.
    public AngelOneSession openWithUpdates() throws BrokerException {
        return open(
                1000,
                Map.of("orderUpdates", "ws://localhost:" + server.getPort() + "/smart-order-update"),
                credentials());
    }

    /// @param more endpoints beside the two of this server
    public AngelOneSession open(int subscriptionLimit, Map<String, String> more, Credentials credentials)
            throws BrokerException {
        Map<String, String> endpoints = new HashMap<>(more);
        endpoints.put("rest", rest());
        endpoints.put("stream", stream());
        BrokerContext context = new BrokerContext(
                endpoints,
                () -> published,
                orderEvents::add,
                states::add,
                _ -> Phase.CONTINUOUS,
                time,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        return AngelOneSession.open(
                AngelOneEndpoints.of(endpoints),
                credentials,
                context,
                new FeedLimits(1, subscriptionLimit),
                time,
                time,
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(2)));
    }

    public static Credentials credentials() {
        return new Credentials(
                Map.of("clientcode", "A123456", "password", "1234", "apiKey", "key-1", "totpSecret", SECRET));
    }

    public List<RecordedRequest> requests(Endpoint endpoint) {
        return requests.stream()
                .filter(request -> request.getTarget().equals(endpoint.path()))
                .toList();
    }

    public List<RecordedRequest> requests(String path) {
        return requests.stream()
                .filter(request -> request.getTarget().equals(path))
                .toList();
    }

    /// Every path asked for, in order.
    public List<String> paths() {
        return requests.stream().map(RecordedRequest::getTarget).toList();
    }

    public List<RecordedRequest> handshakes() {
        return requests.stream()
                .filter(request -> request.getTarget().equals("/smart-stream"))
                .toList();
    }

    public static JsonNode body(RecordedRequest request) {
        return json(Objects.requireNonNull(request.getBody()).utf8());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new AssertionError("not JSON: " + text, notJson);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
