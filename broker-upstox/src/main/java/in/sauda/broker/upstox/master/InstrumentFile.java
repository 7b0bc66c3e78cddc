package in.sauda.broker.upstox.master;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// One of the broker's public files; no login is needed. Each is small when compressed, so a cut transfer starts over.
record InstrumentFile(String address) {
    static final String FOLDER = "https://assets.upstox.com/market-quote/instruments/exchange/";
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /// Takes the compressed bytes.
    interface Reader {
        void read(InputStream body) throws IOException;
    }

    /// @throws IOException in one clear sentence when the file cannot be fetched, or from the reader
    void fetch(Reader reader) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new IOException("The address of the instrument file is not valid: " + address + ".");
        }
        OkHttpClient client = new OkHttpClient.Builder()
                .connectTimeout(SILENCE)
                .readTimeout(SILENCE)
                .build();
        // The file server refuses requests that do not name a program.
        Request request =
                new Request.Builder().url(url).header("User-Agent", "Sauda").build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("The server " + url.host() + " answered HTTP " + response.code()
                        + " instead of the instruments.");
            }
            reader.read(response.body().byteStream());
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
