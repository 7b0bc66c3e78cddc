package in.sauda.bench;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Ours beside others at the same frames in one run: time, rate, allocation, and how much slower each of them is.
///
/// @param benchmark class whose method {@code sauda} is ours
/// @param title what everybody reads
/// @param target what ours shall reach, in words
public record Race(Class<?> benchmark, String title, String target) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS_PER_SECOND = 1e9;

    /// @throws RunnerException when a benchmark fails
    public void run(PrintStream out) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(6)
                .measurementTime(TimeValue.seconds(1))
                .threads(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            byName.put(result.getPrimaryResult().getLabel(), result);
        }
        print(byName, out);
    }

    private void print(Map<String, RunResult> byName, PrintStream out) {
        RunResult ours = byName.get("sauda");
        if (ours == null) {
            throw new IllegalStateException("the benchmark did not run: " + byName.keySet());
        }
        double base = ours.getPrimaryResult().getScore();
        out.println(title);
        out.printf("%-10s %12s %12s %18s %10s%n", "", "ns/frame", "+/-", "frames/s", "B/op");
        byName.forEach((label, result) -> {
            Result<?> time = result.getPrimaryResult();
            out.printf(
                    "%-10s %12.1f %12.1f %18.0f %10.1f   %.1fx%n",
                    label,
                    time.getScore(),
                    time.getScoreError(),
                    NANOS_PER_SECOND / time.getScore(),
                    allocated(result),
                    time.getScore() / base);
        });
        out.println("target: " + target);
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
        return bytes == null ? Double.NaN : bytes.getScore();
    }
}
