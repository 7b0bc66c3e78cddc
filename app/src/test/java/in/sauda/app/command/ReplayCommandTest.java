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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
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

    /// Twenty quiet minutes, then the minute of the check vector of rules 2.2, in ticks.
    private Path ticks() throws IOException {
        StringBuilder text = new StringBuilder("file_day,timestamp,ltp,cum_volume\n");
        text.append("2025-01-01,2025-01-01 09:14:00,100.00,0\n");
        long volume = 0;
        for (int minute = 15; minute < 35; minute++) {
            for (String step : new String[] {"05:100.00", "15:100.50", "25:99.50", "35:100.00"}) {
                volume += 250;
                text.append(
                        String.format("2025-01-01,2025-01-01 09:%02d:%s,%d\n", minute, step.replace(':', ','), volume));
            }
        }
        text.append(String.format("2025-01-01,2025-01-01 09:35:05,100.00,%d\n", volume + 1_000))
                .append(String.format("2025-01-01,2025-01-01 09:35:15,101.00,%d\n", volume + 2_000))
                .append(String.format("2025-01-01,2025-01-01 09:35:25,100.90,%d\n", volume + 3_000));
        return Files.writeString(folder.resolve("X_ticks_2025-01-01.csv"), text);
    }

    /// Two days of the same ticks; the second one is told, the first one is its history.
    @Test
    void tellsOneDayOfARecordingAndReviewsIt() throws IOException {
        Path first = ticks();
        Files.writeString(
                folder.resolve("Y_ticks.csv"),
                Files.readString(first)
                        + Files.readString(first)
                                .lines()
                                .skip(1)
                                .reduce("", (all, line) -> all + line.replace("2025-01-01", "2025-01-02") + "\n"));
        Path report = folder.resolve("day");
        assertThat(run(
                        "replay",
                        "--ticks",
                        folder.resolve("Y_ticks.csv").toString(),
                        "--date",
                        "2025-01-02",
                        "--out",
                        report.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(report.resolve("candles.csv")).content().hasLineCount(22).doesNotContain("2025-01-01");
        assertThat(report.resolve("eod_report_2025-01-02.md")).exists();
        assertThat(report.resolve("eod_report_2025-01-01.md")).doesNotExist();
        assertThat(out.toString()).containsPattern("date +2025-01-02").containsPattern("symbols +Y 21");
        assertThat(run("replay", "--ticks", first.toString(), "--date", "tomorrow"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("sauda: --date must be a day like");
    }

    @Test
    void keepsToTheHoursOfTheFoldersOwnCalendar() throws IOException {
        Path calendar = folder.resolve("calendar.csv");
        assertThat(run("calendar", "export", calendar.toString())).isEqualTo(ExitCode.OK);
        Files.writeString(
                calendar, "special,2025-01-01,ALL,CONTINUOUS,09:15,09:30,A short day\n", StandardOpenOption.APPEND);
        out.getBuffer().setLength(0);
        assertThat(run("replay", "--ticks", ticks().toString(), "--home", folder.toString(), "--json"))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .path("symbols")
                        .path("X")
                        .asInt())
                .isEqualTo(15);
    }

    @Test
    void playsTicksThroughTheEngineToTheReview() throws IOException {
        Path report = folder.resolve("out");
        assertThat(run("replay", "--ticks", ticks().toString(), "--out", report.toString(), "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("label").asText()).isEqualTo("HISTORICAL_REPLAY");
        assertThat(json.path("symbols").path("X").asInt()).isEqualTo(21);
        assertThat(json.path("signals").asInt()).isEqualTo(1);
        assertThat(report.resolve("candles.csv"))
                .content()
                .hasLineCount(22)
                .contains("X,NSE,2025-01-01T09:35:00+05:30,100.00,101.00,100.00,100.90,3000,");
        assertThat(report.resolve("signals.csv")).content().isEqualTo("""
                symbol,timestamp,price,vwap,hod,hod_dist,rel_vol,confidence
                X,2025-01-01T09:35:00+05:30,100.90,100.082609,101.00,0.099010,2.727273,0.811206
                """);
        assertThat(report.resolve("eod_report_2025-01-01.md")).content().contains("1 signal\n", "| U | 1 |");
    }

    @Test
    void refusesWithASentence() throws IOException {
        Path empty = Files.writeString(folder.resolve("E.csv"), "timestamp,ltp\n");
        assertThat(run("replay", "--ticks", empty.toString())).isEqualTo(ExitCode.FAILED);
        Path wrong = Files.writeString(folder.resolve("W.csv"), "a,b\n");
        assertThat(run("replay", "--ticks", wrong.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("replay", "--ticks", ticks().toString(), "--speed", "-1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err.toString())
                .contains(
                        "sauda: There are no ticks that can be read in the files",
                        "sauda: No column 'timestamp' was found",
                        "sauda: --speed must not be negative")
                .hasLineCount(3);
    }

    @Test
    void reviewsADayWithoutSignals() throws IOException {
        assertThat(run("review", "--date", "2026-11-20", "--home", folder.toString(), "--json"))
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(out.toString()).path("signals").asInt())
                .isZero();
        assertThat(folder.resolve("reviews/eod_report_2026-11-20.md")).content().contains("0 signals");
    }
}
