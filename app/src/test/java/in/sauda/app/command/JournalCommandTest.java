package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.app.testkit.Instruments;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JournalCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instrument STOCK = Instruments.RELIANCE;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... args) {
        CommandLine command = SaudaCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    /// Three minutes of one stock, a trade every twenty seconds.
    @BeforeEach
    void record() throws IOException {
        InstrumentRegistry registry = new InstrumentRegistry();
        try (JournalWriter writer = JournalWriter.open(folder)) {
            JournalRecorder recorder = new JournalRecorder(writer, registry);
            long start = IndiaTime.epochMillis(DAY, LocalTime.of(9, 15));
            recorder.time(start, 0);
            recorder.track(registry.index(STOCK));
            for (int trade = 0; trade < 9; trade++) {
                MarketEvent event = new MarketEvent();
                event.lastPrice = 10_000L + trade;
                event.clear();
                event.instrument = registry.index(STOCK);
                event.mode = FeedMode.QUOTE;
                event.exchangeMillis = start + trade * 20_000L;
                event.receivedMillis = event.exchangeMillis + 100;
                event.volume = 1_000L + trade;
                recorder.time(event.receivedMillis, event.receivedMillis * 1_000_000L);
                recorder.market(event);
            }
            recorder.time(start + 300_000L, (start + 300_000L) * 1_000_000L);
            recorder.closing();
        }
    }

    @Test
    void tellsTheLogOfASymbol() throws IOException {
        String journal = folder.toString();
        assertThat(run("journal", "info", "--symbol", "reliance-eq", "--journal", journal))
                .isEqualTo(ExitCode.OK);
        JsonNode log =
                new ObjectMapper().readTree(out.toString()).path("symbols").path(STOCK.symbol());
        assertThat(log.path("length").asInt()).isEqualTo(9);
        assertThat(log.path("first").asText()).isEqualTo("2026-11-20T09:15+05:30");
        assertThat(log.path("last").asText()).isEqualTo("2026-11-20T09:17:40+05:30");
        assertThat(run("journal", "info", "--symbol", "NOSUCH", "--journal", journal))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("no update of NOSUCH");
    }

    @Test
    void tellsWhatItHoldsAndThatItIsWhole() throws IOException {
        assertThat(run("journal", "info", "--journal", folder.toString())).isEqualTo(ExitCode.OK);
        JsonNode info = new ObjectMapper().readTree(out.toString());
        assertThat(info.path("kinds").path("market").asInt()).isEqualTo(9);
        assertThat(info.path("first").asText()).isEqualTo("2026-11-20T09:15+05:30");
        assertThat(info.path("damage")).isEmpty();
        assertThat(run("journal", "verify", "--journal", folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains(info.path("records").asInt() + " records are whole.");
    }

    @Test
    void findsDamage() throws IOException {
        Path segment = folder.resolve("0000000000000000000.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertThat(run("journal", "verify", "--journal", folder.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("0000000000000000000.journal is not whole after byte ");
    }

    @Test
    void printsARangeAsJsonLines() {
        assertThat(run(
                        "journal",
                        "range",
                        "--journal",
                        folder.toString(),
                        "--from",
                        "2026-11-20T09:16",
                        "--to",
                        "2026-11-20T09:17",
                        "--symbol",
                        STOCK.symbol()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .hasLineCount(3)
                .contains("\"ltp\":100.03", "\"volume\":1003", "\"exchange_timestamp\":\"2026-11-20T09:16+05:30\"");
    }

    @Test
    void replaysAJournal() throws IOException {
        Path report = folder.resolve("report");
        assertThat(run("replay", "--journal", folder.toString(), "--out", report.toString(), "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("events").asInt()).isEqualTo(9);
        assertThat(json.path("symbols").path(STOCK.symbol()).asInt()).isEqualTo(3);
        assertThat(report.resolve("candles.csv"))
                .content()
                .contains(STOCK.symbol() + ",NSE,2026-11-20T09:16:00+05:30,100.03,100.05,100.03,100.05,3,\n");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(run("journal", "info", "--journal", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("replay", "--journal", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).hasLineCount(2).contains("sauda: There is no journal in ");
    }
}
