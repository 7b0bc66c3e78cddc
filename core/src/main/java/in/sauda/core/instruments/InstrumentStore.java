package in.sauda.core.instruments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.storage.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The masters in H2.
///
/// Rows of a new generation are appended and committed in blocks while nothing refers to them; then one row of
/// {@code master_import} puts the whole generation in force. A kill before that row leaves the old generation in force
/// and some unreferenced rows, which {@link #removeUnused()} deletes. Uniqueness of the key is the reader's duty, see
/// {@link MasterContent.Collector}.
final class InstrumentStore {
    /// Rows of one generation have ids from {@code generation << ROW_BITS}.
    static final int ROW_BITS = 24;

    /// A commit is forced to the disk, so few of them; small enough to keep the undo log short.
    private static final int SAVED_BLOCK_ROWS = 10_000;

    private static final int REMOVED_BLOCK_ROWS = 2_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Integer>> REASONS = new TypeReference<>() {};

    private final Database database;

    InstrumentStore(Database database) {
        this.database = database;
    }

    /// Saves a master and puts it in force. On return it is on the disk.
    ///
    /// @throws SQLException when the disk is full or the like; the generation in force stays
    StoredMaster save(String master, String source, long importedAt, MasterContent content, ImportProgress progress)
            throws SQLException {
        long generation = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT NEXT VALUE FOR master_generation")
                        .mapTo(Long.class)
                        .one());
        database.jdbi().<SQLException>useHandle(handle -> append(handle, generation, content.instruments(), progress));
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "INSERT INTO master_import"
                                        + " (generation, master, source, imported_at, accepted, rejected, reasons, sha256)"
                                        + " VALUES (:generation, :master, :source, :importedAt, :accepted, :rejected, :reasons, :sha)")
                        .bind("generation", generation)
                        .bind("master", master)
                        .bind("source", source)
                        .bind("importedAt", importedAt)
                        .bind("accepted", content.instruments().size())
                        .bind("rejected", content.rejected())
                        .bind("reasons", json(content.reasons()))
                        .bind("sha", content.sha256())
                        .execute());
        return new StoredMaster(
                generation, master, source, importedAt, content.rejected(), content.reasons(), content.instruments());
    }

    private static void append(Handle handle, long generation, List<Instrument> instruments, ImportProgress progress)
            throws SQLException {
        Connection connection = handle.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(InstrumentRows.INSERT)) {
            long id = generation << ROW_BITS;
            for (int row = 0; row < instruments.size(); row++) {
                InstrumentRows.bind(insert, id + row, instruments.get(row));
                insert.addBatch();
                if (row % SAVED_BLOCK_ROWS == SAVED_BLOCK_ROWS - 1 || row == instruments.size() - 1) {
                    insert.executeBatch();
                    connection.commit();
                    progress.at(ImportStage.SAVING, row + 1L);
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// The generation in force of a master, with all its instruments.
    Optional<StoredMaster> load(String master) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT generation, source, imported_at, rejected, reasons FROM master_import"
                                        + " WHERE master = :master ORDER BY generation DESC LIMIT 1")
                        .bind("master", master)
                        .map((row, context) -> new StoredMaster(
                                row.getLong(1),
                                master,
                                row.getString(2),
                                row.getLong(3),
                                row.getInt(4),
                                reasons(row.getString(5)),
                                InstrumentRows.load(handle.getConnection(), row.getLong(1))))
                        .findOne());
    }

    /// Deletes rows no master refers to any more, in blocks so that nobody waits long for a lock.
    void removeUnused() {
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM master_import m WHERE EXISTS"
                    + " (SELECT 1 FROM master_import n WHERE n.master = m.master AND n.generation > m.generation)");
            List<Long> used = handle.createQuery("SELECT generation FROM master_import ORDER BY generation")
                    .mapTo(Long.class)
                    .list();
            long from = 0;
            for (long generation : used) {
                removeBetween(handle, from, generation << ROW_BITS);
                from = (generation + 1) << ROW_BITS;
            }
            removeBetween(handle, from, Long.MAX_VALUE);
        });
    }

    private static void removeBetween(Handle handle, long from, long until) {
        int removed;
        do {
            removed = handle.execute(
                    "DELETE FROM instruments WHERE id >= ? AND id < ? LIMIT " + REMOVED_BLOCK_ROWS, from, until);
        } while (removed == REMOVED_BLOCK_ROWS);
    }

    private static String json(Map<String, Integer> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings and numbers is always JSON", impossible);
        }
    }

    private static Map<String, Integer> reasons(String json) throws SQLException {
        try {
            return JSON.readValue(json, REASONS);
        } catch (JsonProcessingException broken) {
            throw new SQLException("master_import.reasons is not a JSON object", broken);
        }
    }
}
