package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.mapping.CandleMapping;
import in.sauda.broker.upstox.mapping.CandleMapping.Days;
import in.sauda.broker.upstox.mapping.CandleMapping.Width;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.core.broker.BrokerException;
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

/// Past candles: finished days from the history, the rest of the span from the running day's own list, both
/// newest first on the wire.
final class UpstoxHistory implements History {
    private final Calls calls;
    private final KeyBook keys;

    UpstoxHistory(Calls calls, KeyBook keys) {
        this.calls = calls;
        this.keys = keys;
    }

    /// The history ends with the day before the last one of the span: only the broker knows which day runs
    /// there, and
    /// its history has no running day. The last day is asked for in both, and whoever has it answers.
    @Override
    public List<Candle> candles(Instrument instrument, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException {
        if (toMillis <= fromMillis) {
            return List.of();
        }
        String key = keys.required(instrument);
        Width width = CandleMapping.width(timeframe);
        LocalDate end = IndiaTime.date(toMillis - 1);
        TreeMap<Long, Candle> byStart = new TreeMap<>();
        for (Days days : CandleMapping.history(timeframe, fromMillis, toMillis, end.plusDays(1))) {
            collect(
                    instrument,
                    fromMillis,
                    toMillis,
                    byStart,
                    List.of(
                            key,
                            width.unit(),
                            Integer.toString(width.interval()),
                            days.to().toString(),
                            days.from().toString()));
        }
        boolean lastDayMissing =
                byStart.isEmpty() || IndiaTime.date(byStart.lastKey()).isBefore(end);
        if (lastDayMissing) {
            collect(
                    instrument,
                    fromMillis,
                    toMillis,
                    byStart,
                    List.of("intraday", key, width.unit(), Integer.toString(width.interval())));
        }
        return new ArrayList<>(byStart.values());
    }

    private void collect(
            Instrument instrument, long fromMillis, long toMillis, Map<Long, Candle> byStart, List<String> path)
            throws BrokerException {
        List<Candle> candles = calls.read(
                Request.path(Endpoint.CANDLES, path),
                data -> CandleMapping.candles(
                        data, instrument.priceDecimals(), !instrument.index(), fromMillis, toMillis));
        candles.forEach(candle -> byStart.put(candle.startMillis(), candle));
    }
}
