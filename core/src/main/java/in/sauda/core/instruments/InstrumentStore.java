package in.sauda.core.instruments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sauda.core.storage.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// The masters in H2.
///
/// The blocks of a new generation are appended and committed one by one while nothing refers to them; then one row of
/// {@code master_import} puts the whole generation in force. A kill before that row leaves the old generation in force
/// and some unreferenced blocks, which {@link #removeUnused()} deletes. Uniqueness of the key is the reader's duty, see
/// {@link MasterContent.Collector}.
final class InstrumentStore {
    /// A block stays far below the megabyte a column may hold.
    private static final int BLOCK_ROWS = 4_096;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Integer>> REASONS = new TypeReference<>() {};

    private final Database database;

    InstrumentStore(Database database) {
        this.database = database;
    }

    /// Saves a master and puts it in force. On return it is on the disk.
    ///
    /// @throws JdbiException when the disk is full or the like; the generation in force stays
    StoredMaster save(String master, String source, long importedAt, MasterContent content, ImportProgress progress) {
        long generation = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT NEXT VALUE FOR master_generation")
                        .mapTo(Long.class)
                        .one());
        database.jdbi().useHandle(handle -> append(handle, generation, content.instruments(), progress));
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

    private static void append(Handle handle, long generation, List<Instrument> instruments, ImportProgress progress) {
        for (int from = 0; from < instruments.size(); from += BLOCK_ROWS) {
            int until = Math.min(from + BLOCK_ROWS, instruments.size());
            handle.createUpdate("INSERT INTO instrument_blocks (generation, number, content)"
                            + " VALUES (:generation, :number, :content)")
                    .bind("generation", generation)
                    .bind("number", from / BLOCK_ROWS)
                    .bind("content", InstrumentBlock.encode(instruments.subList(from, until)))
                    .execute();
            progress.at(ImportStage.SAVING, until);
        }
    }

    /// The generation in force of a master, with all its instruments.
    ///
    /// @throws MasterFormatException when what is kept of them is damaged
    Optional<StoredMaster> load(String master) throws MasterFormatException {
        return database.jdbi().withHandle(handle -> {
            Optional<StoredMaster> header = handle.createQuery(
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
                            List.of()))
                    .findOne();
            return header.isEmpty()
                    ? header
                    : Optional.of(header.get()
                            .withInstruments(instruments(handle, header.get().generation())));
        });
    }

    private static List<Instrument> instruments(Handle handle, long generation) throws MasterFormatException {
        List<byte[]> blocks = handle.createQuery(
                        "SELECT content FROM instrument_blocks WHERE generation = :generation ORDER BY number")
                .bind("generation", generation)
                .mapTo(byte[].class)
                .list();
        InstrumentBlock.Reader reader = new InstrumentBlock.Reader();
        List<Instrument> instruments = new ArrayList<>(blocks.size() * BLOCK_ROWS);
        for (byte[] block : blocks) {
            reader.read(block, instruments);
        }
        return instruments;
    }

    /// Deletes blocks no master refers to any more.
    void removeUnused() {
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM master_import m WHERE EXISTS"
                    + " (SELECT 1 FROM master_import n WHERE n.master = m.master AND n.generation > m.generation)");
            handle.execute("DELETE FROM instrument_blocks WHERE generation NOT IN"
                    + " (SELECT generation FROM master_import)");
        });
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
