package in.sauda.broker.angelone.master;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches the 36 MB master. The server now and then cuts the transfer, so a cut one goes on where it stopped.
final class AngelOneMasterDownload {
    private static final int ATTEMPTS = 5;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectTimeout(SILENCE)
            .readTimeout(SILENCE)
            .build();
    private final HttpUrl url;
    private final Path target;
    private final LongConsumer progress;
    private long received;
    /// The server's tag of the file that was begun: a newer file is fetched from its start, never spliced.
    private String version = "";

    AngelOneMasterDownload(HttpUrl url, Path target, LongConsumer progress) {
        this.url = url;
        this.target = target;
        this.progress = progress;
    }

    /// @throws IOException when the server refuses or {@value #ATTEMPTS} transfers in a row were cut
    void run() throws IOException {
        Files.write(target, new byte[0]);
        IOException lastCut = new IOException("nothing was tried");
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    transfer();
                    return;
                } catch (RefusedException refused) {
                    throw refused;
                } catch (IOException cut) {
                    lastCut = cut;
                }
            }
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        throw new IOException("The instrument master could not be fetched from " + url.host() + ".", lastCut);
    }

    private void transfer() throws IOException {
        Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
        if (received > 0) {
            // A resumed range counts bytes of the plain file, so the transfer must not be compressed.
            request.header("Range", "bytes=" + received + "-").header("Accept-Encoding", "identity");
            if (!version.isEmpty()) {
                request.header("If-Range", version);
            }
        }
        try (Response response = client.newCall(request.build()).execute()) {
            if (!response.isSuccessful()) {
                throw new RefusedException("The server " + url.host() + " answered HTTP " + response.code()
                        + " instead of the instrument master.");
            }
            version = Objects.requireNonNullElse(response.header("ETag"), "");
            copy(response.body().byteStream(), response.code() == 206);
        }
    }

    private void copy(InputStream body, boolean resumed) throws IOException {
        if (!resumed) {
            received = 0;
        }
        StandardOpenOption mode = resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE, mode)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                received += count;
                progress.accept(received);
            }
        }
    }

    /// The server has answered, so asking again at once is no use.
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
