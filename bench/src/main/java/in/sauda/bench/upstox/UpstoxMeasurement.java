package in.sauda.bench.upstox;

import in.sauda.bench.Measurement;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Frames of the Upstox feed into the engine's events.
public final class UpstoxMeasurement implements Measurement {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "upstox";
    }

    @Override
    public String description() {
        return "Upstox feed frames of a recorded day to the engine's events, beside the class protoc generates";
    }

    @Override
    public void run() throws Exception {
        Options options = new OptionsBuilder()
                .include(UpstoxBenchmark.class.getName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(6)
                .measurementTime(TimeValue.seconds(1))
                .threads(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        print(new Runner(options).run(), System.out);
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        Map<String, RunResult> byName = new TreeMap<>();
        for (RunResult result : results) {
            byName.put(result.getPrimaryResult().getLabel(), result);
        }
        RunResult ours = byName.get("sauda");
        if (ours == null) {
            throw new IllegalStateException("the benchmark did not run: " + byName.keySet());
        }
        double base = ours.getPrimaryResult().getScore();
        out.printf("Upstox full mode, %d recorded frames, one core%n", RecordedFrames.FRAMES);
        out.printf("%-10s %12s %12s %18s %8s%n", "", "ns/frame", "+/-", "frames/s", "B/op");
        byName.forEach((label, result) -> {
            Result<?> time = result.getPrimaryResult();
            out.printf(
                    "%-10s %12.1f %12.1f %18.0f %8.1f   %.1fx%n",
                    label,
                    time.getScore(),
                    time.getScoreError(),
                    NANOS_PER_SECOND / time.getScore(),
                    allocated(result),
                    time.getScore() / base);
        });
        out.println("target: sauda >= 1 M frames/s, >= 2.5x parseFrom, and 0 B/op");
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
        return bytes == null ? Double.NaN : bytes.getScore();
    }
}
