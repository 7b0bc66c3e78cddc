package in.sauda.bench.instruments;

import in.sauda.bench.Measurement;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.ImportReport;
import in.sauda.core.instruments.ImportStage;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.storage.Database;
import in.sauda.core.time.SystemTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// File to durable and searchable: once cold, as a user meets it, and warm; then how long a start from the cache takes.
///
/// The index is built beside the writing; "wait" is what it needs longer.
public final class ImportBench implements Measurement {
    private static final long TARGET_MILLIS = 5_000;
    private static final int RUNS = 4;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String description() {
        return "instrument master: file to durable and searchable, and start from the cache (target 5 s for 100,000 rows)";
    }

    @Override
    public void run() throws Exception {
        System.out.printf(
                "%-10s %-5s %9s %9s %9s %9s %9s %9s %10s%n",
                "master", "run", "rows", "parse ms", "H2 ms", "wait ms", "total ms", "target", "reopen ms");
        for (RecordedMasters recorded : List.of(RecordedMasters.UPSTOX, RecordedMasters.ANGEL_ONE)) {
            Path file = recorded.find().orElse(null);
            for (int run = 0; run < RUNS && file != null; run++) {
                measure(recorded, file, run);
            }
        }
    }

    private static void measure(RecordedMasters recorded, Path file, int run) throws IOException {
        Path home = Files.createTempDirectory("sauda-bench");
        try {
            Stopwatch watch = new Stopwatch();
            ImportReport report;
            try (Database database = Database.open(home);
                    InstrumentService service = open(database, home, recorded)) {
                watch.start();
                report = service.importFile(recorded.master().name(), file, watch);
            }
            System.out.printf(
                    "%-10s %-5s %,9d %,9d %,9d %,9d %,9d %9s %,10d%n",
                    recorded.master().name(),
                    run == 0 ? "cold" : "warm",
                    report.rows(),
                    watch.millisUntil(ImportStage.SAVING),
                    watch.millisUntil(ImportStage.INDEXING) - watch.millisUntil(ImportStage.SAVING),
                    report.millis() - watch.millisUntil(ImportStage.INDEXING),
                    report.millis(),
                    report.millis() < TARGET_MILLIS ? "met" : "MISSED",
                    reopen(home, recorded));
        } finally {
            RecordedMasters.delete(home);
        }
    }

    private static long reopen(Path home, RecordedMasters recorded) {
        long start = System.nanoTime();
        try (Database database = Database.open(home);
                InstrumentService service = open(database, home, recorded)) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (service.directory().size() == 0) {
                throw new IllegalStateException("the cache was empty");
            }
            return millis;
        }
    }

    private static InstrumentService open(Database database, Path home, RecordedMasters recorded) {
        return InstrumentService.open(database, home, List.of(recorded.master()), new SystemTime());
    }

    /// Notes when each stage was first reported. The first block is already in H2 when SAVING is.
    private static final class Stopwatch implements ImportProgress {
        private final Map<ImportStage, Long> first = new EnumMap<>(ImportStage.class);
        private long start;

        void start() {
            start = System.nanoTime();
        }

        @Override
        public void at(ImportStage stage, long done) {
            first.putIfAbsent(stage, (System.nanoTime() - start) / 1_000_000);
        }

        long millisUntil(ImportStage stage) {
            return first.getOrDefault(stage, 0L);
        }
    }
}
