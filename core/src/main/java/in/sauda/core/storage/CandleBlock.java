package in.sauda.core.storage;

import in.sauda.core.candles.Candle;
import java.util.Arrays;
import java.util.List;

/// One instrument's minutes of one day in a few kilobytes: every number as its distance from the one before, in as few
/// bytes as it needs.
///
/// A hundred times fewer rows than one a minute makes reading a year quick; nothing is lost or rounded.
final class CandleBlock {
    private static final int VERSION = 1;
    private static final int MOST_BYTES_A_BAR = 60;
    private static final long SECOND_MILLIS = 1_000L;

    /// Takes decoded candles.
    @FunctionalInterface
    interface Sink {
        void candle(long start, long open, long high, long low, long close, long volume, int flags);
    }

    private CandleBlock() {}

    /// True when nothing would be lost: whole seconds, oldest first.
    static boolean packable(List<Candle> candles) {
        long before = Long.MIN_VALUE;
        for (Candle candle : candles) {
            if (candle.startMillis() % SECOND_MILLIS != 0 || candle.startMillis() <= before) {
                return false;
            }
            before = candle.startMillis();
        }
        return !candles.isEmpty();
    }

    /// @param candles packable
    static byte[] encode(List<Candle> candles) {
        Writer out = new Writer(new byte[16 + candles.size() * MOST_BYTES_A_BAR]);
        out.number(VERSION);
        out.number(candles.size());
        long start = 0;
        long close = 0;
        for (Candle candle : candles) {
            out.number(candle.startMillis() / SECOND_MILLIS - start);
            out.signed(candle.open() - close);
            out.signed(candle.close() - candle.open());
            out.signed(candle.high() - Math.max(candle.open(), candle.close()));
            out.signed(Math.min(candle.open(), candle.close()) - candle.low());
            out.signed(candle.volume());
            out.number(candle.flags());
            start = candle.startMillis() / SECOND_MILLIS;
            close = candle.close();
        }
        return out.bytes();
    }

    /// Tells the candles whose start lies in {@code [fromMillis, toMillis)}, oldest first.
    ///
    /// @throws StorageException when the bytes are of another version
    static void decode(byte[] bytes, long fromMillis, long toMillis, Sink sink) {
        Reader in = new Reader(bytes);
        long version = in.number();
        if (version != VERSION) {
            throw new StorageException(
                    "Stored candles were written by a newer version of Sauda.",
                    "Start the version that wrote them.",
                    new IllegalStateException("block version " + version));
        }
        int count = (int) in.number();
        long start = 0;
        long close = 0;
        for (int i = 0; i < count; i++) {
            start += in.number();
            long open = close + in.signed();
            close = open + in.signed();
            long high = Math.max(open, close) + in.signed();
            long low = Math.min(open, close) - in.signed();
            long volume = in.signed();
            int flags = (int) in.number();
            long millis = start * SECOND_MILLIS;
            if (millis >= fromMillis && millis < toMillis) {
                sink.candle(millis, open, high, low, close, volume, flags);
            }
        }
    }

    /// Seven bits a byte, the highest says whether more follow.
    private static final class Writer {
        private final byte[] bytes;
        private int at;

        private Writer(byte[] bytes) {
            this.bytes = bytes;
        }

        private void number(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[at++] = (byte) rest;
        }

        /// Small negative numbers are small, too.
        private void signed(long value) {
            number((value << 1) ^ (value >> 63));
        }

        private byte[] bytes() {
            return Arrays.copyOf(bytes, at);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private long number() {
            byte first = bytes[at++];
            if (first >= 0) {
                return first;
            }
            long value = first & 0x7F;
            for (int shift = 7; ; shift += 7) {
                byte next = bytes[at++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        private long signed() {
            long coded = number();
            return (coded >>> 1) ^ -(coded & 1);
        }
    }
}
