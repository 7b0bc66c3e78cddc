package in.sauda.core.timeline;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The day's jobs: looks once a second which one is due by the market's clock and runs it, one after the other, on a
/// thread of its own (rules 8.3).
///
/// A job runs once on each trading day. One that failed is not tried again by itself; {@link #runNow} does that. Safe
/// from any thread.
public final class Timeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long STOP_SECONDS = 5;

    private static final class Slot {
        private final DayJob job;
        private LocalTime at;
        private boolean on = true;
        private @Nullable LocalDate handled;
        private boolean passed;
        private boolean running;
        private @Nullable JobRun last;

        private Slot(DayJob job) {
            this.job = job;
            at = job.usual();
        }
    }

    private final TradingCalendar calendar;
    private final boolean everyDay;
    private final MarketClock clock;
    private final TimeSource time;
    private final TimelineLog log;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Set<LocalDate> seen = new HashSet<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("timeline-job").daemon().factory());
    private final Thread watch = Thread.ofVirtual().name("timeline").unstarted(this::run);
    private long lookedMillis;
    private volatile boolean closed;

    /// @param everyDay the market plays a trading day on every date, as the demo's does
    /// @param clock the market's: decides what is due
    /// @param time measures how long a job takes
    public Timeline(TradingCalendar calendar, boolean everyDay, MarketClock clock, TimeSource time, TimelineLog log) {
        this.calendar = calendar;
        this.everyDay = everyDay;
        this.clock = clock;
        this.time = time;
        this.log = log;
        lookedMillis = clock.millis();
    }

    /// Adds a job; any time before or after the start.
    ///
    /// @throws IllegalArgumentException when there is a job of that id already
    public synchronized void add(DayJob job) {
        if (slots.containsKey(job.id())) {
            throw new IllegalArgumentException("there is a job called " + job.id() + " already");
        }
        Slot slot = new Slot(job);
        slots.put(job.id(), slot);
        log.runs().stream()
                .filter(run -> run.job().equals(job.id()))
                .findFirst()
                .ifPresent(run -> {
                    slot.last = run;
                    slot.handled = run.byHand() ? null : IndiaTime.date(run.startedMillis());
                });
    }

    /// Begins to look.
    public void start() {
        watch.start();
    }

    private void run() {
        while (!closed) {
            look();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// Runs what has become due since the last look.
    void look() {
        for (DayJob due : due()) {
            submit(due, false);
        }
    }

    private synchronized List<DayJob> due() {
        long now = clock.millis();
        LocalDate today = IndiaTime.date(now);
        boolean firstLook = seen.add(today);
        List<DayJob> due = new ArrayList<>();
        for (Slot slot : inOrder()) {
            if (!slot.on
                    || !trading(today)
                    || today.equals(slot.handled)
                    || IndiaTime.epochMillis(today, slot.at) > now) {
                continue;
            }
            slot.handled = today;
            // What became due while nobody looked is late, not passed: the computer may have slept for a moment.
            boolean late = !firstLook || IndiaTime.epochMillis(today, slot.at) >= lookedMillis;
            slot.passed = !late && !slot.job.catchesUp();
            if (!slot.passed) {
                due.add(slot.job);
            }
        }
        lookedMillis = now;
        return due;
    }

    private List<Slot> inOrder() {
        return slots.values().stream()
                .sorted(Comparator.comparing((Slot slot) -> slot.at))
                .toList();
    }

    private boolean trading(LocalDate day) {
        return everyDay || calendar.isTradingDay(day);
    }

    /// Runs a job now, behind those that are running; nothing happens when it runs or waits already.
    public void runNow(String id) {
        DayJob job;
        synchronized (this) {
            Slot slot = slots.get(id);
            if (slot == null || slot.running) {
                return;
            }
            job = slot.job;
        }
        submit(job, true);
    }

    private void submit(DayJob job, boolean byHand) {
        synchronized (this) {
            Slot slot = slots.get(job.id());
            if (closed || slot == null || slot.running) {
                return;
            }
            slot.running = true;
        }
        worker.execute(() -> work(job, byHand));
    }

    private void work(DayJob job, boolean byHand) {
        long started = clock.millis();
        long nanos = time.nanos();
        boolean done = false;
        String words;
        try {
            words = job.work().run(IndiaTime.date(started));
            done = true;
        } catch (JobFailedException failed) {
            LOG.warn("Job {} failed", job.id(), failed);
            words = String.valueOf(failed.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            words = "Ended with the terminal.";
        } catch (RuntimeException failure) {
            LOG.error("Job {} failed unexpectedly", job.id(), failure);
            words = "It failed for a reason the program did not expect; the log file has it.";
        }
        finished(new JobRun(job.id(), job.title(), started, (time.nanos() - nanos) / 1_000_000, done, byHand, words));
    }

    private void finished(JobRun run) {
        LOG.info("Job {} {} after {} ms: {}", run.job(), run.done() ? "done" : "failed", run.tookMillis(), run.words());
        synchronized (this) {
            Slot slot = slots.get(run.job());
            if (slot != null) {
                slot.running = false;
                slot.passed = false;
                slot.last = run;
            }
        }
        log.add(run);
    }

    /// Gives a job another time, or switches it off or on. A time of today that is still to come counts
    /// today, one that has passed counts from the next trading day.
    public synchronized void plan(String id, LocalTime at, boolean on) {
        Slot slot = slots.get(id);
        if (slot == null) {
            return;
        }
        LocalDate today = IndiaTime.date(clock.millis());
        boolean later = IndiaTime.epochMillis(today, at) > clock.millis();
        if (!at.equals(slot.at) && later) {
            slot.handled = null;
            slot.passed = false;
        } else if (!at.equals(slot.at) && !today.equals(slot.handled) && !slot.job.catchesUp()) {
            slot.handled = today;
            slot.passed = true;
        }
        slot.at = at;
        slot.on = on;
    }

    /// All jobs by their time.
    public synchronized List<JobRow> rows() {
        long now = clock.millis();
        return inOrder().stream().map(slot -> row(slot, now)).toList();
    }

    private JobRow row(Slot slot, long now) {
        LocalDate today = IndiaTime.date(now);
        return new JobRow(slot.job, slot.at, state(slot, today), slot.last, slot.on ? next(slot, today) : 0);
    }

    private JobRow.State state(Slot slot, LocalDate today) {
        if (slot.running) {
            return JobRow.State.RUNNING;
        }
        if (!slot.on) {
            return JobRow.State.OFF;
        }
        JobRun last = slot.last;
        if (last != null && IndiaTime.date(last.startedMillis()).equals(today)) {
            return last.done() ? JobRow.State.DONE : JobRow.State.FAILED;
        }
        if (!trading(today)) {
            return JobRow.State.REST;
        }
        return slot.passed && today.equals(slot.handled) ? JobRow.State.PASSED : JobRow.State.WAITING;
    }

    private long next(Slot slot, LocalDate today) {
        boolean stillToday = trading(today) && !today.equals(slot.handled);
        LocalDate day = today;
        if (!stillToday) {
            day = everyDay ? today.plusDays(1) : calendar.nextTradingDay(today);
        }
        return IndiaTime.epochMillis(day, slot.at);
    }

    /// What ran, newest first.
    public List<JobRun> runs() {
        return log.runs();
    }

    /// Ends the thread; a job that runs is interrupted and given five seconds.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A job of the timeline did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
