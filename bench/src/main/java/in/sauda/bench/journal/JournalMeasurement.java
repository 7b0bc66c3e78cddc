package in.sauda.bench.journal;

import in.sauda.bench.Measurement;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Sequential writing and reading of records of the size of a quote, beside plain {@code Files.write} of the
/// same bytes.
///
/// {@code -Djournal.records=N} shortens it for a quick look.
public final class JournalMeasurement implements Measurement {
    private static final int PAYLOAD = 187;
    private static final byte TYPE = 3;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String description() {
        return "records written and read a second, beside a plain file of the same bytes";
    }

    @Override
    public void run() throws IOException {
        int records = Integer.getInteger("journal.records", 5_000_000);
        for (int round = 0; round < 3; round++) {
            Path folder = Files.createTempDirectory("sauda-journal");
            try {
                plain(folder.resolve("plain"), records);
                write(folder, records);
                read(folder);
            } finally {
                delete(folder);
            }
        }
    }

    private static void plain(Path file, int records) throws IOException {
        byte[] block = new byte[1 << 16];
        long bytes = (long) records * PAYLOAD;
        long begin = System.nanoTime();
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
        }
        report("plain", records, begin);
        Files.delete(file);
    }

    private static void write(Path folder, int records) throws IOException {
        long begin = System.nanoTime();
        long waits = 0;
        try (JournalWriter writer = JournalWriter.open(folder)) {
            for (int record = 0; record < records; record++) {
                ByteBuffer to = writer.begin(TYPE, record, PAYLOAD);
                while (to == null) {
                    // Faster than the disk: the engine would count a gap here, the measurement waits.
                    waits++;
                    Thread.onSpinWait();
                    to = writer.begin(TYPE, record, PAYLOAD);
                }
                for (int i = 0; i < PAYLOAD / Long.BYTES; i++) {
                    to.putLong(record + i);
                }
                writer.end(to);
            }
        }
        report("write", records, begin);
        if (waits > 0) {
            System.out.printf("       waited %,d times for the disk%n", waits);
        }
    }

    private static void read(Path folder) throws IOException {
        long begin = System.nanoTime();
        int records = 0;
        long sum = 0;
        try (JournalReader reader = new JournalReader(new JournalFolder(folder), 0)) {
            for (var record = reader.next(); record != null; record = reader.next()) {
                records++;
                sum += record.payload().getLong();
            }
        }
        report("read", records, begin);
        if (sum == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static void report(String what, int records, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%-6s %,d records in %.2f s: %,.0f records/s, %.0f MB/s%n",
                what, records, seconds, records / seconds, (double) records * PAYLOAD / seconds / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
