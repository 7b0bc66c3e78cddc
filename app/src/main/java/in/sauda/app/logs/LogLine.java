package in.sauda.app.logs;

import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/// One redacted line of the log.
///
/// @param sequence counts lines since the start of the process
/// @param text message, and below it the exception where there was one
public record LogLine(
        long sequence, long millis, Level level, String module, String thread, String logger, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /// From the least to the most serious.
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        /// What is finer than these counts as DEBUG.
        public static Level of(String name) {
            return Arrays.stream(values())
                    .filter(level -> level.name().equals(name))
                    .findFirst()
                    .orElse(DEBUG);
        }
    }

    public String time() {
        return TIME.format(IndiaTime.time(millis));
    }

    /// The first line of the text.
    public String headline() {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /// True when the text, logger or thread contains this, whatever its case.
    boolean contains(String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase)
                || logger.toLowerCase(Locale.ROOT).contains(lowerCase)
                || thread.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /// As in the file.
    public String whole() {
        return time() + " " + level + " [" + thread + "] " + logger + " - " + text;
    }
}
