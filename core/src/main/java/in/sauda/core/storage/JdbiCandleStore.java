package in.sauda.core.storage;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Candles in H2.
final class JdbiCandleStore implements CandleStore {
    private static final String MERGE = """
            MERGE INTO candles (segment, token, timeframe, start_at, open, high, low, close, volume, flags)
            KEY (segment, token, timeframe, start_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String STORED =
            "SELECT DISTINCT segment, token FROM candles WHERE timeframe = ? AND start_at >= ? AND start_at < ?";

    private static final String LOAD = """
            SELECT start_at, open, high, low, close, volume, flags FROM candles
            WHERE segment = ? AND token = ? AND timeframe = ? AND start_at >= ? AND start_at < ?
            ORDER BY start_at
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
        return jdbi.withHandle(handle -> handle.select(STORED, timeframe.label(), fromMillis, toMillis)
                .map((row, _) -> new InstrumentKey(Segment.valueOf(row.getString(1)), row.getString(2)))
                .list());
    }

    @Override
    public List<Candle> load(InstrumentKey key, Timeframe timeframe, long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> handle.select(
                        LOAD, key.segment().name(), key.token(), timeframe.label(), fromMillis, toMillis)
                .map((row, _) -> new Candle(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7)))
                .list());
    }
}
