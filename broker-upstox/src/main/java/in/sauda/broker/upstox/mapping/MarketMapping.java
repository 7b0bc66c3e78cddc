package in.sauda.broker.upstox.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.MarketInformation.Holiday;
import in.sauda.core.broker.MarketInformation.Hours;
import in.sauda.core.broker.MarketInformation.Status;
import in.sauda.core.domain.Segment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Market status, holidays and hours (protocol 2.15). The kind of a holiday is not looked at: only its lists of open
/// and closed exchanges tell who trades.
public final class MarketMapping {
    private static final String OPEN = "NORMAL_OPEN";
    private static final String SETTLEMENT = "SETTLEMENT_HOLIDAY";

    private MarketMapping() {}

    /// The broker's short name of a market.
    public static String exchange(Segment segment) {
        return segment == Segment.NCO ? "NSCOM" : segment.name();
    }

    private static Optional<Segment> segment(String exchange) {
        return Arrays.stream(Segment.values())
                .filter(segment -> exchange(segment).equals(exchange))
                .findFirst();
    }

    /// @throws UnreadableException when there is no status
    public static Status status(Segment segment, JsonNode data) {
        String words = WireValues.required(data, "status");
        return new Status(segment, words, words.equals(OPEN), WireValues.whole(data, "last_updated"));
    }

    /// @throws UnreadableException when a row makes no sense
    public static List<Holiday> holidays(JsonNode data) {
        return WireValues.rows(data).stream()
                .filter(row -> !WireValues.text(row, "holiday_type").equals(SETTLEMENT))
                .map(MarketMapping::holiday)
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    private static Holiday holiday(JsonNode row) {
        Set<Segment> closed = EnumSet.noneOf(Segment.class);
        for (JsonNode exchange : WireValues.rows(row.path("closed_exchanges"))) {
            segment(exchange.asText()).ifPresent(closed::add);
        }
        return new Holiday(
                date(WireValues.required(row, "date")),
                WireValues.text(row, "description"),
                closed,
                hours(row.path("open_exchanges")));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new UnreadableException(text + " is not a date", notADate);
        }
    }

    /// Markets the terminal does not know are left out.
    ///
    /// @throws UnreadableException when a row makes no sense
    public static List<Hours> hours(JsonNode data) {
        List<Hours> hours = new ArrayList<>();
        for (JsonNode row : WireValues.rows(data)) {
            Optional<Segment> segment = segment(WireValues.text(row, "exchange"));
            if (segment.isPresent()) {
                hours.add(new Hours(
                        segment.get(), WireValues.whole(row, "start_time"), WireValues.whole(row, "end_time")));
            }
        }
        return hours;
    }
}
