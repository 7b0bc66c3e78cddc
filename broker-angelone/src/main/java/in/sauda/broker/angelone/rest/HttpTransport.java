package in.sauda.broker.angelone.rest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/// One HTTP exchange, sent exactly once. Order calls have a client of their own, which goes through the order
/// proxy when there is one.
///
/// OkHttp repeats requests in several cases by itself: after a broken pooled connection, on 408, on 503 with
/// {@code Retry-After: 0}, on redirects. For an order each of those could be a second order, so all are
/// switched off.
public final class HttpTransport implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MAX_BODY_BYTES = 32L << 20;
    private static final long MAX_TEXT_BYTES = 4L << 10;

    private final OkHttpClient http;
    private final OkHttpClient orderHttp;
    private final String rest;
    private final String apiKey;
    private final boolean proxied;
    private final DeviceHeaders device = DeviceHeaders.ofThisComputer();

    /// @param patience longest time for connecting, and for one whole call
    /// @throws BrokerException when the order proxy is not an address
    public HttpTransport(AngelOneEndpoints endpoints, String apiKey, Patience patience) throws BrokerException {
        this.rest = endpoints.rest();
        this.apiKey = apiKey;
        this.http = client(patience);
        Optional<OrderProxy> proxy = OrderProxy.parse(endpoints.orderProxy());
        this.proxied = proxy.isPresent();
        this.orderHttp = proxy.isPresent()
                ? proxy.get().applyTo(client(patience).newBuilder()).build()
                : http;
    }

    private static OkHttpClient client(Patience patience) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(patience.connect())
                .readTimeout(patience.call())
                .writeTimeout(patience.call())
                .callTimeout(patience.call())
                .eventListener(new SendMarker())
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

    /// Tells whether a request began to leave: before that, whatever went wrong, the broker knows nothing of it.
    private record Sent(AtomicBoolean begun) {}

    private static final class SendMarker extends EventListener {
        @Override
        public void requestHeadersStart(Call call) {
            Sent sent = call.request().tag(Sent.class);
            if (sent != null) {
                sent.begun().set(true);
            }
        }
    }

    /// True when order calls go through a proxy of their own.
    public boolean proxied() {
        return proxied;
    }

    /// Sends the request once and waits for the reply.
    ///
    /// @param path the endpoint's, or that with an id behind it
    /// @param jwt raw token, empty for none
    Reply exchange(Endpoint endpoint, String path, JsonNode body, String jwt) {
        Sent sent = new Sent(new AtomicBoolean());
        Request request =
                request(endpoint, path, body, jwt).tag(Sent.class, sent).build();
        boolean overProxy = proxied && endpoint.order();
        try (Response response = (overProxy ? orderHttp : http).newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_BODY_BYTES + 1)) {
                return new Reply.Failure(AngelOneErrors.tooLarge(MAX_BODY_BYTES), true);
            }
            return EnvelopeReader.read(response.code(), source.readString(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            boolean begun = sent.begun().get();
            return new Reply.Failure(overProxy && !begun ? proxyFailure(lost) : failure(lost), begun);
        }
    }

    /// Reads a short text from any address, the way an order would go.
    ///
    /// @throws BrokerException when there is no such text
    public String orderPathText(String url) throws BrokerException {
        Request request = new Request.Builder().url(url).get().build();
        try (Response response = orderHttp.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (!response.isSuccessful() || source.request(MAX_TEXT_BYTES + 1)) {
                throw new BrokerException(AngelOneErrors.addressService("HTTP " + response.code()));
            }
            return source.readString(StandardCharsets.UTF_8).strip();
        } catch (IOException lost) {
            throw new BrokerException(proxied ? proxyFailure(lost) : AngelOneErrors.addressService(detail(lost)), lost);
        }
    }

    private Request.Builder request(Endpoint endpoint, String path, JsonNode body, String jwt) {
        Request.Builder request = new Request.Builder()
                .url(rest + path)
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
        return request;
    }

    static BrokerFailure failure(IOException lost) {
        return lost instanceof InterruptedIOException ? AngelOneErrors.timeout() : AngelOneErrors.network(detail(lost));
    }

    private static BrokerFailure proxyFailure(IOException lost) {
        return AngelOneErrors.orderProxy(detail(lost));
    }

    private static String detail(IOException lost) {
        String own = lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
        Throwable cause = lost.getCause();
        String more = cause == null ? null : cause.getMessage();
        return more == null || own.contains(more) ? own : own + ": " + more;
    }

    /// Ends running calls and the threads behind them.
    @Override
    public void close() {
        close(http);
        close(orderHttp);
    }

    private static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
