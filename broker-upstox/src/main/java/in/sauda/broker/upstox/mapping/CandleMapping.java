package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Candle requests and replies (protocol 2.13).
public final class CandleMapping {
    /// A month and a quarter, whichever months they are made of, and ten years.
    private static final int MONTH_DAYS = 28;

    private static final int QUARTER_DAYS = 89;
    private static final int TEN_YEARS_DAYS = 3_650;

    private CandleMapping() {}

    /// How a width is asked for.
    ///
    /// @param maximumDays longest span of one call
    public record Width(String unit, int interval, int maximumDays) {}

    public static Width width(Timeframe timeframe) {
        return switch (timeframe) {
            case M1 -> new Width("minutes", 1, MONTH_DAYS);
            case M3 -> new Width("minutes", 3, MONTH_DAYS);
            case M5 -> new Width("minutes", 5, MONTH_DAYS);
            case M10 -> new Width("minutes", 10, MONTH_DAYS);
            case M15 -> new Width("minutes", 15, MONTH_DAYS);
            case M30 -> new Width("minutes", 30, QUARTER_DAYS);
            case H1 -> new Width("hours", 1, QUARTER_DAYS);
            case D1 -> new Width("days", 1, TEN_YEARS_DAYS);
        };
    }

    /// First and last day of one call, both included.
    public record Days(LocalDate from, LocalDate to) {}

    /// The days of a span before today, oldest first, in pieces the broker allows.
    public static List<Days> history(Timeframe timeframe, long fromMillis, long toMillis, LocalDate today) {
        LocalDate from = IndiaTime.date(fromMillis);
        LocalDate asked = IndiaTime.date(toMillis - 1);
        LocalDate last = asked.isBefore(today) ? asked : today.minusDays(1);
        List<Days> pieces = new ArrayList<>();
        while (!from.isAfter(last)) {
            LocalDate end = from.plusDays(width(timeframe).maximumDays() - 1L);
            pieces.add(new Days(from, end.isBefore(last) ? end : last));
            from = end.plusDays(1);
        }
        return pieces;
    }

    /// Candles of a reply that start in {@code [fromMillis, toMillis)}, in the reply's order, which is newest
    /// first.
    ///
    /// @param volume false for an index, which has none
    /// @throws UnreadableException when a row makes no sense
    public static List<Candle> candles(JsonNode data, int decimals, boolean volume, long fromMillis, long toMillis) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data.path("candles"))) {
            if (!row.isArray() || row.size() < 6) {
                throw new UnreadableException("a candle has " + row.size() + " values instead of seven");
            }
            long start = WireValues.offsetStamp(row.get(0).asText());
            if (start >= fromMillis && start < toMillis) {
                candles.add(new Candle(
                        start,
                        price(row.get(1), decimals),
                        price(row.get(2), decimals),
                        price(row.get(3), decimals),
                        price(row.get(4), decimals),
                        volume ? WireValues.decimalOf(row.get(5), "volume").longValue() : -1,
                        Candle.HISTORY));
            }
        }
        return candles;
    }

    private static long price(JsonNode node, int decimals) {
        return WireValues.fixed(WireValues.decimalOf(node, "a candle's price"), decimals, "a candle's price");
    }
}
