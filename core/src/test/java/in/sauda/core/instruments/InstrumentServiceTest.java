package in.sauda.core.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.storage.ChildProcess;
import in.sauda.core.storage.Database;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentServiceTest {
    private static final long HOUR_MILLIS = 3_600_000L;

    @TempDir
    Path home;

    private final LinesMaster broker = new LinesMaster();
    private final MovableTime time = new MovableTime();

    @Test
    void loadsAYoungCacheInsteadOfDownloadingIt() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> {
            await(service.refreshOld(ImportProgress.none()));
            assertThat(service.directory().size()).isEqualTo(3);
        });
        time.plusMillis(12 * HOUR_MILLIS - 1);
        run(service -> {
            await(service.refreshOld(ImportProgress.none()));
            assertThat(broker.downloads()).isEqualTo(1);
            assertThat(service.directory().find(new InstrumentKey(Segment.NSE, "2")))
                    .contains(LinesMaster.instrument("2"));
            assertThat(service.status()).singleElement().satisfies(status -> {
                assertThat(status.ageMillis()).isEqualTo(12 * HOUR_MILLIS - 1);
                assertThat(status.accepted()).isEqualTo(3);
                assertThat(status.categories())
                        .containsEntry(InstrumentCategory.EQUITY, 3)
                        .hasSize(7);
            });
        });
    }

    @Test
    void downloadsWhatIsTwelveHoursOld() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> await(service.refreshOld(ImportProgress.none())));
        broker.serve(bytes(LinesMaster.rows(5)));
        time.plusMillis(12 * HOUR_MILLIS);
        run(service -> {
            assertThat(service.directory().size()).isEqualTo(3);
            await(service.refreshOld(ImportProgress.none()));
            assertThat(broker.downloads()).isEqualTo(2);
            assertThat(service.directory().size()).isEqualTo(5);
            assertThat(service.status().getFirst().ageMillis()).isZero();
        });
        assertThat(storedRows()).isEqualTo(5);
    }

    @Test
    void servesTheOldMasterWithItsAgeWhenTheDownloadFails() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> await(service.refreshOld(ImportProgress.none())));
        time.plusMillis(20 * HOUR_MILLIS);
        broker.refuse("The server is down.");
        run(service -> {
            await(service.refreshOld(ImportProgress.none()));
            assertThat(service.directory().size()).isEqualTo(3);
            MasterStatus status = service.status().getFirst();
            assertThat(status.problem()).isEqualTo("The server is down.");
            assertThat(status.ageMillis()).isEqualTo(20 * HOUR_MILLIS);
            assertThat(status.refreshing()).isFalse();
        });
    }

    @Test
    void neverReplacesAGoodMasterByABrokenOne() throws Exception {
        broker.serve(bytes(LinesMaster.rows(100)));
        byte[] zipped = gzip(LinesMaster.rows(100));
        Map<String, byte[]> broken = Map.of(
                "web page", bytes("<!DOCTYPE html><html>Access denied</html>"),
                "is empty", new byte[0],
                "ends in the middle", bytes(LinesMaster.rows(100).substring(0, 1500)),
                "in the middle, after", Arrays.copyOf(zipped, zipped.length / 2),
                "not JSON", bytes("token,symbol,name\n1,A,A"),
                "a message", bytes("{\"status\":false,\"message\":\"Invalid Token\"}"),
                "not valid JSON", bytes("[{\"token\":\"1\"},{\"token\":oops}]"),
                "goes on", bytes("[{\"token\":\"1\"}] [1]"),
                "only 0 instruments", bytes("[{\"token\":\"\"}, 7]"),
                "only 49 instruments", bytes(LinesMaster.rows(49)));
        run(service -> {
            await(service.refresh("test", ImportProgress.none()));
            broken.forEach((sentence, file) -> {
                broker.serve(file);
                assertThat(await(service.refresh("test", ImportProgress.none())))
                        .isEmpty();
                assertThat(service.status().getFirst().problem()).contains(sentence);
                assertThat(service.directory().size()).isEqualTo(100);
            });
        });
        run(service -> assertThat(service.directory().size()).isEqualTo(100));
    }

    @Test
    void importsAShortFileWhenTheUserAsksForIt() throws Exception {
        Path file = home.resolve("short.json");
        Files.write(file, gzip(LinesMaster.rows(3)));
        broker.serve(bytes(LinesMaster.rows(100)));
        run(service -> {
            await(service.refresh("test", ImportProgress.none()));
            Set<ImportStage> stages = EnumSet.noneOf(ImportStage.class);
            ImportReport report = service.importFile("test", file, (stage, done) -> stages.add(stage));
            assertThat(report.rows()).isEqualTo(3);
            assertThat(service.directory().size()).isEqualTo(3);
            assertThat(stages).contains(ImportStage.SAVING, ImportStage.INDEXING);
        });
    }

    @Test
    void countsEveryRejectedRowByReason() throws Exception {
        Path file = home.resolve("mixed.json");
        Files.writeString(file, "[{\"token\":1},{\"token\":\"1\"},{\"token\":null},{},7,[8],{\"token\":\"2\"}]");
        run(service -> {
            ImportReport report = service.importFile("test", file, ImportProgress.none());
            assertThat(report.rows()).isEqualTo(7);
            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.rejected()).isEqualTo(5);
            assertThat(report.reasons())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("duplicate key", 1, "missing token", 2, "not a row", 2));
        });
        run(service -> assertThat(service.status().getFirst().reasons()).containsEntry("not a row", 2));
    }

    @Test
    void refusesAFileThatIsNotThere() throws Exception {
        run(service -> assertThatThrownBy(
                        () -> service.importFile("test", home.resolve("none.json"), ImportProgress.none()))
                .isInstanceOf(IOException.class));
    }

    @Test
    void restoresTheNewestGoodBackupWhenTheDatabaseIsGone() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> await(service.refreshOld(ImportProgress.none())));
        time.plusMillis(24 * HOUR_MILLIS);
        broker.serve(bytes(LinesMaster.rows(4)));
        run(service -> await(service.refreshOld(ImportProgress.none())));
        List<Path> backups = backups();
        assertThat(backups).hasSize(2);
        Files.write(backups.getLast(), new byte[] {0x1f, (byte) 0x8b, 8});
        Files.delete(home.resolve("database/sauda.mv.db"));
        time.plusMillis(HOUR_MILLIS);
        broker.refuse("The server is down.");
        run(service -> {
            assertThat(service.notices()).singleElement().asString().contains("backup of 2026-09-01");
            assertThat(service.directory().size()).isEqualTo(3);
            assertThat(service.status().getFirst().ageMillis()).isEqualTo(25 * HOUR_MILLIS);
        });
    }

    @Test
    void takesTheBackupWhenWhatTheDatabaseKeepsIsDamaged() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> await(service.refresh("test", ImportProgress.none())));
        damageStoredInstruments();
        broker.refuse("The server is down.");
        run(service -> {
            assertThat(service.notices()).singleElement().asString().contains("backup of 2026-09-01");
            assertThat(service.directory().size()).isEqualTo(3);
        });
    }

    @Test
    void keepsADatedBackupForSevenDays() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> {
            for (int day = 0; day < 10; day++) {
                await(service.refresh("test", ImportProgress.none()));
                time.plusMillis(24 * HOUR_MILLIS);
            }
        });
        assertThat(backups())
                .extracting(file -> file.getFileName().toString())
                .hasSize(8)
                .startsWith("instruments_20260903_test.json.gz")
                .endsWith("instruments_20260910_test.json.gz");
    }

    @Test
    void tellsListenersAboutAChange() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> {
            List<Integer> sizes = new ArrayList<>();
            Runnable remove =
                    service.onChange(() -> sizes.add(service.directory().size()));
            await(service.refresh("test", ImportProgress.none()));
            remove.run();
            await(service.refresh("test", ImportProgress.none()));
            // Refreshing; the instruments can be found; they are saved.
            assertThat(sizes).containsExactly(0, 3, 3);
        });
    }

    @Test
    void keepsTheOldMasterWhenKilledDuringAnImport() throws Exception {
        Path big = Files.writeString(home.resolve("big.json"), LinesMaster.rows(60_000));
        broker.serve(bytes(LinesMaster.rows(100)));
        run(service -> await(service.refresh("test", ImportProgress.none())));
        try (ChildProcess child = ChildProcess.start(Importer.class, home, big.toString())) {
            child.awaitLine("saving");
            child.kill();
        }
        run(service -> {
            assertThat(service.directory().size()).isEqualTo(100);
            assertThat(service.directory().find(new InstrumentKey(Segment.NSE, "100")))
                    .isPresent();
            service.importFile("test", big, ImportProgress.none());
        });
        assertThat(storedRows()).isEqualTo(60_000);
    }

    /// The process that is killed: stops itself after the first saved blocks, so that the kill hits the middle.
    static final class Importer {
        private Importer() {}

        public static void main(String[] args) throws IOException {
            TimeSource time = new SystemTime();
            InstrumentService service = InstrumentService.open(
                    Database.open(Path.of(args[0])),
                    Path.of(args[0]),
                    List.of(new MasterSource("test", new LinesMaster())),
                    time);
            service.importFile("test", Path.of(args[1]), (stage, done) -> {
                if (stage == ImportStage.SAVING && done >= 20_000) {
                    System.out.println("saving");
                    waitForTheKill();
                }
            });
        }

        private static void waitForTheKill() {
            try {
                TimeUnit.MINUTES.sleep(2);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void keepsWhatTheLastImportsChanged() throws Exception {
        for (int count = 3; count <= 10; count++) {
            broker.serve(bytes(LinesMaster.rows(count)));
            run(service -> await(service.refresh("test", ImportProgress.none())));
            time.plusMillis(24 * HOUR_MILLIS);
        }
        run(service -> {
            List<MasterChanges> kept = service.changes();
            assertThat(kept).hasSize(6);
            assertThat(kept).allSatisfy(changes -> assertThat(changes.counts()).isEqualTo(Map.of(ChangeKind.NEW, 1)));
            assertThat(kept.getFirst().atMillis() - kept.getFirst().beforeMillis())
                    .isEqualTo(24 * HOUR_MILLIS);
            assertThat(service.listed(kept.getFirst()))
                    .containsExactly(new InstrumentChange(
                            ChangeKind.NEW, new InstrumentKey(Segment.NSE, "10"), "SYMBOL10-EQ", "", "SYMBOL10"));
        });
    }

    @Test
    void stopsARefreshTheUserTakesBack() throws Exception {
        broker.serve(bytes(LinesMaster.rows(3)));
        run(service -> {
            await(service.refresh("test", ImportProgress.none()));
            broker.serve(bytes(LinesMaster.rows(5)));
            ImportProgress takeBack = (stage, done) -> service.cancelRefresh("test");
            assertThat(await(service.refresh("test", takeBack))).isEmpty();
            assertThat(service.directory().size()).isEqualTo(3);
            assertThat(service.status().getFirst().problem()).isEmpty();
            assertThat(service.status().getFirst().refreshing()).isFalse();
            assertThat(await(service.refresh("test", ImportProgress.none()))).isPresent();
            assertThat(service.directory().size()).isEqualTo(5);
        });
        assertThat(storedRows()).isEqualTo(5);
    }

    @Test
    void findsWhatTheFirstMasterBeginsWithWhileItsRestIsRead() throws Exception {
        broker.serve(bytes(LinesMaster.rows(12_000)));
        run(service -> {
            List<String> seen = new ArrayList<>();
            service.onChange(() -> seen.add(known(service)));
            await(service.refresh("test", ImportProgress.none()));
            assertThat(seen).startsWith("0 complete", "10000 of more", "12000 complete");
            assertThat(known(service)).isEqualTo("12000 complete");

            seen.clear();
            broker.serve(bytes(LinesMaster.rows(13_000)));
            await(service.refresh("test", ImportProgress.none()));
            assertThat(seen).containsOnly("12000 complete", "13000 complete");
        });
    }

    @Test
    void takesTheFirstRowsBackWhenTheRestCannotBeRead() throws Exception {
        String whole = LinesMaster.rows(12_000);
        broker.serve(bytes(whole.substring(0, whole.length() - 100)));
        run(service -> {
            await(service.refresh("test", ImportProgress.none()));
            assertThat(known(service)).isEqualTo("0 complete");
            assertThat(service.status().getFirst().problem()).contains("ends in the middle");
        });
    }

    private static String known(InstrumentService service) {
        InstrumentDirectory directory = service.directory();
        return directory.size() + (directory.complete() ? " complete" : " of more");
    }

    /// A test body that may throw.
    private interface Body {
        void with(InstrumentService service) throws Exception;
    }

    private void run(Body body) throws Exception {
        try (Database database = Database.open(home);
                InstrumentService service =
                        InstrumentService.open(database, home, List.of(new MasterSource("test", broker)), time)) {
            body.with(service);
        }
    }

    private int storedRows() throws MasterFormatException {
        try (Database database = Database.open(home)) {
            List<byte[]> blocks = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT content FROM instrument_blocks")
                            .mapTo(byte[].class)
                            .list());
            List<Instrument> stored = new ArrayList<>();
            for (byte[] block : blocks) {
                new InstrumentBlock.Reader().read(block, stored);
            }
            return stored.size();
        }
    }

    private void damageStoredInstruments() {
        try (Database database = Database.open(home)) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("UPDATE instrument_blocks SET content = SUBSTRING(content FROM 1 FOR 40)"));
        }
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("instruments"))) {
            return files.sorted().toList();
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    /// Noon in India on 1 September 2026, until a test moves it.
    private static final class MovableTime implements TimeSource {
        private long millis = IndiaTime.epochMillis(LocalDate.of(2026, 9, 1), LocalTime.NOON);

        void plusMillis(long more) {
            millis += more;
        }

        @Override
        public long wallMillis() {
            return millis;
        }

        @Override
        public long nanos() {
            return 0;
        }
    }
}
