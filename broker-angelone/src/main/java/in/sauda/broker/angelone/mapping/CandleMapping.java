package in.sauda.broker.angelone.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.OffsetStamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Requests and replies of getCandleData.
public final class CandleMapping {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(IndiaTime.ZONE);
    private static final long MINUTE_MILLIS = Timeframe.M1.millis();
    private static final long DAY_MILLIS = Timeframe.D1.millis();
    private static final int COLUMNS = 6;

    private CandleMapping() {}

    /// The broker's name of an interval.
    public static String interval(Timeframe timeframe) {
        return switch (timeframe) {
            case M1 -> "ONE_MINUTE";
            case M3 -> "THREE_MINUTE";
            case M5 -> "FIVE_MINUTE";
            case M10 -> "TEN_MINUTE";
            case M15 -> "FIFTEEN_MINUTE";
            case M30 -> "THIRTY_MINUTE";
            case H1 -> "ONE_HOUR";
            case D1 -> "ONE_DAY";
        };
    }

    /// Longest span of one request in days (documented by the broker, repeated identically by three clients).
    public static int maxDays(Timeframe timeframe) {
        return switch (timeframe) {
            case M1 -> 30;
            case M3 -> 60;
            case M5, M10 -> 100;
            case M15, M30 -> 200;
            case H1 -> 400;
            case D1 -> 2000;
        };
    }

    /// A half-open span in epoch milliseconds.
    public record Span(long fromMillis, long toMillis) {}

    /// Cuts a span into pieces the broker accepts, oldest first.
    public static List<Span> spans(Timeframe timeframe, long fromMillis, long toMillis) {
        long step = maxDays(timeframe) * DAY_MILLIS;
        List<Span> spans = new ArrayList<>();
        for (long from = fromMillis; from < toMillis; from += step) {
            spans.add(new Span(from, Math.min(from + step, toMillis)));
        }
        return spans;
    }

    /// The request for one span. The broker counts whole minutes, includes the last one and refuses an empty
    /// range (AB1004), so the answer may hold more than was asked and is filtered by {@link #candles}.
    public static ObjectNode request(Instrument instrument, Timeframe timeframe, Span span) {
        long lastMinute = Math.floorDiv(span.toMillis() - 1, MINUTE_MILLIS) * MINUTE_MILLIS;
        long firstMinute = Math.floorDiv(span.fromMillis(), MINUTE_MILLIS) * MINUTE_MILLIS;
        return JsonNodeFactory.instance
                .objectNode()
                .put("exchange", instrument.segment().name())
                .put("symboltoken", instrument.token())
                .put("interval", interval(timeframe))
                .put("fromdate", minute(firstMinute))
                .put("todate", minute(Math.max(lastMinute, firstMinute + MINUTE_MILLIS)));
    }

    private static String minute(long epochMillis) {
        return MINUTE.format(Instant.ofEpochMilli(epochMillis));
    }

    /// Candles of a reply that start inside the span, in the order of the reply. An index trades nothing, so
    /// its volume is unknown rather than 0.
    ///
    /// @throws UnreadableException when a row is not a candle
    public static List<Candle> candles(JsonNode data, Instrument instrument, Span span) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data)) {
            Candle candle = candle(row, instrument);
            if (candle.startMillis() >= span.fromMillis() && candle.startMillis() < span.toMillis()) {
                candles.add(candle);
            }
        }
        return candles;
    }

    private static Candle candle(JsonNode row, Instrument instrument) {
        if (!row.isArray() || row.size() < COLUMNS) {
            throw new UnreadableException("a candle has six columns");
        }
        Candle candle = new Candle(
                start(row.get(0).asText()),
                price(row, 1, instrument),
                price(row, 2, instrument),
                price(row, 3, instrument),
                price(row, 4, instrument),
                instrument.index() ? -1 : WireValues.wholeOf(row.get(5), "volume"),
                Candle.HISTORY);
        if (candle.high() < Math.max(candle.open(), candle.close())
                || candle.low() > Math.min(candle.open(), candle.close())) {
            throw new UnreadableException(
                    "the candle of " + row.get(0).asText() + " has its high or low inside its body");
        }
        return candle;
    }

    private static long price(JsonNode row, int column, Instrument instrument) {
        return WireValues.fixed(
                WireValues.decimalOf(row.get(column), "candle price"), instrument.priceDecimals(), "candle price");
    }

    static long start(String stamp) {
        try {
            return OffsetStamp.epochMillis(stamp);
        } catch (DateTimeException notATime) {
            throw new UnreadableException("candle time " + stamp + " is not a time", notATime);
        }
    }
}
