package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.CandleMapping;
import in.sauda.broker.upstox.mapping.CandleMapping.Days;
import in.sauda.broker.upstox.mapping.CandleMapping.Width;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.mapping.OptionMapping;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.DerivativesData.InterestPoint;
import in.sauda.core.broker.History;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Past candles: finished days from the history, the rest of the span from the running day's own list, both
/// newest first on the wire.
final class UpstoxHistory implements History {
    private final Calls calls;
    private final KeyBook keys;

    UpstoxHistory(Calls calls, KeyBook keys) {
        this.calls = calls;
        this.keys = keys;
    }

    @Override
    public List<Candle> candles(Instrument instrument, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        return rows(
                instrument,
                timeframe,
                fromMillis,
                toMillis,
                data -> CandleMapping.candles(
                        data, instrument.priceDecimals(), !instrument.index(), fromMillis, toMillis),
                Candle::startMillis);
    }

    /// Open interest at the end of each candle, oldest first.
    List<InterestPoint> openInterest(Instrument contract, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        return rows(
                contract,
                timeframe,
                fromMillis,
                toMillis,
                data -> OptionMapping.interest(data, fromMillis, toMillis),
                InterestPoint::millis);
    }

    /// The history ends with the day before the last one of the span: only the broker knows which day runs there,
    /// and its history has no running day. The last day is asked for in both, and whoever has it answers.
    private <T> List<T> rows(
            Instrument instrument,
            Timeframe timeframe,
            long fromMillis,
            long toMillis,
            Function<JsonNode, List<T>> mapping,
            ToLongFunction<T> start)
            throws BrokerException {
        if (toMillis <= fromMillis) {
            return List.of();
        }
        String key = keys.required(instrument);
        Width width = CandleMapping.width(timeframe);
        String interval = Integer.toString(width.interval());
        LocalDate end = IndiaTime.date(toMillis - 1);
        TreeMap<Long, T> byStart = new TreeMap<>();
        for (Days days : CandleMapping.history(timeframe, fromMillis, toMillis, end.plusDays(1))) {
            List<String> path = List.of(
                    key,
                    width.unit(),
                    interval,
                    days.to().toString(),
                    days.from().toString());
            collect(path, mapping, start, byStart);
        }
        boolean lastDayMissing =
                byStart.isEmpty() || IndiaTime.date(byStart.lastKey()).isBefore(end);
        if (lastDayMissing) {
            collect(List.of("intraday", key, width.unit(), interval), mapping, start, byStart);
        }
        return new ArrayList<>(byStart.values());
    }

    private <T> void collect(
            List<String> path, Function<JsonNode, List<T>> mapping, ToLongFunction<T> start, Map<Long, T> byStart)
            throws BrokerException {
        calls.read(Request.path(Endpoint.CANDLES, path), mapping)
                .forEach(row -> byStart.put(start.applyAsLong(row), row));
    }
}
