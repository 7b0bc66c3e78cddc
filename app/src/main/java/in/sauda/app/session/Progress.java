package in.sauda.app.session;

/// Told what a starting session is busy with, in a few words; called from any thread.
@FunctionalInterface
public interface Progress {
    void busyWith(String what);
}
