package in.sauda.simulator.market;

import in.sauda.core.time.MarketClock;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// The live market of the simulated day: tapes are played up to the clock, on demand for whoever asks and step by step
/// for those being watched.
///
/// One lock guards all tapes and everything that reacts to them; it is held for microseconds.
public final class Market {
    /// Hears of every change of a watched tape, in market order, under the market's lock.
    @FunctionalInterface
    public interface Listener {
        void changed(Tape tape);

        /// The market has reached the first slot of a minute.
        default void minutePlayed(int slot) {}
    }

    private static final int LAST_SLOT = Slots.of(LocalTime.of(23, 59, 59));

    private final Tapes tapes;
    private final MarketClock clock;
    private final LocalDate date;
    private final ReentrantLock lock = new ReentrantLock();
    private final IdentityHashMap<Contract, Tape> played = new IdentityHashMap<>();
    private final Map<Contract, Integer> watchers = new LinkedHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private List<Tape> watched = List.of();
    private boolean watchedChanged;
    private int slot;

    public Market(Tapes tapes, MarketClock clock) {
        this.tapes = tapes;
        this.clock = clock;
        this.date = tapes.days().today();
        this.slot = currentSlot();
    }

    /// The day ends at midnight even for a clock that goes on.
    private int currentSlot() {
        return Math.min(LAST_SLOT, Slots.at(date, clock.millis()));
    }

    public LocalDate date() {
        return date;
    }

    public MarketClock clock() {
        return clock;
    }

    public Tapes tapes() {
        return tapes;
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /// Runs something while the market stands still.
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Reads the tape of a contract as of now.
    public <T> T read(Contract contract, Function<Tape, T> reader) {
        return locked(() -> reader.apply(tape(contract)));
    }

    /// The tape at the market's current slot. Call under {@link #locked}.
    public Tape tape(Contract contract) {
        Tape tape = played.computeIfAbsent(contract, row -> tapes.tape(row, 0));
        tape.advanceTo(slot);
        return tape;
    }

    /// The slot played last. Call under {@link #locked}.
    public int slot() {
        return slot;
    }

    /// When the slot played last ends; the far future once the day has no more of them, because the clock goes on.
    public long playedMillis() {
        return locked(() -> slot >= LAST_SLOT ? Long.MAX_VALUE / 2 : Slots.endMillis(date, slot));
    }

    /// From now on changes of this contract are told to the listeners; balanced by {@link #unwatch}.
    public void watch(Contract contract) {
        locked(() -> {
            tape(contract);
            watchers.merge(contract, 1, Integer::sum);
            watchedChanged = true;
            return true;
        });
    }

    public void unwatch(Contract contract) {
        locked(() -> {
            watchers.computeIfPresent(contract, (row, count) -> count == 1 ? null : count - 1);
            watchedChanged = true;
            return true;
        });
    }

    private void collectWatched() {
        List<Tape> tapesNow = new ArrayList<>(watchers.size());
        watchers.keySet().forEach(contract -> tapesNow.add(tape(contract)));
        watched = tapesNow;
        watchedChanged = false;
    }

    /// Plays every slot that has begun since the last call.
    ///
    /// @return number of slots played
    public int step() {
        int target = currentSlot();
        int steps = 0;
        while (slot < target) {
            int next = slot + 1;
            locked(() -> playSlot(next));
            steps++;
        }
        return steps;
    }

    private boolean playSlot(int next) {
        if (watchedChanged) {
            collectWatched();
        }
        slot = next;
        for (Tape tape : watched) {
            if (tape.advanceTo(next)) {
                for (Listener listener : listeners) {
                    listener.changed(tape);
                }
            }
        }
        if (next % Slots.PER_MINUTE == 0) {
            listeners.forEach(listener -> listener.minutePlayed(next));
        }
        return true;
    }
}
