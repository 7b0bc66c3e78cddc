package in.sauda.core.storage;

import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.signals.SignalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Signals in H2.
final class JdbiSignalStore implements SignalStore {
    private static final String MERGE = """
            MERGE INTO signals (id, strategy, type, instrument, candle_at, raised_at, confidence, legacy_confidence,
                price, volume, vwap, day_high, day_high_distance, relative_volume, entry_hint, stop_hint, stop_price,
                reason)
            KEY (id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Jdbi jdbi;
    private final InstrumentRegistry registry;

    JdbiSignalStore(Jdbi jdbi, InstrumentRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    @Override
    public void save(List<Signal> signals) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(MERGE);
            for (Signal signal : signals) {
                batch.bind(0, signal.id())
                        .bind(1, signal.strategy())
                        .bind(2, signal.type())
                        .bind(3, InstrumentJson.write(signal.instrument()))
                        .bind(4, signal.candleMillis())
                        .bind(5, signal.raisedMillis())
                        .bind(6, signal.confidence())
                        .bind(7, signal.legacyConfidence())
                        .bind(8, signal.price())
                        .bind(9, signal.volume())
                        .bind(10, signal.vwap())
                        .bind(11, signal.dayHigh())
                        .bind(12, signal.dayHighDistancePercent())
                        .bind(13, signal.relativeVolume())
                        .bind(14, signal.entryHint())
                        .bind(15, signal.stopHint())
                        .bind(16, signal.stopPrice())
                        .bind(17, signal.reason())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<Signal> load(long fromMillis, long toMillis) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM signals WHERE candle_at >= ? AND candle_at < ? ORDER BY id",
                        fromMillis,
                        toMillis)
                .map((row, _) -> signal(row))
                .list());
    }

    private Signal signal(ResultSet row) throws SQLException {
        Instrument instrument = InstrumentJson.read(row.getString("instrument"));
        return new Signal(
                row.getLong("id"),
                row.getString("strategy"),
                row.getString("type"),
                registry.index(instrument),
                instrument,
                row.getLong("candle_at"),
                row.getLong("raised_at"),
                row.getDouble("confidence"),
                row.getDouble("legacy_confidence"),
                row.getLong("price"),
                row.getLong("volume"),
                row.getDouble("vwap"),
                row.getLong("day_high"),
                row.getDouble("day_high_distance"),
                row.getDouble("relative_volume"),
                row.getString("entry_hint"),
                row.getString("stop_hint"),
                row.getLong("stop_price"),
                row.getString("reason"));
    }

    @Override
    public long lastId() {
        return jdbi.withHandle(handle -> handle.select("SELECT COALESCE(MAX(id), 0) FROM signals")
                .mapTo(Long.class)
                .one());
    }
}
