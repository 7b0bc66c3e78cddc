package in.sauda.broker.angelone;

import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Clock, sleep and timer in one, moved by hand. Sleeping moves it, too: whoever sleeps returns at once, later.
public final class ManualTime implements TimeSource, Sleeper, TaskTimer {
    private final long startMillis;
    private final List<Scheduled> tasks = new ArrayList<>();
    private long nanos = TimeUnit.HOURS.toNanos(1);
    private long sleptNanos;

    public ManualTime(long startMillis) {
        this.startMillis = startMillis;
    }

    private record Scheduled(Runnable task, long dueNanos) {}

    @Override
    public synchronized long wallMillis() {
        return startMillis + TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(long amount) {
        nanos += amount;
        sleptNanos += amount;
    }

    public synchronized long sleptMillis() {
        return TimeUnit.NANOSECONDS.toMillis(sleptNanos);
    }

    @Override
    public synchronized Task schedule(Runnable task, long delayMillis) {
        Scheduled scheduled = new Scheduled(task, nanos + TimeUnit.MILLISECONDS.toNanos(delayMillis));
        tasks.add(scheduled);
        return () -> {
            synchronized (this) {
                tasks.remove(scheduled);
            }
        };
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }

    public synchronized int waiting() {
        return tasks.size();
    }

    /// Moves the clock and runs what falls due on the way, in order.
    public void advanceMillis(long millis) {
        long until;
        synchronized (this) {
            until = nanos + TimeUnit.MILLISECONDS.toNanos(millis);
        }
        Optional<Scheduled> next = takeNext(until);
        while (next.isPresent()) {
            next.get().task().run();
            next = takeNext(until);
        }
        synchronized (this) {
            nanos = Math.max(nanos, until);
        }
    }

    private synchronized Optional<Scheduled> takeNext(long untilNanos) {
        Optional<Scheduled> next = tasks.stream()
                .filter(task -> task.dueNanos() <= untilNanos)
                .min(Comparator.comparingLong(Scheduled::dueNanos));
        next.ifPresent(task -> {
            tasks.remove(task);
            nanos = Math.max(nanos, task.dueNanos());
        });
        return next;
    }
}
