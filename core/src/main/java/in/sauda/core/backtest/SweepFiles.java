package in.sauda.core.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A sweep as text: {@code sweep.csv} and the object of the command line's JSON. The same sweep twice gives the same
/// bytes.
public final class SweepFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SweepFiles() {}

    /// Writes {@code sweep.csv} into a folder, whole or not at all.
    public static void write(Path folder, ParameterSweep.Result result) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("sweep.csv.part");
        Files.writeString(part, csv(result), StandardCharsets.UTF_8);
        Files.move(part, folder.resolve("sweep.csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    public static String csv(ParameterSweep.Result result) {
        StringBuilder text = new StringBuilder("run,")
                .append(String.join(",", result.keys()))
                .append(",signals,trades,wins,net,profit_factor,max_drawdown,first_half_trades,first_half_net,"
                        + "second_half_trades,second_half_net\n");
        for (SweepRun run : result.runs()) {
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(run.number()));
            cells.addAll(run.values().values());
            cells.add(Integer.toString(run.signals()));
            cells.add(Integer.toString(run.whole().trades()));
            cells.add(Integer.toString(run.whole().wins()));
            cells.add(rupees(run.whole().netPaise()));
            cells.add(factor(run.whole()));
            cells.add(rupees(run.whole().drawdownPaise()));
            cells.add(Integer.toString(run.firstHalf().trades()));
            cells.add(rupees(run.firstHalf().netPaise()));
            cells.add(Integer.toString(run.secondHalf().trades()));
            cells.add(rupees(run.secondHalf().netPaise()));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    public static ObjectNode json(ParameterSweep.Result result) {
        ObjectNode json = JSON.createObjectNode();
        json.put("middle", BacktestSummary.stamp(result.middleMillis()));
        ArrayNode runs = json.putArray("runs");
        for (SweepRun run : result.runs()) {
            ObjectNode row = runs.addObject();
            row.put("run", run.number());
            ObjectNode values = row.putObject("parameters");
            run.values().forEach(values::put);
            row.put("signals", run.signals());
            row.put("trades", run.whole().trades());
            row.put("net", new BigDecimal(rupees(run.whole().netPaise())));
            row.put("first_half_net", new BigDecimal(rupees(run.firstHalf().netPaise())));
            row.put("second_half_net", new BigDecimal(rupees(run.secondHalf().netPaise())));
            row.put("max_drawdown", new BigDecimal(rupees(run.whole().drawdownPaise())));
        }
        SweepVerdict verdict = result.verdict();
        ObjectNode words = json.putObject("best_of_first_half");
        words.put("run", verdict.chosen());
        words.put("rank_on_second_half", verdict.rankSecond());
        words.put(
                "rank_correlation",
                Double.isNaN(verdict.correlation())
                        ? null
                        : BigDecimal.valueOf(verdict.correlation()).setScale(2, RoundingMode.HALF_UP));
        verdict.warnings().forEach(json.putArray("overfitting_warnings")::add);
        return json;
    }

    /// The swept values in a few words.
    public static String words(SweepRun run) {
        return run.values().entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String rupees(long paise) {
        return BigDecimal.valueOf(paise, 2).toPlainString();
    }

    private static String factor(Performance performance) {
        Double factor = performance.profitFactor();
        return factor == null
                ? ""
                : BigDecimal.valueOf(factor).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
