package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private Path candles = Path.of("");

    /// The check vector of rules 2.2, stamped with the ends of its minutes, and two candles to trade in.
    @BeforeEach
    void writeCandles() throws IOException {
        StringBuilder text = new StringBuilder("symbol,date,time,open,high,low,close,volume,oi\n");
        for (int minute = 0; minute < 20; minute++) {
            text.append(String.format("X,20250101,09:%02d,100,100.5,99.5,100,1000,0%n", 16 + minute));
        }
        text.append("X,20250101,09:36,100,101,100,100.9,3000,0\n")
                .append("X,20250101,09:37,101,101.1,100.9,101,500,0\n")
                .append("X,20250101,15:30,102,102,102,102,500,0\n")
                .append("X,20250101,15:33,102,102,102,102,500,0\n");
        candles = Files.writeString(folder.resolve("X.csv"), text);
    }

    private int run(String... args) {
        CommandLine command = SaudaCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    @Test
    void printsFiguresAndWritesFiles() throws IOException {
        Path report = folder.resolve("deep/report");
        assertThat(run(
                        "backtest",
                        "--candles",
                        candles.toString(),
                        "--strategy",
                        "momentum-v0",
                        "--out",
                        report.toString(),
                        "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("strategy").asText()).isEqualTo("momentum-v0");
        assertThat(json.path("candles").asInt()).isEqualTo(23);
        assertThat(json.path("files").path(0).path("bar_label").asText()).isEqualTo("end");
        assertThat(json.path("dirt").path("outside_session").path("count").asInt())
                .isEqualTo(1);
        assertThat(json.path("signals").asInt()).isEqualTo(1);
        assertThat(json.path("trades").path("count").asInt()).isEqualTo(1);
        assertThat(Files.readString(report.resolve("signals.csv"))).isEqualTo("""
                symbol,timestamp,price,vwap,hod,hod_dist,rel_vol,confidence
                X,2025-01-01T09:35:00+05:30,100.90,100.082609,101.00,0.099010,2.727273,0.811206
                """);
        assertThat(report.resolve("trades.csv")).content().hasLineCount(2);
        assertThat(report.resolve("equity.csv")).content().hasLineCount(2);
        assertThat(report.resolve("report.html")).content().contains("Hypothetical", "outside_session", "<svg");
    }

    @Test
    void saysTheSameInWords() {
        assertThat(run("backtest", "--candles", candles.toString(), "--param", "noSignalBefore=09:15"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("23 candles of 1 symbols", "1  outside session", "1 signals, 0 suppressed", "1 trades");
    }

    /// Fifteen minutes of a special session.
    @Test
    void keepsToTheHoursOfTheFoldersOwnCalendar() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThat(run("calendar", "export", home.resolve("calendar.csv").toString()))
                .isEqualTo(ExitCode.OK);
        Files.writeString(
                home.resolve("calendar.csv"),
                "special,2025-01-01,ALL,CONTINUOUS,09:15,09:30,A short day\n",
                StandardOpenOption.APPEND);
        assertThat(run("backtest", "--candles", candles.toString(), "--home", home.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("15 candles of 1 symbols", "9  outside session");
    }

    @Test
    void refusesWithASentence() {
        assertThat(run("backtest", "--candles", folder.resolve("none.csv").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("backtest", "--candles", candles.toString(), "--strategy", "magic"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("backtest", "--candles", candles.toString(), "--symbol", "Y"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("backtest", "--candles", candles.toString(), "--columns", "open=o"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .contains(
                        "sauda: There is no file ",
                        "sauda: There is no strategy called 'magic'",
                        "sauda: There are no candles of Y; the files have: X",
                        "sauda: --columns names the column 'o', but the file begins with: symbol,date")
                .hasLineCount(4);
    }
}
