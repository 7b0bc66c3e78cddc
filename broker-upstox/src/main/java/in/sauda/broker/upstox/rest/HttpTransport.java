package in.sauda.broker.upstox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.rest.Endpoint.Verb;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// One HTTP exchange, sent exactly once.
///
/// OkHttp repeats requests in several cases by itself: after a broken pooled connection, on 408, on 503 with
/// {@code Retry-After: 0}, on redirects. For an order each of those could be a second order, so all are
/// switched off.
public final class HttpTransport implements AutoCloseable {
    /// The broker's front door turns away callers without a name.
    public static final String USER_AGENT = "Sauda";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MAX_BODY_BYTES = 32L << 20;
    private static final long MAX_TEXT_BYTES = 4L << 10;

    private final OkHttpClient http;
    private final UpstoxEndpoints endpoints;
    private final String algoName;

    public HttpTransport(UpstoxEndpoints endpoints, Patience patience) {
        this(endpoints, patience, "");
    }

    /// @param algoName as registered with the exchange, sent with every order; empty for none
    /// @param patience longest time for connecting, and for one whole call
    public HttpTransport(UpstoxEndpoints endpoints, Patience patience, String algoName) {
        this.endpoints = endpoints;
        this.algoName = algoName;
        this.http = new OkHttpClient.Builder()
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

    /// Sends the request once and waits for the reply.
    ///
    /// @param token empty for none
    Reply exchange(Request request, String token) {
        return exchange(request, token, body(request));
    }

    /// The token endpoint's form; its success is not enveloped (protocol 1.1).
    Reply exchangeForm(Endpoint endpoint, Map<String, String> form) {
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(body::add);
        return exchange(Request.of(endpoint), "", body.build());
    }

    private Reply exchange(Request request, String token, @Nullable RequestBody body) {
        Sent sent = new Sent(new AtomicBoolean());
        okhttp3.Request.Builder wire = new okhttp3.Request.Builder()
                .url(url(request))
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .method(request.endpoint().verb().name(), body)
                .tag(Sent.class, sent);
        if (!token.isEmpty()) {
            wire.header("Authorization", "Bearer " + token);
        }
        if (!algoName.isEmpty() && request.endpoint().namesAlgo()) {
            wire.header("X-Algo-Name", algoName);
        }
        try (Response response = http.newCall(wire.build()).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_BODY_BYTES + 1)) {
                return new Reply.Failure(UpstoxErrors.tooLarge(MAX_BODY_BYTES), true);
            }
            return EnvelopeReader.read(response.code(), source.readString(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            return new Reply.Failure(failure(lost), sent.begun().get());
        }
    }

    private static @Nullable RequestBody body(Request request) {
        JsonNode json = request.body();
        if (json != null) {
            return RequestBody.create(json.toString().getBytes(StandardCharsets.UTF_8), JSON);
        }
        Verb verb = request.endpoint().verb();
        return verb == Verb.GET || verb == Verb.DELETE ? null : RequestBody.create(new byte[0], JSON);
    }

    /// Everything that is no plain letter is percent-encoded, the bar of an instrument key above all.
    private HttpUrl url(Request request) {
        String root = request.endpoint().order() ? endpoints.orders() : endpoints.rest();
        HttpUrl.Builder url = HttpUrl.get(root + request.endpoint().path().replaceFirst("/$", ""))
                .newBuilder();
        request.segments().forEach(url::addPathSegment);
        request.query().forEach(url::addQueryParameter);
        return url.build();
    }

    /// Reads a short text from any address.
    ///
    /// @throws BrokerException when there is no such text
    public String text(String address) throws BrokerException {
        okhttp3.Request request = new okhttp3.Request.Builder()
                .url(address)
                .header("User-Agent", USER_AGENT)
                .build();
        try (Response response = http.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (!response.isSuccessful() || source.request(MAX_TEXT_BYTES + 1)) {
                throw new BrokerException(UpstoxErrors.addressService("HTTP " + response.code()));
            }
            return source.readString(StandardCharsets.UTF_8).strip();
        } catch (IOException lost) {
            throw new BrokerException(UpstoxErrors.addressService(String.valueOf(lost.getMessage())), lost);
        }
    }

    static BrokerFailure failure(IOException lost) {
        return lost instanceof InterruptedIOException
                ? UpstoxErrors.timeout()
                : UpstoxErrors.network(String.valueOf(lost.getMessage()));
    }

    /// Ends running calls and the threads behind them.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
