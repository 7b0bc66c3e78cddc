package in.sauda.app.settings;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings in memory, saved shortly after the last change. Safe from any thread; never waits for the disk except in
/// {@link #close()}.
public final class SettingsStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final long SAVE_DELAY_MILLIS = 400;

    private final SettingsFile file;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("settings").daemon().unstarted(task));
    private Settings settings;
    private @Nullable Notice problem;
    private @Nullable ScheduledFuture<?> pending;
    private boolean dirty;

    private SettingsStore(SettingsFile file, Settings settings, @Nullable Notice problem) {
        this.file = file;
        this.settings = settings;
        this.problem = problem;
    }

    /// Reads the file. One that cannot be read is moved aside and replaced by the defaults, and {@link #problem()} says
    /// so: a damaged settings file must not keep the terminal from starting.
    public static SettingsStore open(Path path, TimeSource time) {
        SettingsFile file = new SettingsFile(path);
        if (!file.exists()) {
            return new SettingsStore(file, Settings.defaults(), null);
        }
        try {
            return new SettingsStore(file, file.read(), null);
        } catch (IOException e) {
            LOG.warn("Settings could not be read: {}", e.getMessage());
            return new SettingsStore(file, Settings.defaults(), rescue(file, time));
        }
    }

    private static Notice rescue(SettingsFile file, TimeSource time) {
        String when = IndiaTime.date(time.wallMillis()).toString();
        try {
            Path aside = file.moveAside(when);
            return new Notice(
                    Level.WARNING,
                    "SET-1",
                    "The settings file could not be read, so the terminal started with defaults.",
                    "The old file was kept as " + aside.getFileName() + ".");
        } catch (IOException e) {
            LOG.warn("The unreadable settings file could not be moved aside: {}", e.getMessage());
            return new Notice(
                    Level.ERROR,
                    "SET-2",
                    "The settings file can neither be read nor moved.",
                    "Check the permissions of " + file.path().getParent() + ".");
        }
    }

    /// What went wrong while reading or saving, once; empty when nothing did.
    public synchronized Optional<Notice> problem() {
        Optional<Notice> told = Optional.ofNullable(problem);
        problem = null;
        return told;
    }

    public synchronized Settings get() {
        return settings;
    }

    public synchronized void update(UnaryOperator<Settings> change) {
        Settings next = change.apply(settings);
        if (next.equals(settings)) {
            return;
        }
        settings = next;
        dirty = true;
        if (pending != null) {
            pending.cancel(false);
        }
        pending = saver.schedule(this::save, SAVE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void save() {
        Settings snapshot;
        synchronized (this) {
            if (!dirty) {
                return;
            }
            dirty = false;
            snapshot = settings;
        }
        try {
            file.write(snapshot);
        } catch (IOException e) {
            LOG.warn("Settings could not be saved: {}", e.toString());
            saveFailed();
        }
    }

    private synchronized void saveFailed() {
        problem = new Notice(
                Level.ERROR,
                "SET-3",
                "Settings could not be saved.",
                "Check the free space and permissions of " + file.path().getParent() + ".");
    }

    /// Saves what is not saved yet and stops. Safe to call twice.
    @Override
    public void close() {
        if (!saver.isShutdown()) {
            saver.execute(this::save);
            saver.close();
        }
    }
}
