package in.sauda.bench.instruments;

import in.sauda.bench.Measurement;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.MasterSource;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.instruments.search.SearchIndex;
import in.sauda.core.storage.Database;
import in.sauda.core.time.SystemTime;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Every keystroke of what traders type, over both brokers' instruments, beside the same text as {@code LIKE} in H2.
public final class SearchBench implements Measurement {
    private static final List<String> TYPED = List.of(
            "nifty 25000 ce",
            "nifty 25 ce",
            "bn sep fut",
            "bn jan fut",
            "rel",
            "reliance industries",
            "banknifty 30 dec 59000 pe",
            "hdfc bank",
            "sbin 900 ce",
            "m&m fut",
            "crudeoil jan 5000 pe",
            "usdinr 87.5 ce",
            "gold fut",
            "tata motors",
            "sensex 85000 ce",
            "limited",
            "25000",
            "zzzq",
            "it",
            "qu");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_ROUNDS = 30;
    private static final int ROUNDS = 100;
    private static final int LIKE_ROUNDS = 2;
    private static final double TARGET_MILLIS = 2;
    private static final int GC_ROUNDS = 20;
    private static final int TARGET_MEGABYTES = 60;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String description() {
        return "search per keystroke over 150,000+ real instruments beside SQL LIKE in H2 (target p99 2 ms)";
    }

    @Override
    public void run() throws Exception {
        if (RecordedMasters.all().stream().anyMatch(master -> master.find().isEmpty())) {
            return;
        }
        List<Instrument> all;
        Path home = Files.createTempDirectory("sauda-bench");
        try (Database database = Database.open(home);
                InstrumentService service = InstrumentService.open(database, home, masters(), new SystemTime())) {
            for (RecordedMasters recorded : RecordedMasters.all()) {
                service.importFile(recorded.master().name(), recorded.find().orElseThrow(), ImportProgress.none());
            }
            table(database, service.instruments());
            measure(service.directory(), database);
            all = service.directory().search(new SearchQuery("", Set.of(), Set.of(), Integer.MAX_VALUE));
        } finally {
            RecordedMasters.delete(home);
        }
        memory(all);
    }

    private static List<MasterSource> masters() {
        return RecordedMasters.all().stream().map(RecordedMasters::master).toList();
    }

    /// What a program without an index of its own would ask: one row for every instrument.
    private static void table(Database database, List<Instrument> instruments) {
        database.jdbi().useHandle(handle -> {
            handle.execute("CREATE TABLE instruments (id INT PRIMARY KEY, symbol VARCHAR(128) NOT NULL,"
                    + " name VARCHAR(256) NOT NULL, expiry DATE, strike BIGINT NOT NULL)");
            PreparedBatch rows = handle.prepareBatch("INSERT INTO instruments VALUES (?, ?, ?, ?, ?)");
            for (int id = 0; id < instruments.size(); id++) {
                Instrument instrument = instruments.get(id);
                rows.add(id, instrument.symbol(), instrument.name(), instrument.expiry(), instrument.strike());
            }
            rows.execute();
        });
    }

    private static void measure(InstrumentDirectory directory, Database database) {
        List<String> keystrokes = keystrokes();
        System.out.printf("%,d instruments, %d keystrokes a round%n", directory.size(), keystrokes.size());
        Latencies first = new Latencies();
        search(directory, keystrokes, first);
        for (int round = 0; round < WARM_ROUNDS; round++) {
            search(directory, keystrokes, new Latencies());
        }
        Latencies warm = new Latencies();
        for (int round = 0; round < ROUNDS; round++) {
            search(directory, keystrokes, warm);
        }
        Histogram like = new Histogram(3);
        for (int round = 0; round < LIKE_ROUNDS; round++) {
            like(database, keystrokes, like);
        }
        print("index, first use", first.wall());
        print("  processor time", first.processor());
        print("index", warm.wall());
        print("  processor time", warm.processor());
        print("LIKE in H2", like);
        System.out.printf(
                "p99 is %s of the target of %.0f ms, %s in processor time; LIKE takes %.0f times as long at the median%n",
                percent(warm.wall().getValueAtPercentile(99) / 1e6 / TARGET_MILLIS),
                TARGET_MILLIS,
                percent(warm.processor().getValueAtPercentile(99) / 1e6 / TARGET_MILLIS),
                like.getValueAtPercentile(50) / (double) warm.wall().getValueAtPercentile(50));
        slowest(directory, keystrokes);
    }

    /// The text after every key: r, re, rel.
    private static List<String> keystrokes() {
        List<String> keystrokes = new ArrayList<>();
        for (String text : TYPED) {
            for (int length = 1; length <= text.length(); length++) {
                keystrokes.add(text.substring(0, length));
            }
        }
        return keystrokes;
    }

    private static void search(InstrumentDirectory directory, List<String> keystrokes, Latencies latencies) {
        for (String text : keystrokes) {
            long processor = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            directory.search(SearchQuery.of(text));
            latencies.wall().recordValue(System.nanoTime() - start);
            latencies.processor().recordValue(THREADS.getCurrentThreadCpuTime() - processor);
        }
    }

    /// @param processor time this thread was running; the rest of the wall time it waited for other programs
    private record Latencies(Histogram wall, Histogram processor) {
        Latencies() {
            this(new Histogram(3), new Histogram(3));
        }
    }

    private static void like(Database database, List<String> keystrokes, Histogram latencies) {
        for (String text : keystrokes) {
            String pattern = "%" + text.toUpperCase(Locale.ROOT) + "%";
            long start = System.nanoTime();
            database.jdbi()
                    .useHandle(handle -> handle.createQuery("SELECT symbol FROM instruments"
                                    + " WHERE UPPER(symbol) LIKE :text OR UPPER(name) LIKE :text"
                                    + " ORDER BY expiry, strike LIMIT 50")
                            .bind("text", pattern)
                            .mapTo(String.class)
                            .list());
            latencies.recordValue(System.nanoTime() - start);
        }
    }

    private static void print(String what, Histogram latencies) {
        System.out.printf(
                "%-17s p50 %8.3f ms   p99 %8.3f ms   max %8.3f ms%n",
                what,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f %%", part * 100);
    }

    /// The ten slowest of the typed texts and of all beginnings of one and two letters, each at its best of five.
    private static void slowest(InstrumentDirectory directory, List<String> keystrokes) {
        List<String> texts = new ArrayList<>(new LinkedHashSet<>(keystrokes));
        for (char first = 'a'; first <= 'z'; first++) {
            texts.add(String.valueOf(first));
            for (char second = 'a'; second <= 'z'; second++) {
                texts.add("" + first + second);
            }
        }
        Map<String, Long> nanos = new HashMap<>();
        for (int round = 0; round < 5; round++) {
            for (String text : texts) {
                long start = System.nanoTime();
                directory.search(SearchQuery.of(text));
                nanos.merge(text, System.nanoTime() - start, Math::min);
            }
        }
        System.out.println("slowest texts, best of five: "
                + nanos.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(10)
                        .map(entry ->
                                String.format(Locale.ROOT, "\"%s\" %.3f ms", entry.getKey(), entry.getValue() / 1e6))
                        .collect(Collectors.joining(", ")));
    }

    /// What the index keeps besides the instruments themselves: the heap with it less the heap without it. The database
    /// must be
    /// closed, its cache comes and goes.
    private static void memory(List<Instrument> all) {
        long without = usedBytes();
        SearchIndex index = SearchIndex.of(all, new SystemTime());
        try {
            System.out.printf(
                    "memory of the index for %,d instruments, besides these: %.1f MB (target %d MB for 200,000)%n",
                    index.size(), (usedBytes() - without) / 1e6, TARGET_MEGABYTES);
        } finally {
            Reference.reachabilityFence(index);
        }
    }

    /// Heap in use once nothing more can be freed: caches of the database go late, so collect until it stays the same.
    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long used = Long.MAX_VALUE;
        for (int round = 0; round < GC_ROUNDS; round++) {
            memory.gc();
            long now = memory.getHeapMemoryUsage().getUsed();
            if (used - now < 100_000) {
                return now;
            }
            used = now;
        }
        return used;
    }
}
