package in.sauda.core.review;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.review.Observation.ReviewerNotes;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The observation log as CSV with the 17 columns of note 002. What a reviewer typed into an earlier version is kept.
public final class ObservationLog {
    private static final String HEADER = "timestamp,symbol,signal_type,confidence,reason,price_t0,price_t5,price_t15,"
            + "volume_t0,volume_t5_change,volume_continuation,market_index_trend,vix,outcome,classification,"
            + "reviewer_notes,screenshot_path";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int COLUMNS = 17;
    private static final int CLASSIFICATION = 14;

    private ObservationLog() {}

    /// The whole file. Index trend and VIX stay empty: the engine does not watch them yet.
    public static String csv(List<Observation> observations) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Observation observation : observations) {
            Signal signal = observation.signal();
            int decimals = signal.instrument().priceDecimals();
            List<String> cells = List.of(
                    stamp(signal.candleMillis()),
                    signal.instrument().symbol(),
                    signal.type(),
                    rounded(signal.confidence(), 6),
                    signal.reason(),
                    price(signal.price(), decimals),
                    observation.after5() == null
                            ? ""
                            : price(observation.after5().close(), decimals),
                    observation.after15() == null
                            ? ""
                            : price(observation.after15().close(), decimals),
                    String.valueOf(signal.volume()),
                    rounded(observation.volumeChangePercent(), 2),
                    observation.after5() == null ? "" : observation.surge() ? "Surge" : "Steady",
                    "",
                    "",
                    observation.outcome().label(),
                    observation.notes().classification(),
                    observation.notes().notes(),
                    observation.notes().screenshot());
            for (int i = 0; i < cells.size(); i++) {
                text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String stamp(long millis) {
        return IndiaTime.date(millis) + "T" + IndiaTime.time(millis).format(SECONDS) + "+05:30";
    }

    private static String price(long price, int decimals) {
        return FixedPoint.toRupees(price, decimals).toPlainString();
    }

    private static String rounded(double value, int decimals) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /// What people typed into an earlier file, by {@link #key}.
    public static Map<String, ReviewerNotes> notes(String csv) {
        Map<String, ReviewerNotes> notes = new HashMap<>();
        for (List<String> row : rows(csv)) {
            if (row.size() == COLUMNS && !row.getFirst().equals("timestamp")) {
                notes.put(
                        row.get(0) + ' ' + row.get(1) + ' ' + row.get(2),
                        new ReviewerNotes(
                                row.get(CLASSIFICATION), row.get(CLASSIFICATION + 1), row.get(CLASSIFICATION + 2)));
            }
        }
        return notes;
    }

    /// Names a signal across versions of the file.
    public static String key(Signal signal) {
        return stamp(signal.candleMillis()) + ' ' + signal.instrument().symbol() + ' ' + signal.type();
    }

    /// Cells may hold commas, quotation marks and line ends.
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
