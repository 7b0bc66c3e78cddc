package in.sauda.core.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one database of a home folder: an H2 file behind a small pool, migrated to the newest schema on opening.
///
/// A commit is forced to the disk before it returns ({@code WRITE_DELAY=0}), so a killed process loses nothing
/// that was committed. Pages are compressed: an instrument master of 124,000 rows takes 14 MB.
/// Only one process may hold a home at a time. A file H2 cannot read is moved aside under a dated name, never
/// deleted, and a new one is started; {@link #notices()} then says so.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /// The file is {@code HOME/database/sauda.mv.db}.
    static final String FOLDER = "database";

    static final String NAME = "sauda";
    static final String MIGRATIONS = "classpath:in/sauda/core/storage/migration";

    /// Few threads touch the disk: the storage thread, an import and a screen or two.
    private static final int CONNECTIONS = 6;

    /// Blocks of instruments and days are read once and by everybody who wants them in one sweep: little is worth
    /// keeping.
    private static final int CACHE_KIB = 4 * 1024;

    private final JdbcDataSource source;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final List<String> notices;

    private Database(JdbcDataSource source, HikariDataSource pool, List<String> notices) {
        this.source = source;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.notices = List.copyOf(notices);
    }

    /// Opens the database of a home folder, creating folder and file where they are missing.
    ///
    /// @throws StorageException when the folder cannot be written, another process holds the database, or it comes
    ///     from a newer version of the program
    public static Database open(Path home) {
        return open(home, new SystemTime());
    }

    /// As {@link #open(Path)}; the time only names a file that is moved aside.
    public static Database open(Path home, TimeSource time) {
        Path folder = DatabaseFolder.prepare(home, FOLDER);
        List<String> notices = new ArrayList<>();
        try {
            return open(folder, notices);
        } catch (StorageException refused) {
            throw refused;
        } catch (SQLException | RuntimeException failure) {
            return reopen(folder, time, notices, failure);
        }
    }

    private static Database reopen(Path folder, TimeSource time, List<String> notices, Exception failure) {
        switch (OpenFailure.of(failure)) {
            case LOCKED -> throw OpenFailure.locked(folder, failure);
            case OTHER -> throw OpenFailure.other(folder, failure);
            case CORRUPT -> notices.add(DatabaseFolder.moveAside(folder, NAME, time));
        }
        try {
            return open(folder, notices);
        } catch (SQLException again) {
            throw OpenFailure.other(folder, again);
        }
    }

    private static Database open(Path folder, List<String> notices) throws SQLException {
        JdbcDataSource source = source(folder);
        // Before the pool: that would wrap H2's own error code.
        source.getConnection().close();
        HikariDataSource pool = pool(source);
        try {
            migrate(pool);
            return new Database(source, pool, notices);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static JdbcDataSource source(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(NAME).toAbsolutePath()
                + ";WRITE_DELAY=0;COMPRESS=TRUE;CACHE_SIZE=" + CACHE_KIB
                + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1");
        source.setUser("sauda");
        source.setPassword("");
        return source;
    }

    private static HikariDataSource pool(JdbcDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("storage");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setExceptionOverride(new Reopening());
        return new HikariDataSource(config);
    }

    private static void migrate(HikariDataSource pool) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            if (OpenFailure.of(failure) == OpenFailure.CORRUPT) {
                throw failure;
            }
            throw new StorageException(
                    "The database in this home folder does not fit this version of Sauda.",
                    "Start the version that wrote it, or choose another folder with --home.",
                    failure);
        }
    }

    /// Entry for stores: {@code database.jdbi().withHandle(…)}. Blocks; never call it on the engine or UI thread.
    public Jdbi jdbi() {
        return jdbi;
    }

    /// What the user should know about this opening, e.g. that a damaged file was moved aside; usually empty.
    public List<String> notices() {
        return notices;
    }

    /// Writes a table and takes it away again, then reads every row there is. Blocks.
    ///
    /// @return what was read, one sentence
    /// @throws StorageException when something could not be written or read
    public String check() {
        try {
            return jdbi.withHandle(Database::check);
        } catch (JdbiException failure) {
            throw new StorageException(
                    "The database can no longer be written or read.",
                    "Close Sauda and start it again: a damaged file is then kept aside and a new one begun.",
                    failure);
        }
    }

    private static String check(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS check_writable (moment BIGINT)");
        handle.execute("INSERT INTO check_writable VALUES (1)");
        handle.execute("DROP TABLE check_writable");
        List<String> tables = handle.createQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'")
                .mapTo(String.class)
                .list();
        long rows = 0;
        for (String table : tables) {
            // The condition makes H2 visit every row instead of telling a count it keeps.
            rows += handle.createQuery("SELECT COUNT(*) FROM \"" + table + "\" WHERE RAND() < 2")
                    .mapTo(Long.class)
                    .one();
        }
        return "Can be written; " + tables.size() + " tables with " + rows + " rows can be read.";
    }

    /// Closes the file; safe to call twice. Nothing committed depends on it, it only makes the next opening
    /// quicker.
    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        pool.close();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            LOG.warn("The database was not closed cleanly, the next start recovers it", failure);
        }
    }

    /// A full disk makes H2 close the database under its connections, and they go on looking alive. One that says so is
    /// thrown away; the next one opens the database again.
    private static final class Reopening implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException failure) {
            return failure.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }
}
