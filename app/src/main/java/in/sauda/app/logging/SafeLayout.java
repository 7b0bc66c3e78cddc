package in.sauda.app.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.time.IndiaTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/// One line of a log file, as text or as JSON, with every secret taken out of the message and of the
/// exception's text.
///
/// The whole line passes the redactor after it was put together, so no way of logging gets around it.
public final class SafeLayout extends LayoutBase<ILoggingEvent> {
    private static final String PATTERN =
            "%d{yyyy-MM-dd HH:mm:ss.SSS, Asia/Kolkata} %-5level [%thread] %logger{36} - %msg%n%ex";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PatternLayout text = new PatternLayout();
    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();
    private boolean json;

    /// Set by the configuration: {@code json} for one object a line, anything else for text.
    public void setFormat(String format) {
        json = "json".equalsIgnoreCase(format.strip());
    }

    @Override
    public void start() {
        text.setContext(getContext());
        text.setPattern(PATTERN);
        text.start();
        exceptions.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return json ? jsonLine(event) : Redaction.clean(text.doLayout(event));
    }

    private String jsonLine(ILoggingEvent event) {
        ObjectNode line = JSON.createObjectNode()
                .put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time(event)))
                .put("level", event.getLevel().toString())
                .put("module", Modules.of(event.getLoggerName()))
                .put("thread", event.getThreadName())
                .put("logger", event.getLoggerName())
                .put("message", Redaction.clean(event.getFormattedMessage()));
        String trace = exceptions.convert(event);
        if (!trace.isEmpty()) {
            line.put("exception", Redaction.clean(trace));
        }
        return line + System.lineSeparator();
    }

    private static OffsetDateTime time(ILoggingEvent event) {
        return Instant.ofEpochMilli(event.getTimeStamp()).atZone(IndiaTime.ZONE).toOffsetDateTime();
    }

    /// Message and exception of a line without anything in front of them, for the log viewer.
    static String words(ILoggingEvent event, ThrowableProxyConverter exceptions) {
        String trace = exceptions.convert(event);
        String message = String.valueOf(event.getFormattedMessage());
        return Redaction.clean(trace.isEmpty() ? message : message + "\n" + trace.stripTrailing());
    }
}
