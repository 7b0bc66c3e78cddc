package in.sauda.core.broker.support;

import in.sauda.core.time.TimeSource;
import java.util.concurrent.TimeUnit;

/// Waits for the first frame of a deep book. A broker that sends none may say so, or send nothing at all: after five
/// seconds with every connection up it counts as refused. Guarded by the feed's lock.
public final class DeepWait {
    /// The first frame comes at once, whatever the instrument does.
    private static final long PATIENCE_MILLIS = 5_000;

    /// What the feed has to say about it. Called with the lock held.
    public interface Feed {
        /// True while a deep book is asked for and could come.
        boolean asking();

        /// When the last frame of a deep book came, 0 for never.
        long lastNanos();

        /// None came.
        void refused();
    }

    private final TaskTimer timer;
    private final TimeSource time;
    private final Object lock;
    private final Feed feed;
    private boolean open;
    private long askedNanos;

    public DeepWait(TaskTimer timer, TimeSource time, Object lock, Feed feed) {
        this.timer = timer;
        this.time = time;
        this.lock = lock;
        this.feed = feed;
    }

    /// The broker was asked for a deep book. With the lock held.
    public void asked() {
        open = true;
        askedNanos = time.nanos();
        timer.schedule(this::judge, PATIENCE_MILLIS);
    }

    /// True while an error of the broker's may be about the deep book. With the lock held.
    public boolean waiting() {
        long last = feed.lastNanos();
        return open && feed.asking() && (last == 0 || last - askedNanos < 0);
    }

    /// The broker said no, or nothing. With the lock held.
    public void over() {
        open = false;
        feed.refused();
    }

    /// Whoever asked last is judged last.
    private void judge() {
        synchronized (lock) {
            boolean early = time.nanos() - askedNanos < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            if (!early && waiting()) {
                over();
            }
        }
    }
}
