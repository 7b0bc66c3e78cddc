package in.sauda.core.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.time.IndiaTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A backtest in figures: what went in, what was wrong with it, what came out. Holds no time of day and no path, so the
/// same run twice gives the same bytes.
public final class BacktestSummary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BacktestParameters parameters;
    private final CandleFiles.Content content;
    private final BacktestResult result;

    public BacktestSummary(BacktestParameters parameters, CandleFiles.Content content, BacktestResult result) {
        this.parameters = parameters;
        this.content = content;
        this.result = result;
    }

    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("strategy", parameters.profile().name());
        json.put("locked", parameters.locked());
        ObjectNode inForce = json.putObject("parameters");
        parameters.inForce().forEach((key, value) -> put(inForce, key, value));
        input(json);
        dirt(json.putObject("dirt"));
        warnings().forEach(json.putArray("warnings")::add);
        json.put("signals", result.signals().size());
        json.put("suppressed_signals", result.suppressed());
        ObjectNode skipped = json.putObject("signals_without_trade");
        result.skipped().forEach((reason, count) -> skipped.put(name(reason), count));
        json.set("trades", performance(Performance.of(result.trades())));
        groups(json.putObject("by_setup"), Performance.bySetup(result.trades()));
        groups(json.putObject("by_hour"), Performance.byHour(result.trades()));
        return json;
    }

    private static void put(ObjectNode json, String key, String value) {
        switch (value) {
            case "true", "false" -> json.put(key, Boolean.parseBoolean(value));
            default -> {
                if (value.matches("[-+0-9.eE]+")) {
                    json.put(key, new BigDecimal(value));
                } else {
                    json.put(key, value);
                }
            }
        }
    }

    private void input(ObjectNode json) {
        ArrayNode files = json.putArray("files");
        long rows = 0;
        for (CandleFiles.FileNote note : content.files()) {
            rows += note.rows();
            files.addObject().put("name", note.name()).put("rows", note.rows()).put("bar_label", name(note.label()));
        }
        json.put("rows", rows);
        json.put("candles", content.candles());
        json.put("first", stamp(first()));
        json.put("last", stamp(last()));
        ArrayNode symbols = json.putArray("symbols");
        for (SymbolCandles symbol : content.symbols()) {
            symbols.addObject()
                    .put("symbol", symbol.instrument().symbol())
                    .put("kind", name(symbol.instrument().category()))
                    .put("candles", symbol.candles().size());
        }
    }

    private void dirt(ObjectNode json) {
        content.dirt().counts().forEach((dirt, count) -> {
            ObjectNode entry = json.putObject(name(dirt));
            entry.put("count", count);
            entry.put("meaning", dirt.sentence());
            content.dirt().examples(dirt).forEach(entry.putArray("examples")::add);
        });
    }

    /// What a reader must know before believing the figures.
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warnings.add("Hypothetical: nothing was traded, and past candles say nothing certain about the future.");
        warnings.add("Charges are those in force on each trade's day, on Angel One's plan of today; before October 2024"
                + " NSE's fees are those of that month.");
        if (!content.unknownYears().isEmpty()) {
            warnings.add("The calendar has no holidays for " + joined(content.unknownYears())
                    + "; Monday to Friday counts as trading there.");
        }
        List<String> silent = content.symbols().stream()
                .filter(symbol -> !traded(symbol.candles()))
                .map(symbol -> symbol.instrument().symbol())
                .toList();
        if (!silent.isEmpty()) {
            warnings.add("No volume, so no VWAP and no signals: " + joined(silent) + ".");
        }
        return warnings;
    }

    private static String joined(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return String.join(", ", texts);
    }

    private static boolean traded(CandleArray candles) {
        for (int i = 0; i < candles.size(); i++) {
            if (candles.volume(i) > 0) {
                return true;
            }
        }
        return false;
    }

    private long first() {
        return content.symbols().stream()
                .filter(symbol -> symbol.candles().size() > 0)
                .mapToLong(symbol -> symbol.candles().startMillis(0))
                .min()
                .orElse(0);
    }

    private long last() {
        return content.symbols().stream()
                .filter(symbol -> symbol.candles().size() > 0)
                .mapToLong(
                        symbol -> symbol.candles().startMillis(symbol.candles().size() - 1))
                .max()
                .orElse(0);
    }

    private static void groups(ObjectNode json, Map<String, Performance> groups) {
        groups.forEach((name, group) -> json.set(name, performance(group)));
    }

    private static ObjectNode performance(Performance figures) {
        ObjectNode json = JSON.createObjectNode();
        json.put("count", figures.trades());
        json.put("wins", figures.wins());
        json.put("win_rate_percent", rounded(figures.winPercent()));
        json.put("gross", rupees(figures.grossPaise()));
        json.put("charges", rupees(figures.chargesPaise()));
        json.put("net", rupees(figures.netPaise()));
        json.put("expectancy", rounded(figures.expectancyPaise() / 100));
        Double factor = figures.profitFactor();
        json.put("profit_factor", factor == null ? null : rounded(factor));
        json.put("max_drawdown", rupees(figures.drawdownPaise()));
        json.put("average_minutes", rounded(figures.averageMinutes()));
        return json;
    }

    private static BigDecimal rupees(long paise) {
        return BigDecimal.valueOf(paise, 2);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// ISO with India's offset.
    static String stamp(long millis) {
        return IndiaTime.date(millis) + "T" + IndiaTime.time(millis).format(BacktestFiles.SECONDS) + "+05:30";
    }
}
