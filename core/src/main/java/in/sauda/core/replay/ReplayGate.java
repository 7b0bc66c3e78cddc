package in.sauda.core.replay;

import in.sauda.core.time.TimeSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Holds a replay back: its recording goes no further than the user wants and no faster than the speed.
final class ReplayGate {
    /// Nights and pauses of a recording are not waited out.
    private static final long LONGEST_SILENCE_MILLIS = 60_000L;

    private static final long SHORTEST_WAIT_NANOS = 1_000_000L;
    private static final long LONG_NANOS = 1_000_000_000_000L;
    private static final long NONE = Long.MIN_VALUE;

    /// The recording is wanted again from its beginning.
    static final class Restart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Restart() {
            super("the replay goes back", null, false, false);
        }
    }

    /// Nobody watches any more.
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("the replay is over", null, false, false);
        }
    }

    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double speed = 1;
    private boolean playing;
    private boolean ended;
    private boolean restart;
    private boolean closed;
    private long fastUntil = NONE;
    private long anchorMillis = NONE;
    private long anchorNanos;
    private volatile long position;

    ReplayGate(TimeSource time) {
        this.time = time;
    }

    /// Called by the replay before it goes on to a time; returns when it may.
    void pass(long millis) {
        lock.lock();
        try {
            if (millis - position > LONGEST_SILENCE_MILLIS) {
                anchorMillis = NONE;
            }
            check();
            while (waitNanos(millis) > 0) {
                var _ = changed.awaitNanos(waitNanos(millis));
                check();
            }
            position = millis;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Closed();
        } finally {
            lock.unlock();
        }
    }

    private void check() {
        if (closed) {
            throw new Closed();
        }
        if (restart) {
            restart = false;
            position = 0;
            anchorMillis = NONE;
            throw new Restart();
        }
    }

    /// How long the recording has to wait before it goes on to that time; 0 or less when it need not.
    private long waitNanos(long millis) {
        if (millis < fastUntil) {
            return 0;
        }
        fastUntil = NONE;
        if (!playing) {
            anchorMillis = NONE;
            return LONG_NANOS;
        }
        if (speed == 0) {
            return 0;
        }
        if (anchorMillis == NONE) {
            anchorMillis = millis;
            anchorNanos = time.nanos();
        }
        long ahead = anchorNanos + (long) ((millis - anchorMillis) * 1_000_000.0 / speed) - time.nanos();
        return ahead > SHORTEST_WAIT_NANOS ? ahead : 0;
    }

    /// Everything was played: stays there until the user goes back or closes it.
    void atEnd() {
        lock.lock();
        try {
            ended = true;
            playing = false;
            while (true) {
                check();
                changed.awaitUninterruptibly();
            }
        } finally {
            ended = false;
            lock.unlock();
        }
    }

    void play() {
        change(() -> playing = true);
    }

    void pause() {
        change(() -> playing = false);
    }

    void speed(double factor) {
        change(() -> {
            speed = factor;
            anchorMillis = NONE;
        });
    }

    void seek(long millis) {
        change(() -> {
            restart = millis < position;
            fastUntil = millis;
            anchorMillis = NONE;
        });
    }

    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean playing() {
        lock.lock();
        try {
            return playing;
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        return position;
    }
}
