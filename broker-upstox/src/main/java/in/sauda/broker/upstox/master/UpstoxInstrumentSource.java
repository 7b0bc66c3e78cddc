package in.sauda.broker.upstox.master;

import in.sauda.core.broker.InstrumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Upstox' public file of all instruments; no login is needed. It is 3 MB compressed, so a cut transfer starts
/// over.
public final class UpstoxInstrumentSource implements InstrumentSource {
    /// Name of the endpoint override.
    public static final String MASTER = "master";

    private static final String ADDRESS =
            "https://assets.upstox.com/market-quote/instruments/exchange/complete.json.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final String address;

    /// @param endpoints {@value #MASTER} overrides the broker's own address
    public UpstoxInstrumentSource(Map<String, String> endpoints) {
        this.address = endpoints.getOrDefault(MASTER, ADDRESS);
    }

    @Override
    public void download(Path target, LongConsumer progress) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new IOException("The address of the instrument file is not valid: " + address + ".");
        }
        OkHttpClient client = new OkHttpClient.Builder()
                .connectTimeout(SILENCE)
                .readTimeout(SILENCE)
                .build();
        try {
            fetch(client, url, target, progress);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static void fetch(OkHttpClient client, HttpUrl url, Path target, LongConsumer progress) throws IOException {
        // The file server refuses requests that do not name a program.
        Request request =
                new Request.Builder().url(url).header("User-Agent", "Sauda").build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("The server " + url.host() + " answered HTTP " + response.code()
                        + " instead of the instruments.");
            }
            copy(response.body().byteStream(), target, progress);
        }
    }

    private static void copy(InputStream body, Path target, LongConsumer progress) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long received = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                received += count;
                progress.accept(received);
            }
        }
    }

    @Override
    public void parse(InputStream raw, MasterSink sink) throws IOException {
        UpstoxMasterParser.parse(raw, sink);
    }
}
