package in.sauda.core.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// The rule of note 002 once more, written from rules 1.2 and 2.2 in exact decimals and sharing nothing with
/// the engine: what its signals are compared with.
final class BareMomentumRule {
    private static final MathContext EXACT = new MathContext(40);

    private record Bar(LocalDateTime start, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}

    private record Line(LocalDateTime start, String symbol, String text) {}

    private BareMomentumRule() {}

    /// The lines of {@code signals.csv} without its header.
    ///
    /// @param stamp column of the ISO stamp, which is the candle's start
    /// @param first column of the open; high, low, close and volume follow
    static List<String> signals(Path file, int symbol, int stamp, int first) throws IOException {
        Map<String, TreeMap<LocalDateTime, Bar>> bars = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                LocalDateTime start =
                        LocalDateTime.parse(cells[stamp].substring(0, 19).replace(' ', 'T'));
                LocalTime time = start.toLocalTime();
                if (!time.isBefore(LocalTime.of(9, 15)) && time.isBefore(LocalTime.of(15, 30))) {
                    bars.computeIfAbsent(cells[symbol], _ -> new TreeMap<>())
                            .put(
                                    start,
                                    new Bar(
                                            start,
                                            new BigDecimal(cells[first + 1]),
                                            new BigDecimal(cells[first + 2]),
                                            new BigDecimal(cells[first + 3]),
                                            new BigDecimal(cells[first + 4])));
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        bars.forEach((name, series) -> judge(name, List.copyOf(series.values()), lines));
        lines.sort((a, b) -> a.start.equals(b.start) ? a.symbol.compareTo(b.symbol) : a.start.compareTo(b.start));
        return lines.stream().map(Line::text).toList();
    }

    private static void judge(String symbol, List<Bar> bars, List<Line> lines) {
        LocalDate day = LocalDate.MIN;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        BigDecimal dayHigh = BigDecimal.ZERO;
        BigDecimal twenty = BigDecimal.ZERO;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (!bar.start.toLocalDate().equals(day)) {
                day = bar.start.toLocalDate();
                value = BigDecimal.ZERO;
                volume = BigDecimal.ZERO;
                dayHigh = BigDecimal.ZERO;
            }
            BigDecimal typical = bar.high.add(bar.low).add(bar.close).divide(BigDecimal.valueOf(3), EXACT);
            value = value.add(typical.multiply(bar.volume));
            volume = volume.add(bar.volume);
            dayHigh = dayHigh.max(bar.high);
            twenty = twenty.add(bar.volume);
            twenty = i < 20 ? twenty : twenty.subtract(bars.get(i - 20).volume);
            if (i < 19 || volume.signum() == 0) {
                continue;
            }
            if (twenty.signum() == 0) {
                continue;
            }
            BigDecimal vwap = value.divide(volume, EXACT);
            BigDecimal distance =
                    dayHigh.subtract(bar.close).divide(dayHigh, EXACT).movePointRight(2);
            BigDecimal relative = bar.volume.divide(twenty.divide(BigDecimal.valueOf(20), EXACT), EXACT);
            if (bar.close.compareTo(vwap) > 0
                    && distance.compareTo(new BigDecimal("0.5")) <= 0
                    && relative.compareTo(BigDecimal.valueOf(2)) >= 0) {
                lines.add(new Line(bar.start, symbol, line(symbol, bar, vwap, dayHigh, distance, relative)));
            }
        }
    }

    private static String line(
            String symbol, Bar bar, BigDecimal vwap, BigDecimal dayHigh, BigDecimal distance, BigDecimal relative) {
        BigDecimal volume = clamp(relative.divide(BigDecimal.valueOf(2), EXACT).subtract(BigDecimal.ONE));
        BigDecimal nearness = BigDecimal.ONE.subtract(distance.multiply(BigDecimal.valueOf(2)));
        BigDecimal lead =
                clamp(bar.close.divide(vwap, EXACT).subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(200)));
        BigDecimal confidence = new BigDecimal("0.5")
                .add(volume.multiply(new BigDecimal("0.25")))
                .add(nearness.multiply(new BigDecimal("0.15")))
                .add(lead.multiply(new BigDecimal("0.1")));
        return String.join(
                ",",
                symbol,
                bar.start.toLocalDate() + "T" + bar.start.toLocalTime() + ":00+05:30",
                text(bar.close, 2),
                text(vwap, 6),
                text(dayHigh, 2),
                text(distance, 6),
                text(relative, 6),
                text(confidence, 6));
    }

    private static BigDecimal clamp(BigDecimal value) {
        return value.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    private static String text(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
