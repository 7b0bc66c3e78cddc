package in.sauda.core.engine;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.RereadProgress;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what became of the newest day that was read again. Engine thread only.
final class RereadTally {
    private static final int NAMES = 5;

    private final Set<InstrumentKey> waiting = new HashSet<>();
    private final Map<InstrumentKey, DayParity> found = new LinkedHashMap<>();
    private @Nullable LocalDate date;
    private boolean told = true;

    private void day(LocalDate day) {
        if (!day.equals(date)) {
            date = day;
            waiting.clear();
            found.clear();
        }
    }

    void asked(LocalDate day, InstrumentKey key) {
        day(day);
        found.remove(key);
        waiting.add(key);
        told = false;
    }

    void answered(DayParity parity) {
        if (parity.date().equals(date)) {
            waiting.remove(parity.key());
            found.put(parity.key(), parity);
        }
    }

    /// Takes what an earlier run found.
    void add(DayParity parity) {
        day(parity.date());
        found.put(parity.key(), parity);
    }

    /// True once, when nothing is waited for any more.
    boolean finished() {
        boolean now = waiting.isEmpty() && !told;
        told |= now;
        return now;
    }

    RereadProgress progress() {
        List<String> names = found.values().stream()
                .filter(day -> day.state() == DayParity.State.DIFFERS)
                .map(DayParity::symbol)
                .limit(NAMES)
                .toList();
        int failed = count(DayParity.State.UNREAD);
        return new RereadProgress(
                date,
                waiting.size() + found.size(),
                found.size() - failed,
                failed,
                count(DayParity.State.DIFFERS),
                (int) found.values().stream().filter(day -> day.mended() > 0).count(),
                names);
    }

    private int count(DayParity.State state) {
        return (int) found.values().stream().filter(day -> day.state() == state).count();
    }
}
