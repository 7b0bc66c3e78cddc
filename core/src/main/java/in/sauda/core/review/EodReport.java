package in.sauda.core.review;

import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The review as Markdown, with room for what the reviewer learned, and as a page for a browser.
public final class EodReport {
    static final String LEARNING = "## What was learned";
    private static final List<String> RULES = List.of(
            "No change of the logic during the day",
            "No indicator added during the observation",
            "Learning before profit and loss");

    private EodReport() {}

    /// @param earlier an earlier version of the report, whose learning lines and checked boxes are kept; empty for none
    public static String markdown(EodReview review, String earlier) {
        StringBuilder text = new StringBuilder();
        text.append("# End of day ").append(review.date()).append("\n\n");
        int signals = review.observations().size();
        text.append(signals).append(signals == 1 ? " signal\n\n" : " signals\n\n");
        text.append("| Bucket | Signals | Meaning |\n|---|---:|---|\n");
        review.buckets()
                .forEach((bucket, count) -> text.append("| ")
                        .append(bucket)
                        .append(" | ")
                        .append(count)
                        .append(" | ")
                        .append(bucket.meaning())
                        .append(" |\n"));
        text.append("\nMean confidence: clean ").append(figure(review.meanConfidence(Outcome.CLEAN)));
        text.append(", false ")
                .append(figure(review.meanConfidence(Outcome.FALSE)))
                .append("\n\n");
        text.append("Most false signals: ").append(worst(review)).append("\n\n");
        text.append("## Signals\n\n| Time | Symbol | Price | After 15 min | Outcome | Bucket | Confidence |\n");
        text.append("|---|---|---:|---:|---|---|---:|\n");
        for (Observation each : review.observations()) {
            text.append(row(each));
        }
        text.append('\n').append(LEARNING).append("\n\n");
        learned(earlier).forEach(line -> text.append(line).append('\n'));
        text.append("\n## Rules of the house\n\n");
        for (String rule : RULES) {
            text.append(earlier.contains("- [x] " + rule) ? "- [x] " : "- [ ] ")
                    .append(rule)
                    .append('\n');
        }
        return text.toString();
    }

    private static String row(Observation each) {
        return String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s | %.2f |",
                        IndiaTime.time(each.signal().candleMillis()),
                        each.signal().instrument().symbol(),
                        each.signal().instrument().rupees(each.signal().price()),
                        Double.isNaN(each.changePercent())
                                ? "–"
                                : String.format(Locale.ROOT, "%+.2f %%", each.changePercent()),
                        each.outcome().label(),
                        each.bucket(),
                        each.signal().confidence())
                + '\n';
    }

    private static String worst(EodReview review) {
        List<String> names = review.worstSymbols().stream()
                .map(failing -> failing.symbol() + " (" + failing.falseSignals() + ")")
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static List<String> learned(String earlier) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : earlier.lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.equals(LEARNING);
            } else if (inside && !line.isBlank()) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? List.of("1. ", "2. ", "3. ") : lines;
    }

    /// The Markdown's content as one page without outside references.
    public static String html(EodReview review, String markdown) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>End of day</title><style>
                body{font:14px/1.5 system-ui,sans-serif;max-width:900px;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{border-bottom:1px solid #d8dee4;padding:.2rem .7rem}
                </style></head><body>
                """);
        boolean table = false;
        for (String line : markdown.lines().toList()) {
            boolean row = line.startsWith("|");
            if (row != table) {
                page.append(row ? "<table>\n" : "</table>\n");
                table = row;
            }
            page.append(row ? tableRow(line) : block(line));
        }
        return page.append(table ? "</table>\n" : "")
                .append("<p>")
                .append(review.date())
                .append("</p></body></html>\n")
                .toString();
    }

    private static String tableRow(String line) {
        if (line.startsWith("|---")) {
            return "";
        }
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
            row.append("<td>").append(escaped(cell.strip())).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String block(String line) {
        if (line.isBlank()) {
            return "";
        }
        if (line.startsWith("## ")) {
            return "<h2>" + escaped(line.substring(3)) + "</h2>\n";
        }
        return line.startsWith("# ")
                ? "<h1>" + escaped(line.substring(2)) + "</h1>\n"
                : "<p>" + escaped(line.replace("- [x]", "☑").replace("- [ ]", "☐")) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
