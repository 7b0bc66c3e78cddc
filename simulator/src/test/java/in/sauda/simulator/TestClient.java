package in.sauda.simulator;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.NullUnmarked;

/// A client written with nothing but the JDK, as a stranger would write one.
public final class TestClient implements AutoCloseable {
    static final String SECURE = "/rest/secure/angelbroking/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;
    private final TimeSource time;
    private String jwt = "";
    private String feed = "";
    private String refresh = "";

    public TestClient(Simulator simulator, TimeSource time) {
        this.simulator = simulator;
        this.time = time;
    }

    public String totp(int stepsOff) {
        try {
            TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
            byte[] secret = new Base32().decode(simulator.credentials().totpSecret());
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"),
                    Instant.ofEpochMilli(time.wallMillis()).plusSeconds(30L * stepsOff));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode login() throws Exception {
        SimulatedCredentials account = simulator.credentials();
        JsonNode reply = login(account.clientcode(), account.password(), totp(0));
        jwt = reply.path("data").path("jwtToken").asText();
        feed = reply.path("data").path("feedToken").asText();
        refresh = reply.path("data").path("refreshToken").asText();
        return reply;
    }

    public JsonNode login(String client, String password, String totp) throws Exception {
        String body = "{\"clientcode\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}".formatted(client, password, totp);
        return json(send("POST", "/rest/auth/angelbroking/user/v1/loginByPassword", body));
    }

    public JsonNode post(String path, String body) throws Exception {
        return json(send("POST", SECURE + path, body));
    }

    public JsonNode get(String path) throws Exception {
        return json(send("GET", SECURE + path, ""));
    }

    public HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.rest().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-PrivateKey", simulator.credentials().apiKey())
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!jwt.isEmpty()) {
            request.header("Authorization", "Bearer " + jwt);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> raw(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    public void forgetToken() {
        jwt = "";
    }

    public void setToken(String token) {
        jwt = token;
    }

    public String jwt() {
        return jwt;
    }

    public String refreshToken() {
        return refresh;
    }

    public Stream stream() {
        return stream(feed);
    }

    public Stream stream(String feedToken) {
        Stream stream = new Stream();
        stream.socket = http.newWebSocketBuilder()
                .header("x-client-code", simulator.credentials().clientcode())
                .header("x-feed-token", feedToken)
                .header("x-api-key", simulator.credentials().apiKey())
                .header("Authorization", "Bearer " + jwt)
                .buildAsync(simulator.stream(), stream)
                .join();
        return stream;
    }

    public Stream orderUpdates() {
        return orderUpdates("Bearer " + jwt);
    }

    public Stream orderUpdates(String authorization) {
        Stream stream = new Stream();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (!authorization.isEmpty()) {
            builder.header("Authorization", authorization);
        }
        stream.socket = builder.buildAsync(simulator.orderUpdates(), stream).join();
        return stream;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// One stream; frames wait in queues.
    @NullUnmarked
    public static final class Stream implements WebSocket.Listener {
        public final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
        public final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        public final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
        public final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        WebSocket socket;

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] copy = new byte[data.remaining()];
            data.get(copy);
            frames.add(ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN));
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            texts.add(data.toString());
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            pongs.add(StandardCharsets.UTF_8.decode(message).toString());
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            ends.add("close " + statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ends.add("error " + error);
        }

        public void send(String text) {
            socket.sendText(text, true).join();
        }

        public void ping(String text) {
            socket.sendPing(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                    .join();
        }

        public void subscribe(int mode, int exchangeType, String... tokens) {
            request(1, mode, exchangeType, tokens);
        }

        public void request(int action, int mode, int exchangeType, String... tokens) {
            send(
                    "{\"correlationID\":\"abc\",\"action\":%d,\"params\":{\"mode\":%d,\"tokenList\":[{\"exchangeType\":%d,\"tokens\":[\"%s\"]}]}}"
                            .formatted(action, mode, exchangeType, String.join("\",\"", tokens)));
        }

        public ByteBuffer frame() throws InterruptedException {
            ByteBuffer frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within ten seconds");
            }
            return frame;
        }

        public String text() throws InterruptedException {
            String text = texts.poll(10, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("no text within ten seconds");
            }
            return text;
        }
    }
}
