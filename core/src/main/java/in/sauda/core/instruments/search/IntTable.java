package in.sauda.core.instruments.search;

import java.util.Arrays;

/// An open-addressing table of positions in a list: 2 MB for 200,000 of them, where a map of objects would take twenty.
/// Positions with the same hash follow each other in the order they were put.
final class IntTable {
    static final int EMPTY = -1;

    private final int[] slots;

    IntTable(int size) {
        slots = new int[Math.max(16, Integer.highestOneBit(size * 2) * 2)];
        Arrays.fill(slots, EMPTY);
    }

    void put(int hash, int position) {
        int slot = slot(hash);
        while (slots[slot] != EMPTY) {
            slot = next(slot);
        }
        slots[slot] = position;
    }

    /// Where to look first.
    int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    }

    /// Where to look when something else is there.
    int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    int at(int slot) {
        return slots[slot];
    }
}
