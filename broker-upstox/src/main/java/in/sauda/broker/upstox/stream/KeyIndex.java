package in.sauda.broker.upstox.stream;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds an instrument by the bytes of its key inside a frame, without making a string of them. Immutable.
final class KeyIndex {
    static final int ABSENT = -1;
    static final KeyIndex EMPTY = new Builder().build();

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final byte[][] keys;
    private final int[] indexes;
    private final double[] scales;
    private final int mask;

    private KeyIndex(byte[][] keys, int[] indexes, double[] scales) {
        this.keys = keys;
        this.indexes = indexes;
        this.scales = scales;
        this.mask = keys.length - 1;
    }

    /// Returns the slot of a key, or {@link #ABSENT}.
    int find(byte[] bytes, int from, int length) {
        int slot = hash(bytes, from, length) & mask;
        while (true) {
            byte[] key = keys[slot];
            if (key.length == 0) {
                return ABSENT;
            }
            if (key.length == length && Arrays.equals(bytes, from, from + length, key, 0, length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Registry index of a slot.
    int index(int slot) {
        return indexes[slot];
    }

    /// What a price in rupees is multiplied with.
    double scale(int slot) {
        return scales[slot];
    }

    /// The key itself, for people.
    String key(int slot) {
        return new String(keys[slot], StandardCharsets.UTF_8);
    }

    private static int hash(byte[] bytes, int from, int length) {
        long mixed = length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            mixed = (mixed ^ (long) LONG.get(bytes, at)) * MIXER;
            mixed ^= mixed >>> 29;
        }
        for (; at < end; at++) {
            mixed = (mixed ^ bytes[at]) * MIXER;
        }
        return (int) (mixed >>> Integer.SIZE);
    }

    /// Collects keys for one table.
    static final class Builder {
        private record Entry(int index, double scale) {}

        private final Map<String, Entry> entries = new LinkedHashMap<>();

        /// @param scale what a price in rupees is multiplied with
        Builder put(String key, int index, double scale) {
            entries.put(key, new Entry(index, scale));
            return this;
        }

        KeyIndex build() {
            int capacity = Integer.highestOneBit(Math.max(4, entries.size()) * 4 - 1);
            byte[][] keys = new byte[capacity][];
            Arrays.fill(keys, new byte[0]);
            int[] indexes = new int[capacity];
            double[] scales = new double[capacity];
            entries.forEach((text, entry) -> {
                byte[] key = text.getBytes(StandardCharsets.UTF_8);
                int slot = hash(key, 0, key.length) & (capacity - 1);
                while (keys[slot].length > 0) {
                    slot = (slot + 1) & (capacity - 1);
                }
                keys[slot] = key;
                indexes[slot] = entry.index();
                scales[slot] = entry.scale();
            });
            return new KeyIndex(keys, indexes, scales);
        }
    }
}
