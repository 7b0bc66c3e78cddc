package in.sauda.bench.soak;

import in.sauda.bench.Distribution;
import in.sauda.bench.Measurement;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Half an hour at market speed with a fault every minute; {@code SAUDA_SOAK_MINUTES} changes the length.
public final class SoakMeasurement implements Measurement {
    private static final String MINUTES = "SAUDA_SOAK_MINUTES";
    private static final long DEFAULT_MINUTES = 30;
    private static final int SHOWN = 20;

    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String description() {
        return "a terminal core on a misbehaving exchange: candles, orders, threads, sockets and heap at the end";
    }

    @Override
    public void run() throws Exception {
        String minutes = System.getenv(MINUTES);
        Duration length = Duration.ofMinutes(minutes == null ? DEFAULT_MINUTES : Long.parseLong(minutes));
        Path home = Distribution.scratch();
        try {
            print(length, new SoakRun(SoakPlan.full(length), home).run());
        } finally {
            Distribution.delete(home);
        }
    }

    private void print(Duration length, SoakReport report) {
        out.printf("%d minutes, %,d ticks%n", length.toMinutes(), report.ticks());
        report.faults().forEach(fault -> out.println("  " + fault));
        list("candles that are not the exchange's", report.candles(), report.differing());
        list("candles that differ because packets vanished without a trace", report.candles(), report.vanished());
        list(
                "those that a reading of the history would not mend",
                report.vanished().size(),
                report.incurable());
        list("orders that do not end as at the exchange", report.orders(), report.disagreeing());
        list("orders sent twice", report.orders(), report.duplicated());
        out.printf(
                "threads      %4d warm, %4d at the end%n",
                report.threads().warm(), report.threads().end());
        out.printf(
                "heap MB      %4d warm, %4d at the end%n",
                report.heapMegabytes().warm(), report.heapMegabytes().end());
        out.printf("sockets      %4d open at the end%n", report.sockets());
    }

    private void list(String what, int of, List<String> found) {
        out.printf("%s: %d of %,d%n", what, found.size(), of);
        found.stream().limit(SHOWN).forEach(line -> out.println("    " + line));
    }
}
