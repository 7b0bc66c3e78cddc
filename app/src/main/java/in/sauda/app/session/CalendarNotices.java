package in.sauda.app.session;

import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.view.UiEvent;
import java.util.function.Consumer;

/// Tells what the calendar does not know, and when the data folder's own is not used: either moves every candle.
final class CalendarNotices {
    private CalendarNotices() {}

    /// @param year of the exchange's present day
    static void tell(CalendarFile.Loaded hours, int year, Consumer<UiEvent> events) {
        if (!hours.problem().isEmpty()) {
            events.accept(new UiEvent.Notice(
                    UiEvent.Level.WARNING,
                    "CALENDAR-2",
                    hours.problem() + " The shipped calendar is used.",
                    "Mend calendar.csv in the data folder; 'sauda calendar check' says when it is right."));
        }
        if (!hours.calendar().knowsYear(year)) {
            events.accept(new UiEvent.Notice(
                    UiEvent.Level.WARNING,
                    "CALENDAR-3",
                    "The calendar has no holidays for " + year + "; Monday to Friday counts as trading.",
                    "Add the year's holidays to calendar.csv in the data folder; 'sauda calendar export' writes one."));
        }
    }
}
