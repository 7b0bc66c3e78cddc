package in.sauda.core.engine;

import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the engine alive: an exception in one event or strategy is counted, logged and shown once per kind.
final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final UiEvents events;
    private final Set<String> shown = new HashSet<>();
    private long failures;

    Supervisor(UiEvents events) {
        this.events = events;
    }

    /// @param where what was being done, stable text
    void failed(String where, RuntimeException failure) {
        failures++;
        if (shown.add(where + failure.getClass().getName())) {
            LOG.error("Failure in {}; the engine goes on, repeats are only counted", where, failure);
            events.add(new UiEvent.Notice(
                    UiEvent.Level.ERROR,
                    "ENGINE",
                    "Something failed inside the terminal (" + where + "); it goes on.",
                    "Please report it with the log file."));
        }
    }

    /// Shows a notice unless one with this code and sentence was shown before.
    void once(UiEvent.Level level, String code, String sentence, String nextStep) {
        if (shown.add(code + sentence)) {
            LOG.warn("{}: {}", code, sentence);
            events.add(new UiEvent.Notice(level, code, sentence, nextStep));
        }
    }

    long failures() {
        return failures;
    }
}
