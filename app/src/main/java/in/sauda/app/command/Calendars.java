package in.sauda.app.command;

import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.calendar.TradingCalendar;
import java.nio.file.Path;

/// The calendar of a data folder for commands, which would rather end than work with another one than they were given.
final class Calendars {
    private Calendars() {}

    /// @throws CommandFailure when the folder's own calendar cannot be used
    static TradingCalendar of(Path home) {
        CalendarFile.Loaded loaded = CalendarFile.of(home);
        if (!loaded.problem().isEmpty()) {
            throw new CommandFailure(
                    loaded.problem() + " Mend " + home.resolve(CalendarFile.NAME) + ", or move it away.");
        }
        return loaded.calendar();
    }
}
