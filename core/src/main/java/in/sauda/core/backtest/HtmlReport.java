package in.sauda.core.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The backtest as one page that needs nothing but a browser: figures, equity curve, groups, dirt, parameters.
final class HtmlReport {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 260;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Sauda backtest</title>
            <style>
            body{font:14px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:1000px;padding:0 1rem;color:#1b1f24;background:#fff}
            h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            th,td{padding:.25rem .6rem;border-bottom:1px solid #d8dee4;text-align:right}
            th:first-child,td:first-child,td.text,th.text{text-align:left}
            .warning{background:#fff4d6;border-left:4px solid #b7791f;padding:.4rem .8rem;margin:.3rem 0}
            .figures{display:flex;flex-wrap:wrap;gap:.6rem}.figures div{border:1px solid #d8dee4;border-radius:6px;padding:.5rem .9rem}
            .figures b{display:block;font-size:1.15rem;font-variant-numeric:tabular-nums}
            svg{width:100%;height:auto;border:1px solid #d8dee4;border-radius:6px}
            @media (prefers-color-scheme:dark){body{background:#15181c;color:#dfe4ea}th,td,.figures div,svg{border-color:#343b44}.warning{background:#3a3118}}
            </style></head><body>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private HtmlReport() {}

    static String of(ObjectNode summary, BacktestResult result, TradePlan plan) {
        return new HtmlReport().write(summary, result, plan);
    }

    private String write(ObjectNode summary, BacktestResult result, TradePlan plan) {
        page.append("<h1>Backtest of ")
                .append(text(summary, "strategy"))
                .append("</h1>\n<p>")
                .append(text(summary, "candles"))
                .append(" candles of ")
                .append(summary.path("symbols").size())
                .append(" symbols, ")
                .append(text(summary, "first"))
                .append(" to ")
                .append(text(summary, "last"))
                .append("</p>\n");
        summary.path("warnings")
                .forEach(warning -> page.append("<p class=\"warning\">")
                        .append(escaped(warning.asText()))
                        .append("</p>\n"));
        figures(summary);
        curve(Performance.equity(result.trades(), plan.capitalPaise()), plan.capitalPaise());
        groups("By setup", "Setup", summary.path("by_setup"));
        groups("By hour of entry", "Hour", summary.path("by_hour"));
        dirt(summary.path("dirt"));
        pairs("Signals without a trade", summary.path("signals_without_trade"));
        pairs("Parameters", summary.path("parameters"));
        return page.append("</body></html>\n").toString();
    }

    private void figures(JsonNode summary) {
        JsonNode trades = summary.path("trades");
        page.append("<div class=\"figures\">");
        figure("Signals", text(summary, "signals"));
        figure("Trades", text(trades, "count"));
        figure("Won", text(trades, "win_rate_percent") + " %");
        figure("Gross ₹", text(trades, "gross"));
        figure("Charges ₹", text(trades, "charges"));
        figure("Net ₹", text(trades, "net"));
        figure("A trade ₹", text(trades, "expectancy"));
        figure("Profit factor", trades.path("profit_factor").isNull() ? "–" : text(trades, "profit_factor"));
        figure("Largest drawdown ₹", text(trades, "max_drawdown"));
        figure("Minutes held", text(trades, "average_minutes"));
        page.append("</div>\n");
    }

    private void figure(String name, String value) {
        page.append("<div>").append(name).append("<b>").append(value).append("</b></div>");
    }

    private void curve(List<Performance.EquityPoint> points, long capital) {
        page.append("<h2>Equity after charges</h2>\n");
        if (points.isEmpty()) {
            page.append("<p>No trades.</p>\n");
            return;
        }
        long lowest = capital;
        long highest = capital;
        for (Performance.EquityPoint point : points) {
            lowest = Math.min(lowest, point.equityPaise());
            highest = Math.max(highest, point.equityPaise());
        }
        double scale = highest == lowest ? 0 : (HEIGHT - 40.0) / (highest - lowest);
        StringBuilder line = new StringBuilder(at(0, HEIGHT - 20 - (capital - lowest) * scale));
        for (int i = 0; i < points.size(); i++) {
            double x = (i + 1.0) * WIDTH / points.size();
            line.append(' ').append(at(x, HEIGHT - 20 - (points.get(i).equityPaise() - lowest) * scale));
        }
        page.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Equity curve\"><polyline fill=\"none\" "
                        + "stroke=\"#2f6feb\" stroke-width=\"1.5\" points=\"%s\"/>"
                        + "<text x=\"6\" y=\"14\" font-size=\"12\" fill=\"currentColor\">%s</text>"
                        + "<text x=\"6\" y=\"%d\" font-size=\"12\" fill=\"currentColor\">%s</text></svg>\n",
                WIDTH,
                HEIGHT,
                line,
                BacktestFiles.paise(highest),
                HEIGHT - 6,
                BacktestFiles.paise(lowest)));
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private void groups(String title, String first, JsonNode groups) {
        if (groups.isEmpty()) {
            return;
        }
        heading(title);
        page.append("<table><tr><th>")
                .append(first)
                .append("</th><th>Trades</th><th>Won %</th><th>Gross</th><th>Charges</th><th>Net</th>"
                        + "<th>A trade</th></tr>\n");
        for (Map.Entry<String, JsonNode> group : groups.properties()) {
            JsonNode figures = group.getValue();
            page.append("<tr><td>").append(escaped(group.getKey())).append("</td>");
            for (String name : List.of("count", "win_rate_percent", "gross", "charges", "net", "expectancy")) {
                page.append("<td>").append(text(figures, name)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void dirt(JsonNode dirt) {
        heading("What was wrong with the data");
        if (dirt.isEmpty()) {
            page.append("<p>Nothing.</p>\n");
            return;
        }
        page.append("<table><tr><th>Kind</th><th>Count</th><th class=\"text\">Meaning</th>"
                + "<th class=\"text\">For example</th></tr>\n");
        for (Map.Entry<String, JsonNode> entry : dirt.properties()) {
            page.append("<tr><td>")
                    .append(escaped(entry.getKey()))
                    .append("</td><td>")
                    .append(text(entry.getValue(), "count"))
                    .append("</td><td class=\"text\">")
                    .append(text(entry.getValue(), "meaning"))
                    .append("</td><td class=\"text\">")
                    .append(escaped(entry.getValue().path("examples").path(0).asText()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void pairs(String title, JsonNode values) {
        if (values.isEmpty()) {
            return;
        }
        heading(title);
        page.append("<table>\n");
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            page.append("<tr><td>")
                    .append(escaped(entry.getKey()))
                    .append("</td><td>")
                    .append(escaped(entry.getValue().asText()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void heading(String title) {
        page.append("<h2>").append(title).append("</h2>\n");
    }

    private static String text(JsonNode node, String name) {
        return escaped(node.path(name).asText());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
