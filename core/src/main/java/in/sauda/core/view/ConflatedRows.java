package in.sauda.core.view;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Latest-wins hand-over of immutable rows from the engine thread to the UI pulse.
///
/// One writer, one drainer. Between two drains a row may be replaced any number of times; the drainer sees only the
/// last and is told
/// nothing twice. Capacity is fixed: an index beyond it is refused, so memory is bounded by construction.
///
/// @param <T> immutable row
public final class ConflatedRows<T> {
    private final AtomicReferenceArray<@Nullable T> rows;
    private final AtomicIntegerArray dirty;

    public ConflatedRows(int capacity) {
        rows = new AtomicReferenceArray<>(capacity);
        dirty = new AtomicIntegerArray((capacity + Integer.SIZE - 1) / Integer.SIZE);
    }

    public int capacity() {
        return rows.length();
    }

    /// Publishes a row. The row is stored before it is marked, so a drainer that sees the mark sees the row.
    ///
    /// @throws IndexOutOfBoundsException when the index is beyond the capacity
    public void put(int index, T row) {
        rows.set(index, row);
        dirty.getAndUpdate(index >>> 5, word -> word | 1 << (index & 31));
    }

    /// Returns the row published last, or null. Readable from any thread.
    public @Nullable T get(int index) {
        return rows.get(index);
    }

    /// Passes every row changed since the last drain to {@code consumer} and returns how many there were.
    public int drain(Consumer<? super T> consumer) {
        int drained = 0;
        for (int word = 0; word < dirty.length(); word++) {
            if (dirty.get(word) == 0) {
                continue;
            }
            for (int bits = dirty.getAndSet(word, 0); bits != 0; bits &= bits - 1) {
                T row = rows.get((word << 5) + Integer.numberOfTrailingZeros(bits));
                if (row != null) {
                    consumer.accept(row);
                    drained++;
                }
            }
        }
        return drained;
    }
}
