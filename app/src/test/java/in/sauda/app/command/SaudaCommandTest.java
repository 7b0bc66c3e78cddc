package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.health.HealthLog;
import in.sauda.core.health.HealthReport;
import in.sauda.core.health.HealthState;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SaudaCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = SaudaCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    @Test
    void everyCommandExplainsItself() {
        checkHelp(SaudaCommand.commandLine());
    }

    private void checkHelp(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("-h, --help")
                .contains(
                        command.getCommandSpec().usageMessage().description()[0].substring(0, 20));
        command.getSubcommands().values().forEach(this::checkHelp);
    }

    @Test
    void namesTheBrokersItKnowsWhenAskedForAnother() {
        assertThat(run("feed", "decode", "--broker", "nobody", "-")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .startsWith("sauda: There is no broker called 'nobody'; known are ")
                .hasLineCount(1);
    }

    @Test
    void refusesAnUnknownOptionAsUsageError() {
        assertThat(run("doctor", "--nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Unknown option: '--nonsense'");
    }

    @Test
    void saysThatTheHomeCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("occupied"), "a file where a folder is wanted");
        assertThat(run("doctor", "--offline", "--home", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .containsPattern("FAILED +Data folder +The data folder " + file + " cannot be written")
                .contains("--home or SAUDA_HOME");
    }

    @Test
    void addsListsAndRemovesAlerts(@TempDir Path folder) {
        String home = folder.toString();
        assertThat(run("alerts", "add", "-", "time 15:10", "--note", "Square off", "--home", home))
                .isEqualTo(ExitCode.OK);
        assertThat(run("alerts", "list", "--home", home)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("At 15:10").contains("Square off");
        assertThat(run("alerts", "remove", "1", "--home", home)).isEqualTo(ExitCode.OK);
        assertThat(run("alerts", "remove", "1", "--home", home)).isEqualTo(ExitCode.FAILED);
        assertThat(run("alerts", "add", "-", "price about 10", "--home", home)).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("There is no alert 1.").contains("'about' compares nothing");
    }

    private static void writeHealth(Path home, long wallMillis, HealthState state) throws IOException {
        HealthReport before = HealthReport.starting(TradingMode.DEMO);
        new HealthLog(home)
                .append(new HealthReport(
                        state,
                        wallMillis,
                        wallMillis,
                        before.mode(),
                        true,
                        true,
                        true,
                        true,
                        200,
                        4_711,
                        wallMillis,
                        1 << 20,
                        1 << 30,
                        -1,
                        Long.MIN_VALUE,
                        0,
                        List.of()));
    }

    @Test
    void healthPrintsTheNewestLineAndFailsWithTheTerminal(@TempDir Path home) throws IOException {
        long now = new SystemTime().wallMillis();
        writeHealth(home, now - 300_000, HealthState.FAIL);
        writeHealth(home.resolve("demo/2026-11-20-42"), now - 30_000, HealthState.OK);
        assertThat(run("health", "--home", home.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .hasLineCount(1)
                .startsWith("{\"status\":\"OK\"")
                .contains("\"tick_count\":4711", "\"ws_connected\":true");

        writeHealth(home, now - 10_000, HealthState.FAIL);
        assertThat(run("health", "--home", home.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void healthSaysThatNothingRuns(@TempDir Path home) throws IOException {
        assertThat(run("health", "--home", home.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("\"running\":false", "\"last_line\":null");
        writeHealth(home, new SystemTime().wallMillis() - 121_000, HealthState.OK);
        assertThat(run("health", "--home", home.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void makesTheHomeItIsGiven(@TempDir Path folder) {
        Path home = folder.resolve("deep/er");
        run("doctor", "--offline", "--home", home.toString());
        assertThat(home.resolve("logs")).isDirectory();
    }

    @Test
    void reportsEveryCheckAsJson(@TempDir Path home) throws IOException {
        assertThat(run("doctor", "--offline", "--json", "--home", home.toString()))
                .isEqualTo(ExitCode.OK);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("failed").asInt()).isZero();
        assertThat(report.path("checks").findValuesAsText("id"))
                .contains("java", "data", "logs", "disk", "secrets", "database", "login", "feed", "address");
        assertThat(report.path("checks"))
                .allSatisfy(check -> assertThat(check.path("finding").asText()).isNotBlank());
    }
}
