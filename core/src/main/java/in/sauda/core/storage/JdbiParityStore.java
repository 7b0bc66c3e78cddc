package in.sauda.core.storage;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.truth.DayComparison;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.ParityStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Comparisons with the broker's history in H2.
final class JdbiParityStore implements ParityStore {
    private static final String MERGE = """
            MERGE INTO parity (session_date, segment, token, symbol, checked_at, whole, ours, theirs, compared, prices, volumes,
                mended, extra, worst_price, worst_volume_percent, failure)
            KEY (session_date, segment, token)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FORGET =
            "DELETE FROM parity_minutes WHERE session_date = ? AND segment = ? AND token = ?";

    private static final String ADD = """
            INSERT INTO parity_minutes (session_date, segment, token, start_at, kind,
                our_open, our_high, our_low, our_close, our_volume, our_flags,
                their_open, their_high, their_low, their_close, their_volume)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MINUTES = """
            SELECT * FROM parity_minutes WHERE session_date = ? AND segment = ? AND token = ? ORDER BY start_at
            """;

    private final Jdbi jdbi;

    JdbiParityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void save(List<DayComparison.Result> results) {
        jdbi.useTransaction(handle -> results.forEach(result -> save(handle, result)));
    }

    private static void save(Handle handle, DayComparison.Result result) {
        DayParity day = result.parity();
        String segment = day.key().segment().name();
        String token = day.key().token();
        handle.execute(
                MERGE,
                day.date(),
                segment,
                token,
                day.symbol(),
                day.checkedMillis(),
                day.whole(),
                day.ours(),
                day.theirs(),
                day.compared(),
                day.prices(),
                day.volumes(),
                day.mended(),
                day.extra(),
                day.worstPrice(),
                day.worstVolumePercent(),
                day.failure());
        handle.execute(FORGET, day.date(), segment, token);
        if (result.differences().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(ADD);
        for (MinuteDifference minute : result.differences()) {
            batch.bind(0, day.date())
                    .bind(1, segment)
                    .bind(2, token)
                    .bind(3, minute.startMillis())
                    .bind(4, minute.kind().name());
            bind(batch, 5, minute.ours());
            batch.bind(
                    10,
                    minute.ours() == null ? null : Integer.valueOf(minute.ours().flags()));
            bind(batch, 11, minute.theirs());
            batch.add();
        }
        batch.execute();
    }

    private static void bind(PreparedBatch batch, int from, @Nullable Candle candle) {
        batch.bind(from, candle == null ? null : Long.valueOf(candle.open()))
                .bind(from + 1, candle == null ? null : Long.valueOf(candle.high()))
                .bind(from + 2, candle == null ? null : Long.valueOf(candle.low()))
                .bind(from + 3, candle == null ? null : Long.valueOf(candle.close()))
                .bind(from + 4, candle == null ? null : Long.valueOf(candle.volume()));
    }

    @Override
    public List<DayParity> load(LocalDate date) {
        return jdbi.withHandle(
                handle -> handle.select("SELECT * FROM parity WHERE session_date = ? ORDER BY symbol", date)
                        .map((row, _) -> day(row))
                        .list());
    }

    private static DayParity day(ResultSet row) throws SQLException {
        return new DayParity(
                new InstrumentKey(Segment.valueOf(row.getString("segment")), row.getString("token")),
                row.getString("symbol"),
                row.getObject("session_date", LocalDate.class),
                row.getLong("checked_at"),
                row.getBoolean("whole"),
                row.getInt("ours"),
                row.getInt("theirs"),
                row.getInt("compared"),
                row.getInt("prices"),
                row.getInt("volumes"),
                row.getInt("mended"),
                row.getInt("extra"),
                row.getLong("worst_price"),
                row.getDouble("worst_volume_percent"),
                row.getString("failure"));
    }

    @Override
    public List<MinuteDifference> differences(LocalDate date, InstrumentKey key) {
        return jdbi.withHandle(handle -> handle.select(
                        MINUTES, date, key.segment().name(), key.token())
                .map((row, _) -> new MinuteDifference(
                        row.getLong("start_at"),
                        MinuteDifference.Kind.valueOf(row.getString("kind")),
                        candle(row, "our_", row.getInt("our_flags")),
                        candle(row, "their_", Candle.HISTORY)))
                .list());
    }

    private static @Nullable Candle candle(ResultSet row, String side, int flags) throws SQLException {
        long open = row.getLong(side + "open");
        return row.wasNull()
                ? null
                : new Candle(
                        row.getLong("start_at"),
                        open,
                        row.getLong(side + "high"),
                        row.getLong(side + "low"),
                        row.getLong(side + "close"),
                        row.getLong(side + "volume"),
                        flags);
    }

    @Override
    public List<LocalDate> dates(int most) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT DISTINCT session_date FROM parity ORDER BY session_date DESC LIMIT ?", most)
                .mapTo(LocalDate.class)
                .list());
    }
}
