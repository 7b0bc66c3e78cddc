package in.sauda.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.secrets.Redaction;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeLayoutTest {
    private static final String KEY = "Rk7pQw2zLm";

    private final LoggerContext context = new LoggerContext();

    private String line(String format) {
        Redaction.know(KEY);
        SafeLayout layout = new SafeLayout();
        layout.setContext(context);
        layout.setFormat(format);
        layout.start();
        IOException cause = new IOException("refused for " + KEY, new IllegalStateException("feedToken=abc" + KEY));
        LoggingEvent event = new LoggingEvent(
                "test",
                context.getLogger("in.sauda.broker.angelone.session.Login"),
                Level.WARN,
                "sent {\"apiKey\":\"{}\",\"clientcode\":\"A1\"}",
                cause,
                new Object[] {KEY});
        event.setTimeStamp(1_789_962_300_000L);
        return layout.doLayout(event);
    }

    @Test
    void takesSecretsOutOfMessageAndExceptions() {
        assertThat(line("text"))
                .doesNotContain(KEY)
                .startsWith("2026-09-21 ")
                .contains("WARN", "\"clientcode\":\"A1\"", "java.io.IOException: refused for •••", "Caused by:");
    }

    @Test
    void writesOneJsonObjectALine() throws IOException {
        String line = line("json");
        assertThat(line).doesNotContain(KEY).hasLineCount(1);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("module").asText()).isEqualTo("angelone");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("time").asText()).startsWith("2026-09-21T").endsWith("+05:30");
        assertThat(json.path("message").asText()).isEqualTo("sent {\"apiKey\":\"•••\",\"clientcode\":\"A1\"}");
        assertThat(json.path("exception").asText()).contains("refused for •••", "feedToken=•••");
    }

    @ParameterizedTest
    @CsvSource({
        "in.sauda.app.session.TerminalApp, sauda",
        "in.sauda.broker.angelone.session.Login, angelone",
        "in.sauda.broker.upstox.UpstoxBroker, upstox",
        "in.sauda.simulator.angel.RestHandler, simulator",
        "in.sauda.core.storage.Database, storage",
        "com.zaxxer.hikari.HikariDataSource, storage",
        "okhttp3.OkHttpClient, sauda"
    })
    void givesEveryModuleItsOwnFile(String logger, String module) {
        assertThat(Modules.of(logger)).isEqualTo(module);
        assertThat(Modules.all()).contains(module);
    }
}
