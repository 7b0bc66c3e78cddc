package in.sauda.core.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ticks of one day in the order in which they must have happened.
///
/// Small steps back are how a feed is and stay: the engine judges them. A step back of more than five minutes is how a
/// file is (blocks pasted in the wrong order, one symbol after the other); there a new run begins, and the runs are
/// merged by time.
final class DayOrder {
    private static final long RUN_ENDS_MILLIS = 300_000L;

    private static final class Run {
        private final List<RecordedTick> ticks = new ArrayList<>();
        private int next;

        private @Nullable RecordedTick peek() {
            return next < ticks.size() ? ticks.get(next) : null;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private long newest = Long.MIN_VALUE;
    private long misplaced;

    /// Takes the next tick of the file.
    void add(RecordedTick tick) {
        if (runs.isEmpty() || newest - tick.millis() > RUN_ENDS_MILLIS) {
            runs.add(new Run());
            newest = tick.millis();
        }
        runs.getLast().ticks.add(tick);
        newest = Math.max(newest, tick.millis());
    }

    /// Takes the oldest tick out, or null when there is none.
    @Nullable
    RecordedTick poll() {
        Run oldest = null;
        RecordedTick first = null;
        boolean waiting = false;
        for (Run run : runs) {
            RecordedTick tick = run.peek();
            if (tick != null && (first == null || tick.millis() < first.millis())) {
                waiting = first != null;
                oldest = run;
                first = tick;
            }
        }
        if (oldest != null) {
            oldest.next++;
            misplaced += waiting ? 1 : 0;
        }
        return first;
    }

    /// Ticks that came out before one that stands earlier in the file.
    long misplaced() {
        return misplaced;
    }

    void clear() {
        runs.clear();
        newest = Long.MIN_VALUE;
    }
}
