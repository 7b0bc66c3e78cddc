package in.sauda.app.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import in.sauda.app.logs.LogLine;
import in.sauda.app.logs.LogSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;

/// The last lines of every module, kept in memory for the log viewer; the oldest make room for the newest. Lines
/// are redacted before they are kept. Safe from any thread.
public final class LogTail extends AppenderBase<ILoggingEvent> implements LogSource {
    static final int CAPACITY = 5_000;
    private static final int LONGEST_TEXT = 8_000;
    private static final String NAME = "TAIL";

    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long sequence;

    /// The appender the configuration made; one without lines where it made none, as in a test.
    public static LogTail ofThisProcess() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(NAME) instanceof LogTail tail) {
            return tail;
        }
        return new LogTail();
    }

    @Override
    public void start() {
        exceptions.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String words = SafeLayout.words(event, exceptions);
        String text = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) + "…" : words;
        synchronized (lines) {
            lines.addLast(new LogLine(
                    ++sequence,
                    event.getTimeStamp(),
                    LogLine.Level.of(event.getLevel().toString()),
                    Modules.of(event.getLoggerName()),
                    event.getThreadName(),
                    event.getLoggerName(),
                    text));
            if (lines.size() > CAPACITY) {
                lines.removeFirst();
            }
        }
    }

    @Override
    public List<LogLine> after(long seen) {
        synchronized (lines) {
            if (seen == sequence) {
                return List.of();
            }
            List<LogLine> news = new ArrayList<>();
            for (LogLine line : lines) {
                if (line.sequence() > seen) {
                    news.add(line);
                }
            }
            return news;
        }
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public List<String> modules() {
        return Modules.all();
    }
}
