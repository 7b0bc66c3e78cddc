package in.sauda.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/// Tells the logging library which module's file a line goes to.
public final class ModuleDiscriminator extends AbstractDiscriminator<ILoggingEvent> {
    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return Modules.of(event.getLoggerName());
    }

    @Override
    public String getKey() {
        return "module";
    }
}
