package in.sauda.core.instruments.search;

import java.util.Arrays;
import java.util.BitSet;

/// The best matches seen so far, at most as many as were asked for; an item offered twice counts once.
///
/// A binary heap with the worst match on top, over two parallel arrays, so that a keystroke allocates little.
final class TopMatches {
    private static final int FIRST_CAPACITY = 64;

    private final int limit;
    private final BitSet offered;
    private long[] keys;
    private int[] items;
    private int size;

    TopMatches(int limit, int itemCount) {
        this.limit = Math.max(0, Math.min(limit, itemCount));
        this.offered = new BitSet(itemCount);
        this.keys = new long[Math.min(FIRST_CAPACITY, this.limit)];
        this.items = new int[keys.length];
    }

    boolean full() {
        return size == limit;
    }

    /// The key a new match must stay below once {@link #full()}.
    long worst() {
        return size == 0 ? Long.MAX_VALUE : keys[0];
    }

    /// False for a key that {@link #offer} would refuse whatever the item; cheap, for asking first.
    boolean hasPlaceFor(long key) {
        return size < limit || (size > 0 && key <= keys[0]);
    }

    /// @param key smaller is better; ties go to the smaller item
    void offer(long key, int item) {
        if (limit == 0 || (full() && !before(key, item, keys[0], items[0])) || offered.get(item)) {
            return;
        }
        offered.set(item);
        if (full()) {
            sink(key, item);
        } else {
            rise(key, item);
        }
    }

    private static boolean before(long key, int item, long otherKey, int otherItem) {
        return key < otherKey || (key == otherKey && item < otherItem);
    }

    private void rise(long key, int item) {
        if (size == keys.length) {
            int capacity = Math.min(limit, size * 2);
            keys = Arrays.copyOf(keys, capacity);
            items = Arrays.copyOf(items, capacity);
        }
        int at = size++;
        while (at > 0 && before(keys[(at - 1) / 2], items[(at - 1) / 2], key, item)) {
            keys[at] = keys[(at - 1) / 2];
            items[at] = items[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        keys[at] = key;
        items[at] = item;
    }

    private void sink(long key, int item) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(keys[child], items[child], keys[child + 1], items[child + 1])) {
                child++;
            }
            if (!before(key, item, keys[child], items[child])) {
                break;
            }
            keys[at] = keys[child];
            items[at] = items[child];
            at = child;
        }
        keys[at] = key;
        items[at] = item;
    }

    /// The matches, best first. The heap is used up.
    int[] best() {
        int[] sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = items[0];
            size--;
            long key = keys[size];
            int item = items[size];
            if (size > 0) {
                sink(key, item);
            }
        }
        return sorted;
    }
}
