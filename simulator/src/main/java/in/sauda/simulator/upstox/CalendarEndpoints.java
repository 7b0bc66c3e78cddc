package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.simulator.angel.Json;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the markets are doing, and on which days and hours they trade (protocol 2.15), by the simulated calendar. It
/// knows no evening session on a holiday.
final class CalendarEndpoints {
    private static final Map<String, SessionClass> EXCHANGES = exchanges();

    private final TradingCalendar calendar = TradingCalendar.bundled();
    private final MarketClock clock;

    CalendarEndpoints(MarketClock clock) {
        this.clock = clock;
    }

    private static Map<String, SessionClass> exchanges() {
        Map<String, SessionClass> all = new LinkedHashMap<>();
        all.put("NSE", SessionClass.CASH);
        all.put("NFO", SessionClass.EQUITY_OPTIONS);
        all.put("CDS", SessionClass.CURRENCY);
        all.put("BSE", SessionClass.CASH);
        all.put("BFO", SessionClass.EQUITY_OPTIONS);
        all.put("BCD", SessionClass.CURRENCY);
        all.put("MCX", SessionClass.COMMODITY);
        all.put("NSCOM", SessionClass.COMMODITY);
        return all;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("GET", "/v2/market/status/", "status", this::status),
                new Endpoint("GET", "/v2/market/holidays", "holidays", call -> year()),
                new Endpoint("GET", "/v2/market/holidays/", "holidays", call -> day(date(call))),
                new Endpoint("GET", "/v2/market/timings/", "timings", call -> timings(date(call))));
    }

    private JsonNode status(Endpoint.Call call) throws ApiError {
        String exchange = call.rest().isEmpty() ? "" : call.rest().getFirst();
        SessionClass market = EXCHANGES.get(exchange);
        if (market == null) {
            throw ApiError.bad("UDAPI1089", "The exchange is invalid");
        }
        long now = clock.millis();
        LocalDate today = IndiaTime.date(now);
        Phase phase = calendar.phaseAt(market, now);
        long since = calendar.phases(market, today).stream()
                .flatMap(span -> List.of(span.start(), span.end()).stream())
                .mapToLong(moment -> IndiaTime.epochMillis(today, moment))
                .filter(moment -> moment <= now)
                .max()
                .orElse(IndiaTime.epochMillis(today, LocalTime.MIDNIGHT));
        return Json.object()
                .put("exchange", exchange)
                .put(
                        "status",
                        switch (phase) {
                            case PRE_OPEN -> "PRE_OPEN_START";
                            case CONTINUOUS -> "NORMAL_OPEN";
                            case CLOSING_AUCTION -> "CTS_CLOSE";
                            case POST_CLOSE -> "CLOSING_START";
                            case CLOSED -> "NORMAL_CLOSE";
                        })
                .put("last_updated", since);
    }

    private static LocalDate date(Endpoint.Call call) throws ApiError {
        try {
            return LocalDate.parse(call.rest().isEmpty() ? "" : call.rest().getFirst());
        } catch (DateTimeException notADate) {
            throw ApiError.bad("UDAPI1088", "Invalid date");
        }
    }

    private JsonNode year() {
        ArrayNode rows = Json.array();
        LocalDate first = LocalDate.of(IndiaTime.date(clock.millis()).getYear(), 1, 1);
        first.datesUntil(first.plusYears(1)).flatMap(day -> row(day).stream()).forEach(rows::add);
        return rows;
    }

    private JsonNode day(LocalDate day) {
        ArrayNode rows = Json.array();
        row(day).ifPresent(rows::add);
        return rows;
    }

    /// A holiday is a weekday without trading.
    private Optional<ObjectNode> row(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend || calendar.isTradingDay(day)) {
            return Optional.empty();
        }
        ObjectNode row = Json.object()
                .put("date", day.toString())
                .put("description", "Trading holiday")
                .put("holiday_type", "TRADING_HOLIDAY");
        EXCHANGES.keySet().forEach(row.putArray("closed_exchanges")::add);
        row.putArray("open_exchanges");
        return Optional.of(row);
    }

    private JsonNode timings(LocalDate day) {
        ArrayNode rows = Json.array();
        EXCHANGES.forEach((exchange, market) -> calendar.phases(market, day).stream()
                .filter(span -> span.phase() == Phase.CONTINUOUS)
                .forEach(span -> rows.add(hours(exchange, day, span))));
        return rows;
    }

    private static ObjectNode hours(String exchange, LocalDate day, PhaseSpan span) {
        return Json.object()
                .put("exchange", exchange)
                .put("start_time", IndiaTime.epochMillis(day, span.start()))
                .put("end_time", IndiaTime.epochMillis(day, span.end()));
    }
}
