package in.sauda.core.storage;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Candles in H2: a row a candle for what is new, a packed day for minutes that are long over.
final class JdbiCandleStore implements CandleStore {
    private static final String MERGE = """
            MERGE INTO candles (segment, token, timeframe, start_at, open, high, low, close, volume, flags)
            KEY (segment, token, timeframe, start_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String STORED =
            "SELECT DISTINCT segment, token FROM candles WHERE timeframe = ? AND start_at >= ? AND start_at < ?";

    private static final String STORED_DAYS =
            "SELECT DISTINCT segment, token FROM candle_days WHERE last_at >= ? AND first_at < ?";

    private static final String LOAD = """
            SELECT start_at, open, high, low, close, volume, flags FROM candles
            WHERE segment = ? AND token = ? AND timeframe = ? AND start_at >= ? AND start_at < ?
            ORDER BY start_at
            """;

    private static final String LOAD_DAYS = """
            SELECT bars FROM candle_days
            WHERE segment = ? AND token = ? AND first_at >= ? AND first_at < ?
            ORDER BY first_at
            """;

    private static final String PUT_DAY = """
            MERGE INTO candle_days (segment, token, first_at, last_at, bars)
            KEY (segment, token, first_at) VALUES (?, ?, ?, ?, ?)
            """;

    private static final String DROP_DAYS =
            "DELETE FROM candle_days WHERE segment = ? AND token = ? AND first_at >= ? AND first_at < ?";

    private static final String DROP_ROWS = """
            DELETE FROM candles WHERE segment = ? AND token = ? AND timeframe = ? AND start_at >= ? AND start_at < ?
            """;

    private final Jdbi jdbi;

    JdbiCandleStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void save(List<Entry> entries) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(MERGE);
            for (Entry entry : entries) {
                Candle candle = entry.candle();
                batch.bind(0, entry.key().segment().name())
                        .bind(1, entry.key().token())
                        .bind(2, entry.timeframe().label())
                        .bind(3, candle.startMillis())
                        .bind(4, candle.open())
                        .bind(5, candle.high())
                        .bind(6, candle.low())
                        .bind(7, candle.close())
                        .bind(8, candle.volume())
                        .bind(9, candle.flags())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<InstrumentKey> stored(Timeframe timeframe, long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> {
            Set<InstrumentKey> keys =
                    new LinkedHashSet<>(keys(handle, STORED, timeframe.label(), fromMillis, toMillis));
            if (timeframe == Timeframe.M1) {
                keys.addAll(keys(handle, STORED_DAYS, fromMillis, toMillis));
            }
            return List.copyOf(keys);
        });
    }

    private static List<InstrumentKey> keys(Handle handle, String query, Object... bound) {
        return handle.select(query, bound)
                .map((row, _) -> new InstrumentKey(Segment.valueOf(row.getString(1)), row.getString(2)))
                .list();
    }

    @Override
    public List<Candle> load(InstrumentKey key, Timeframe timeframe, long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> {
            List<Candle> rows = rows(handle, key, timeframe, fromMillis, toMillis);
            List<Candle> packed = new ArrayList<>();
            if (timeframe == Timeframe.M1) {
                days(
                        handle,
                        key,
                        fromMillis,
                        toMillis,
                        (start, open, high, low, close, volume, flags) ->
                                packed.add(new Candle(start, open, high, low, close, volume, flags)));
            }
            return merged(packed, rows);
        });
    }

    /// Without an object a candle where all of them are packed, which is what makes a year quick.
    @Override
    public CandleArray columns(InstrumentKey key, long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> {
            List<Candle> rows = rows(handle, key, Timeframe.M1, fromMillis, toMillis);
            CandleArray columns = new CandleArray();
            if (rows.isEmpty()) {
                days(
                        handle,
                        key,
                        fromMillis,
                        toMillis,
                        (start, open, high, low, close, volume, _) ->
                                columns.add(start, open, high, low, close, volume));
            } else {
                List<Candle> packed = new ArrayList<>();
                days(
                        handle,
                        key,
                        fromMillis,
                        toMillis,
                        (start, open, high, low, close, volume, flags) ->
                                packed.add(new Candle(start, open, high, low, close, volume, flags)));
                merged(packed, rows).forEach(columns::add);
            }
            return columns;
        });
    }

    private static List<Candle> rows(
            Handle handle, InstrumentKey key, Timeframe timeframe, long fromMillis, long toMillis) {
        return handle.select(LOAD, key.segment().name(), key.token(), timeframe.label(), fromMillis, toMillis)
                .map((row, _) -> new Candle(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7)))
                .list();
    }

    private static void days(Handle handle, InstrumentKey key, long fromMillis, long toMillis, CandleBlock.Sink sink) {
        handle.select(LOAD_DAYS, key.segment().name(), key.token(), IndiaTime.startOfDay(fromMillis), toMillis)
                .map((row, _) -> row.getBytes(1))
                .forEach(bytes -> CandleBlock.decode(bytes, fromMillis, toMillis, sink));
    }

    /// Both in order of time; a row goes before a packed candle of the same minute.
    private static List<Candle> merged(List<Candle> packed, List<Candle> rows) {
        if (packed.isEmpty() || rows.isEmpty()) {
            return packed.isEmpty() ? rows : packed;
        }
        Map<Long, Candle> all = new TreeMap<>();
        packed.forEach(candle -> all.put(candle.startMillis(), candle));
        rows.forEach(candle -> all.put(candle.startMillis(), candle));
        return List.copyOf(all.values());
    }

    @Override
    public int pack(long beforeMillis) {
        long before = IndiaTime.startOfDay(beforeMillis);
        int packed = 0;
        for (InstrumentKey key :
                jdbi.withHandle(handle -> keys(handle, STORED, Timeframe.M1.label(), Long.MIN_VALUE, before))) {
            packed += pack(key, before);
        }
        return packed;
    }

    /// A transaction a day: nobody who saves an order waits for more than that.
    private int pack(InstrumentKey key, long before) {
        Map<Long, List<Candle>> days = new LinkedHashMap<>();
        jdbi.withHandle(handle -> rows(handle, key, Timeframe.M1, Long.MIN_VALUE, before))
                .forEach(candle -> days.computeIfAbsent(
                                IndiaTime.startOfDay(candle.startMillis()), _ -> new ArrayList<>())
                        .add(candle));
        int packed = 0;
        for (Map.Entry<Long, List<Candle>> day : days.entrySet()) {
            packed += pack(key, day.getKey()) ? 1 : 0;
        }
        return packed;
    }

    @Override
    public void archive(InstrumentKey key, List<Candle> candles) {
        Map<Long, List<Candle>> days = new LinkedHashMap<>();
        candles.forEach(
                candle -> days.computeIfAbsent(IndiaTime.startOfDay(candle.startMillis()), _ -> new ArrayList<>())
                        .add(candle));
        days.forEach((day, ofDay) -> {
            if (!pack(key, day, ofDay)) {
                save(ofDay.stream()
                        .map(candle -> new Entry(key, Timeframe.M1, candle))
                        .toList());
            }
        });
    }

    private boolean pack(InstrumentKey key, Long day) {
        return pack(key, day, List.of());
    }

    /// @param added go before what is stored
    /// @return false when the day cannot be packed; nothing was changed then
    private boolean pack(InstrumentKey key, Long day, List<Candle> added) {
        long end = IndiaTime.nextMidnight(day);
        return jdbi.inTransaction(handle -> {
            List<Candle> packed = new ArrayList<>();
            days(
                    handle,
                    key,
                    day,
                    end,
                    (start, open, high, low, close, volume, flags) ->
                            packed.add(new Candle(start, open, high, low, close, volume, flags)));
            List<Candle> stored = merged(packed, rows(handle, key, Timeframe.M1, day, end));
            List<Candle> all = merged(stored, added);
            if (!CandleBlock.packable(all)) {
                return false;
            }
            String segment = key.segment().name();
            handle.execute(DROP_DAYS, segment, key.token(), day, end);
            handle.execute(
                    PUT_DAY,
                    segment,
                    key.token(),
                    all.getFirst().startMillis(),
                    all.getLast().startMillis(),
                    CandleBlock.encode(all));
            handle.execute(DROP_ROWS, segment, key.token(), Timeframe.M1.label(), day, end);
            return true;
        });
    }

    @Override
    public void forget(long beforeMillis) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM candles WHERE timeframe = ? AND start_at < ?", Timeframe.M1.label(), beforeMillis);
            handle.execute("DELETE FROM candle_days WHERE last_at < ?", beforeMillis);
        });
    }
}
