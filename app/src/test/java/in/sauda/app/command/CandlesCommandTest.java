package in.sauda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Candles into the store of a home and out again, with its gaps and comparisons, and a backtest over them.
class CandlesCommandTest {
    private static final String MASTER = """
            [{"token":"2885","symbol":"RELIANCE-EQ","name":"RELIANCE","expiry":"","strike":"-1.000000","lotsize":"1",
              "instrumenttype":"","exch_seg":"NSE","tick_size":"5.000000"},
             {"token":"1594","symbol":"INFY-EQ","name":"INFY","expiry":"","strike":"-1.000000","lotsize":"1",
              "instrumenttype":"","exch_seg":"NSE","tick_size":"5.000000"}]
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path candles = Path.of("");
    private String out = "";
    private String err = "";

    /// 40 minutes of two days, 09:20 and 09:21 of the first one missing.
    @BeforeEach
    void prepare() throws IOException {
        Path master = Files.writeString(folder.resolve("master.json"), MASTER);
        assertThat(run("instruments", "import", master.toString())).isEqualTo(ExitCode.OK);
        StringBuilder text = new StringBuilder("symbol,date,time,open,high,low,close,volume,oi\n");
        for (String day : List.of("20250106", "20250107")) {
            for (int minute = 15; minute < 55; minute++) {
                if (day.equals("20250107") || (minute != 20 && minute != 21)) {
                    boolean spike = minute == 45;
                    text.append(String.format(
                            "RELIANCE,%s,09:%02d,100,%s,99.5,%s,%d,0%n",
                            day, minute, spike ? "101" : "100.5", spike ? "100.9" : "100", spike ? 3_000 : 1_000));
                }
            }
        }
        text.append("NOSUCH,20250106,09:15,1,1,1,1,1,0\n");
        candles = Files.writeString(folder.resolve("X.csv"), text);
    }

    private int run(String... args) {
        StringWriter told = new StringWriter();
        StringWriter refused = new StringWriter();
        CommandLine command = SaudaCommand.commandLine();
        command.setOut(new PrintWriter(told, true));
        command.setErr(new PrintWriter(refused, true));
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve("home").toString();
        int code = command.execute(all);
        out = told.toString();
        err = refused.toString();
        return code;
    }

    private int imported() {
        return run(
                "candles", "import", candles.toString(), "--columns", "symbol,date,time,open,high,low,close,volume,-");
    }

    @Test
    void importsWhatItKnowsAndNamesWhatItDoesNot() throws IOException {
        assertThat(imported()).as(err).isEqualTo(ExitCode.OK);
        var json = new ObjectMapper().readTree(out);
        assertThat(json.path("candles").path("RELIANCE-EQ").asInt()).isEqualTo(78);
        assertThat(json.path("unknown_symbols").get(0).asText()).isEqualTo("NOSUCH");
    }

    @Test
    void exportsExactlyWhatWasImported() throws IOException {
        imported();
        Path file = folder.resolve("out/all.csv");
        assertThat(run("candles", "export", "--from", "2025-01-06", "--out", file.toString()))
                .isEqualTo(ExitCode.OK);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(39);
        assertThat(lines.get(0)).isEqualTo("symbol,exchange,timestamp,open,high,low,close,volume");
        assertThat(lines.get(1)).isEqualTo("RELIANCE-EQ,NSE,2025-01-06T09:15:00+05:30,100.00,100.50,99.50,100.00,1000");
        assertThat(folder.resolve("out/all.csv.part")).doesNotExist();
    }

    @Test
    void listsTheMissingMinutes() {
        imported();
        assertThat(run("candles", "gaps", "--from", "2025-01-06", "--json")).isEqualTo(ExitCode.OK);
        assertThat(out.lines())
                .contains("{\"symbol\":\"RELIANCE-EQ\",\"date\":\"2025-01-06\","
                        + "\"from\":\"2025-01-06T09:20:00+05:30\",\"minutes\":2}")
                .hasSize(2);
        assertThat(run("candles", "gaps", "--from", "2025-01-08")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("No candles of such instruments are stored");
    }

    @Test
    void saysThatNoDayWasComparedYet() {
        imported();
        assertThat(run("candles", "parity", "--from", "2025-01-06")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("No comparison of these days is stored");
    }

    @Test
    void aBacktestOverStoredCandlesIsTheOneOverTheirFile() throws IOException {
        imported();
        Path fromStore = folder.resolve("store");
        Path fromFile = folder.resolve("file");
        assertThat(run(
                        "backtest",
                        "--stored",
                        "--from",
                        "2025-01-06",
                        "--to",
                        "2025-01-07",
                        "--strategy",
                        "momentum-v0",
                        "--out",
                        fromStore.toString(),
                        "--json"))
                .as(err)
                .isEqualTo(ExitCode.OK);
        assertThat(new ObjectMapper().readTree(out).path("signals").asInt()).isPositive();
        assertThat(run(
                        "backtest",
                        "--candles",
                        candles.toString(),
                        "--bar-label",
                        "start",
                        "--symbol",
                        "RELIANCE",
                        "--strategy",
                        "momentum-v0",
                        "--out",
                        fromFile.toString(),
                        "--json"))
                .as(err)
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(fromStore.resolve("trades.csv")).replace("RELIANCE-EQ", "RELIANCE"))
                .isEqualTo(Files.readString(fromFile.resolve("trades.csv")));
    }

    @Test
    void aSweepPrintsItsRunsAndWhatSpeaksAgainstThem() throws IOException {
        imported();
        Path folderOut = folder.resolve("sweep");
        assertThat(run(
                        "backtest",
                        "--stored",
                        "--from",
                        "2025-01-06",
                        "--to",
                        "2025-01-07",
                        "--sweep",
                        "volMultiplier=1.5..2.5:0.5",
                        "--sweep",
                        "holdMinutes=2,5",
                        "--out",
                        folderOut.toString()))
                .as(err)
                .isEqualTo(ExitCode.OK);
        assertThat(out)
                .startsWith("6 runs")
                .contains("volMultiplier 2.5, holdMinutes 5")
                .contains("Over-fitting: Only 1 trade stands");
        assertThat(Files.readAllLines(folderOut.resolve("sweep.csv"))).hasSize(7);
    }

    @Test
    void theCalendarOfTheDataFolderIsShownCheckedAndUsed() throws IOException {
        assertThat(run("calendar", "show", "--date", "2026-11-08")).isEqualTo(ExitCode.OK);
        assertThat(out)
                .contains("Sunday 2026-11-08")
                .contains("Special session: Muhurat")
                .contains("18:00-19:15");
        assertThat(run("calendar", "show", "--date", "2027-01-26")).isEqualTo(ExitCode.OK);
        assertThat(out).contains("no holidays are known for 2027");
        assertThat(run("calendar", "export")).isEqualTo(ExitCode.OK);
        Path own = folder.resolve("home/calendar.csv");
        Files.writeString(own, Files.readString(own) + "holiday,2027-01-26,Republic Day\n");
        assertThat(run("calendar", "check")).isEqualTo(ExitCode.OK);
        assertThat(run("calendar", "show", "--date", "2027-01-26")).isEqualTo(ExitCode.OK);
        assertThat(out).contains("holiday: Republic Day").contains("data folder's own");
        Files.writeString(own, Files.readString(own) + "holiday,someday,Republic Day\n");
        assertThat(run("calendar", "check")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("Line ").contains("'someday' where a day like");
        assertThat(run("calendar", "show", "--date", LocalDate.of(2027, 1, 26).toString()))
                .isEqualTo(ExitCode.FAILED);
    }
}
