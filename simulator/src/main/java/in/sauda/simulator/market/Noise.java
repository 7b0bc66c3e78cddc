package in.sauda.simulator.market;

/// Random numbers without state: the same coordinates always give the same number, so any second of any day can be
/// looked at without having played the ones before it.
///
/// The mixing function is SplitMix64 (Steele, Lea, Flood 2014).
public final class Noise {
    private static final double UNIT = 0x1.0p-53;
    private static final double SQRT_3 = Math.sqrt(3);

    private Noise() {}

    public static long hash(long a, long b) {
        return mix(a * 0x9E3779B97F4A7C15L + mix(b + 0x632BE59BD9B4E019L));
    }

    public static long hash(long a, long b, long c) {
        return hash(hash(a, b), c);
    }

    public static long hash(long a, String text) {
        long hash = a;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1).
    public static double uniform(long hash) {
        return (hash >>> 11) * UNIT;
    }

    /// Mean 0, variance 1: the sum of four uniforms. Its tails end at 3.5, which suits prices that must not explode.
    public static double normal(long hash) {
        double sum = (hash & 0xFFFF) + (hash >>> 16 & 0xFFFF) + (hash >>> 32 & 0xFFFF) + (hash >>> 48);
        return (sum / 65_536 - 2) * SQRT_3;
    }
}
