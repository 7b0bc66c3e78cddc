package in.sauda.bench.upstox;

import in.sauda.bench.Measurement;
import in.sauda.bench.Race;

/// Frames of the Upstox feed into the engine's events.
public final class UpstoxMeasurement implements Measurement {
    @Override
    public String name() {
        return "upstox";
    }

    @Override
    public String description() {
        return "Upstox feed frames of a recorded day to the engine's events, beside the class protoc generates and the "
                + "broker's own library";
    }

    @Override
    public void run() throws Exception {
        new Race(
                        UpstoxBenchmark.class,
                        "Upstox full mode, " + RecordedFrames.FRAMES + " recorded frames, one core",
                        "sauda >= 1 M frames/s, >= 2.5x parseFrom, >= 100x library, and 0 B/op")
                .run(System.out);
    }
}
