package in.sauda.app.command;

import in.sauda.core.calendar.CalendarFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A calendar file: the one named, else the data folder's.
public final class CalendarPath {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: calendar.csv of the data folder.")
    private @Nullable Path named;

    @Mixin
    private HomeOption home = new HomeOption();

    /// @throws CommandFailure when the data folder cannot be used
    Path file() {
        return named == null ? home.prepare().resolve(CalendarFile.NAME) : named;
    }
}
