package in.sauda.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.InstrumentRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that really is full: a small one in memory, which only the super-user of a Linux system may mount.
class FullDiskTest {
    private static final InstrumentKey RELIANCE = new InstrumentKey(Segment.NSE, "2885");
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 2_000;
    private static final long MINUTE = 60_000L;

    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk.toString());
        assumeTrue(mounted, "no small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /// Takes whatever room is left.
    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
        return filler;
    }

    private static List<CandleStore.Entry> batch(int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH)
                .mapToObj(minute -> new CandleStore.Entry(
                        RELIANCE,
                        Timeframe.M1,
                        new Candle(minute * MINUTE, 100 + minute, 120 + minute, 90, 110 + minute % 7, minute, 0)))
                .toList();
    }

    private static List<Candle> candles(CandleStore store) {
        return store.load(RELIANCE, Timeframe.M1, 0, Long.MAX_VALUE);
    }

    @Test
    void theDatabaseKeepsWhatWasSavedAndGoesOnWhenThereIsRoom() throws IOException {
        int saved = 0;
        try (Database database = Database.open(disk)) {
            CandleStore store =
                    JdbiStores.of(database, new InstrumentRegistry()).candles();
            store.save(batch(0));
            Path filler = fill();
            saved = saveUntilFull(store);
            assertThat(patiently(() -> candles(store)))
                    .as("readable while the disk is full")
                    .hasSize(saved * BATCH);
            Files.delete(filler);
            int waiting = saved;
            patiently(() -> {
                store.save(batch(waiting));
                return true;
            });
            assertThat(candles(store)).as("goes on").hasSize((saved + 1) * BATCH);
        }
        try (Database database = Database.open(disk)) {
            CandleStore store =
                    JdbiStores.of(database, new InstrumentRegistry()).candles();
            assertThat(candles(store)).as("opened again").hasSize((saved + 1) * BATCH);
        }
    }

    /// The database closes itself when the disk refuses a page and is opened again by whoever needs it next: as the
    /// storage thread does, it is asked again for a while.
    private static <T> T patiently(Supplier<T> asked) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                return asked.get();
            } catch (RuntimeException closed) {
                if (System.nanoTime() - end > 0) {
                    throw closed;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /// @return batches that are in the database
    private static int saveUntilFull(CandleStore store) {
        for (int number = 1; number < MOST_BATCHES; number++) {
            try {
                store.save(batch(number));
            } catch (RuntimeException full) {
                return number;
            }
        }
        throw new AssertionError("the disk never became full");
    }
}
