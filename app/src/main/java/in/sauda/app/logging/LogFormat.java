package in.sauda.app.logging;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Text or JSON lines, decided before the first line is written: {@code SAUDA_LOG_FORMAT}, else {@code logFormat}
/// of the settings. It logs nothing itself, because asking for a logger would already settle the format.
public final class LogFormat {
    public static final String PROPERTY = "sauda.log.format";

    private LogFormat() {}

    /// @param environment value of the variable, null when it is not set
    public static String of(@Nullable String environment, Path settings) {
        if (environment != null && !environment.isBlank()) {
            return environment.strip();
        }
        try {
            return Files.exists(settings)
                    ? new ObjectMapper()
                            .readTree(settings.toFile())
                            .path("logFormat")
                            .asText("text")
                    : "text";
        } catch (IOException unreadable) {
            // The settings store reports a damaged file; the format then is the default, as every other setting.
            return "text";
        }
    }
}
