package in.sauda.broker.angelone.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AngelOneMasterDownloadTest {
    private static final String FILE = "0123456789".repeat(20_000);

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesTheFile() throws IOException {
        server.enqueue(new MockResponse.Builder().body(FILE).build());
        List<Long> progress = new ArrayList<>();
        source().download(target(), progress::add);
        assertThat(target()).hasContent(FILE);
        assertThat(progress).isSorted().endsWith((long) FILE.length());
    }

    @Test
    void goesOnWhereACutTransferStopped() throws Exception {
        server.setDispatcher(new ResumingDispatcher(FILE));
        source().download(target(), bytes -> {});
        assertThat(target()).hasContent(FILE);
        assertThat(server.takeRequest().getHeaders().get("Range")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Range")).startsWith("bytes=");
    }

    @Test
    void saysWhatTheServerAnswered() {
        server.enqueue(
                new MockResponse.Builder().code(403).body("Access denied").build());
        assertThatThrownBy(() -> source().download(target(), bytes -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 403");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        AngelOneInstrumentSource source = new AngelOneInstrumentSource(Map.of("master", "not an address"));
        assertThatThrownBy(() -> source.download(target(), bytes -> {})).hasMessageContaining("not an address");
        assertThat(Files.exists(target())).isFalse();
    }

    private Path target() {
        return folder.resolve("master.part");
    }

    private AngelOneInstrumentSource source() {
        return new AngelOneInstrumentSource(
                Map.of("master", server.url("/OpenAPIScripMaster.json").toString()));
    }
}
