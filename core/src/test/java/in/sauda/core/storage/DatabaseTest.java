package in.sauda.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path home;

    @Test
    void keepsCommittedRowsAcrossOpening() {
        try (Database database = Database.open(home)) {
            insertImport(database, "first");
        }
        try (Database database = Database.open(home)) {
            assertThat(sources(database)).containsExactly("first");
            assertThat(database.notices()).isEmpty();
        }
    }

    @Test
    void saysInOneSentenceThatTheHomeCannotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");
        assertThatThrownBy(() -> Database.open(file)).isInstanceOfSatisfying(StorageException.class, refused -> {
            assertThat(refused.sentence()).contains("cannot write").contains(file.toString());
            assertThat(refused.nextStep()).contains("--home");
        });
    }

    @Test
    void movesADamagedFileAsideAndStartsAnew() throws IOException {
        byte[] garbage = "this is no database at all".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Files.write(Files.createDirectories(home.resolve("database")).resolve("sauda.mv.db"), garbage);
        try (Database database = Database.open(home)) {
            assertThat(database.notices()).singleElement().asString().contains("damaged");
            assertThat(sources(database)).isEmpty();
        }
        assertThat(damagedCopies())
                .singleElement()
                .satisfies(copy -> assertThat(copy).hasBinaryContent(garbage));
    }

    @Test
    void startsAnewWhenBothHeadersAreOverwritten() throws IOException {
        try (Database database = Database.open(home)) {
            insertImport(database, "lost");
        }
        Path file = home.resolve("database/sauda.mv.db");
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.write(new byte[8192]);
        }
        try (Database database = Database.open(home)) {
            assertThat(database.notices()).hasSize(1);
        }
        assertThat(damagedCopies()).hasSize(1);
    }

    @Test
    void refusesAHomeThatAnotherProcessHolds() throws Exception {
        try (ChildProcess child = ChildProcess.start(Child.class, home, "hold")) {
            child.awaitLine("ready");
            assertThatThrownBy(() -> Database.open(home))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            refused -> assertThat(refused.sentence()).contains("Another Sauda"));
        }
        try (Database database = Database.open(home)) {
            assertThat(sources(database)).containsExactly("hold");
        }
    }

    @Test
    void survivesAKillWhileCommitting() throws Exception {
        int committed;
        try (ChildProcess child = ChildProcess.start(Child.class, home, "write")) {
            child.awaitLine("committed 200");
            child.kill();
            committed = child.lastCommitted();
        }
        try (Database database = Database.open(home)) {
            assertThat(database.notices()).isEmpty();
            assertThat(sources(database)).hasSizeGreaterThanOrEqualTo(committed);
        }
    }

    private List<Path> damagedCopies() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("database"))) {
            return files.filter(file -> file.getFileName().toString().contains("damaged"))
                    .toList();
        }
    }

    static void insertImport(Database database, String source) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("INSERT INTO master_import"
                                + " (generation, master, source, imported_at, accepted, rejected, reasons, sha256)"
                                + " VALUES (NEXT VALUE FOR master_generation, 'test', :source, 0, 0, 0, '{}', '')")
                        .bind("source", source)
                        .execute());
    }

    private static List<String> sources(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT source FROM master_import")
                        .mapTo(String.class)
                        .list());
    }

    /// What the child processes of these tests do: take the database and hold it, or commit row after row.
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            Database database = Database.open(Path.of(args[0]));
            if (args[1].equals("hold")) {
                insertImport(database, "hold");
                System.out.println("ready");
                TimeUnit.MINUTES.sleep(2);
            }
            for (int row = 1; ; row++) {
                insertImport(database, "row " + row);
                System.out.println("committed " + row);
            }
        }
    }
}
