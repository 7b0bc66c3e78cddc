package in.sauda.core.diagnostics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.secrets.Redaction;
import java.util.List;
import java.util.Locale;

/// Results of checks as text and as JSON, without any secret.
public final class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    /// One line a check, and one more for what to do.
    public static String text(List<CheckResult> results) {
        StringBuilder text = new StringBuilder();
        for (CheckResult result : results) {
            Finding finding = result.finding();
            text.append(String.format(
                    Locale.ROOT, "%-7s  %-20s  %s%n", finding.outcome(), result.title(), finding.sentence()));
            if (!finding.nextStep().isEmpty()) {
                text.append(String.format(Locale.ROOT, "%-7s  %-20s  → %s%n", "", "", finding.nextStep()));
            }
        }
        return Redaction.clean(text.toString());
    }

    public static String json(List<CheckResult> results) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode checks = root.putArray("checks");
        for (CheckResult result : results) {
            checks.addObject()
                    .put("id", result.id())
                    .put("title", result.title())
                    .put("outcome", result.finding().outcome().name().toLowerCase(Locale.ROOT))
                    .put("finding", Redaction.clean(result.finding().sentence()))
                    .put("nextStep", Redaction.clean(result.finding().nextStep()))
                    .put("millis", result.millis());
        }
        root.put("failed", failed(results));
        return root.toPrettyString();
    }

    public static long failed(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.finding().outcome() == Finding.Outcome.FAILED)
                .count();
    }
}
