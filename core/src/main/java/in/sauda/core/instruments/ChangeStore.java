package in.sauda.core.instruments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.storage.Database;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The last comparisons of each master in H2. Blocks.
final class ChangeStore {
    /// A week of trading days with a day to spare.
    private static final int KEPT = 6;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<EnumMap<ChangeKind, Integer>> COUNTS = new TypeReference<>() {};

    private final Database database;

    ChangeStore(Database database) {
        this.database = database;
    }

    /// Keeps one comparison, whole or not at all, and forgets the oldest.
    void save(String master, long beforeMillis, long atMillis, List<InstrumentChange> changes) {
        database.jdbi().useTransaction(handle -> {
            long id = handle.createUpdate("INSERT INTO master_changes (master, before_at, at, counts)"
                            + " VALUES (:master, :before, :at, :counts)")
                    .bind("master", master)
                    .bind("before", beforeMillis)
                    .bind("at", atMillis)
                    .bind("counts", json(changes))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            insert(handle, id, changes);
            handle.createUpdate("DELETE FROM master_changes WHERE master = :master AND id NOT IN"
                            + " (SELECT id FROM master_changes WHERE master = :master ORDER BY id DESC LIMIT :kept)")
                    .bind("master", master)
                    .bind("kept", KEPT)
                    .execute();
        });
    }

    private static void insert(Handle handle, long id, List<InstrumentChange> changes) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO master_change (changes, number, kind, segment, token, symbol, before_text, after_text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (int number = 0; number < changes.size(); number++) {
            InstrumentChange change = changes.get(number);
            batch.add(
                    id,
                    number,
                    change.kind().name(),
                    change.key().segment().name(),
                    change.key().token(),
                    change.symbol(),
                    change.before(),
                    change.after());
        }
        if (!changes.isEmpty()) {
            batch.execute();
        }
    }

    /// The comparisons of a master, newest first.
    List<MasterChanges> load(String master) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, before_at, at, counts FROM master_changes"
                                + " WHERE master = :master ORDER BY id DESC")
                        .bind("master", master)
                        .map((row, context) -> new MasterChanges(
                                row.getLong(1), master, row.getLong(2), row.getLong(3), counts(row.getString(4))))
                        .list());
    }

    /// Every change of one comparison, by kind and symbol.
    List<InstrumentChange> rows(long id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT kind, segment, token, symbol, before_text, after_text"
                                + " FROM master_change WHERE changes = :id ORDER BY number")
                        .bind("id", id)
                        .map((row, context) -> new InstrumentChange(
                                ChangeKind.valueOf(row.getString(1)),
                                new InstrumentKey(Segment.valueOf(row.getString(2)), row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)))
                        .list());
    }

    private static String json(List<InstrumentChange> changes) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of names and numbers is always JSON", impossible);
        }
    }

    private static Map<ChangeKind, Integer> counts(String json) throws SQLException {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException broken) {
            throw new SQLException("master_changes.counts is not a JSON object", broken);
        }
    }
}
