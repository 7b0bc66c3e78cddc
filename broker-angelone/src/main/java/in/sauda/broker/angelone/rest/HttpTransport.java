package in.sauda.broker.angelone.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/// One HTTP exchange, sent exactly once.
///
/// OkHttp repeats requests in several cases by itself: after a broken pooled connection, on 408, on 503 with
/// {@code Retry-After: 0}, on redirects. For an order each of those could be a second order, so all are
/// switched off.
public final class HttpTransport implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MAX_BODY_BYTES = 32L << 20;

    private final OkHttpClient http;
    private final String rest;
    private final String apiKey;
    private final DeviceHeaders device = DeviceHeaders.ofThisComputer();

    /// @param rest root address without a trailing slash
    /// @param patience longest time for connecting, and for one whole call
    public HttpTransport(String rest, String apiKey, Patience patience) {
        this.rest = rest;
        this.apiKey = apiKey;
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(patience.connect())
                .readTimeout(patience.call())
                .writeTimeout(patience.call())
                .callTimeout(patience.call())
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build())
                .build();
    }

    /// @param connect longest time to connect
    /// @param call longest time for the whole exchange
    public record Patience(Duration connect, Duration call) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /// Sends the request once and waits for the reply.
    ///
    /// @param jwt raw token, empty for none
    Reply exchange(Endpoint endpoint, JsonNode body, String jwt) {
        try (Response response = http.newCall(request(endpoint, body, jwt)).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_BODY_BYTES + 1)) {
                return new Reply.Failure(AngelOneErrors.tooLarge(MAX_BODY_BYTES), true);
            }
            return EnvelopeReader.read(response.code(), source.readString(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            return lost(lost);
        }
    }

    private Request request(Endpoint endpoint, JsonNode body, String jwt) {
        Request.Builder request = new Request.Builder()
                .url(rest + endpoint.path())
                .header("Accept", "application/json")
                .header("X-UserType", "USER")
                .header("X-SourceID", "WEB")
                .header("X-ClientLocalIP", device.localAddress())
                .header("X-ClientPublicIP", device.localAddress())
                .header("X-MACAddress", device.macAddress())
                .header("X-PrivateKey", apiKey);
        if (!jwt.isEmpty()) {
            request.header("Authorization", "Bearer " + jwt);
        }
        if (endpoint.post()) {
            request.post(RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON));
        } else {
            request.header("Content-Type", "application/json").get();
        }
        return request.build();
    }

    static Reply.Failure lost(IOException lost) {
        boolean neverSent = lost instanceof ConnectException
                || lost instanceof UnknownHostException
                || lost instanceof NoRouteToHostException
                || lost instanceof SSLHandshakeException;
        if (lost instanceof InterruptedIOException) {
            return new Reply.Failure(AngelOneErrors.timeout(), true);
        }
        String detail = lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
        return new Reply.Failure(AngelOneErrors.network(detail), !neverSent);
    }

    /// Ends running calls and the threads behind them.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
