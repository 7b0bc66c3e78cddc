package in.sauda.core.time;

/// The computer's own clocks.
public final class SystemTime implements TimeSource {
    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
