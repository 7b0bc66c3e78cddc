package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.ServerProbe;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One request to the root of the REST server, without key or login: any HTTP answer is a sign of life, and its
/// {@code Date} header tells the server's clock.
public record RestProbe(String rest) implements ServerProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Override
    public String host() {
        return String.valueOf(URI.create(rest).getHost());
    }

    @Override
    public Answer ask() throws BrokerException {
        OkHttpClient http = new OkHttpClient.Builder()
                .followRedirects(false)
                .callTimeout(PATIENCE)
                .build();
        try (Response response = http.newCall(new okhttp3.Request.Builder()
                        .url(rest + "/")
                        .header("User-Agent", HttpTransport.USER_AGENT)
                        .head()
                        .build())
                .execute()) {
            long taken = response.receivedResponseAtMillis() - response.sentRequestAtMillis();
            return new Answer(Duration.ofMillis(taken).toNanos(), millis(response));
        } catch (IOException lost) {
            throw new BrokerException(HttpTransport.failure(lost), lost);
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private static long millis(Response response) {
        @Nullable Instant date = response.headers().getInstant("Date");
        return date == null ? 0 : date.toEpochMilli();
    }
}
