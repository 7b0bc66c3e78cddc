package in.sauda.core.engine;

import org.jspecify.annotations.Nullable;

/// Remembers which thread owns a piece of state and refuses every other one.
///
/// The first caller of {@link #check()} becomes the owner, so a test may drive the engine by hand from its own thread.
/// Cheap enough for the hot path, and always on: a second writer corrupts money silently.
public final class ThreadOwner {
    private volatile @Nullable Thread owner;

    /// @throws IllegalStateException when another thread owns the state
    @SuppressWarnings("ReferenceEquality") // a thread is itself
    public void check() {
        Thread current = Thread.currentThread();
        if (owner != current) {
            adopt(current);
        }
    }

    private void adopt(Thread current) {
        Thread known = owner;
        if (known != null) {
            throw new IllegalStateException("state of thread " + known.getName() + " touched by " + current.getName());
        }
        owner = current;
    }

    /// Gives the state away, e.g. from the thread that built it to the engine thread.
    public void release() {
        owner = null;
    }
}
