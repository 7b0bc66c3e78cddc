package in.sauda.bench.decode;

import in.sauda.bench.Measurement;
import in.sauda.bench.Race;

/// Angel One's SNAP_QUOTE packet into the engine's event.
public final class DecodeMeasurement implements Measurement {
    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String description() {
        return "Angel One SNAP_QUOTE bytes to the engine's event, beside a plain ByteBuffer parse and a client library's way";
    }

    @Override
    public void run() throws Exception {
        new Race(
                        DecodeBenchmark.class,
                        "Angel One SNAP_QUOTE (" + SnapQuoteFrames.LENGTH + " bytes), " + SnapQuoteFrames.INSTRUMENTS
                                + " instruments, one core",
                        "sauda >= 15 M frames/s, >= 3x the plain parse into a record, and 0 B/op")
                .run(System.out);
    }
}
