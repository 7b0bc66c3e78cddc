package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarNoticesTest {
    private static List<String> codes(String problem, int year) {
        List<UiEvent> told = new ArrayList<>();
        CalendarNotices.tell(new CalendarFile.Loaded(TradingCalendar.bundled(), false, problem), year, told::add);
        return told.stream().map(event -> ((UiEvent.Notice) event).code()).toList();
    }

    @Test
    void warnsOfAYearWithoutHolidaysAndOfAFileThatIsNotUsed() {
        assertThat(codes("", 2026)).isEmpty();
        assertThat(codes("", 2027)).containsExactly("CALENDAR-3");
        assertThat(codes("Line 3 of the calendar names the class 'X'.", 2026)).containsExactly("CALENDAR-2");
    }
}
