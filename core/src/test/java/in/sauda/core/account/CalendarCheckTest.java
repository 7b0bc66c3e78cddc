package in.sauda.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.core.engine.FakeSession;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.UiEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where the broker's calendar and ours differ.
class CalendarCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final TradingCalendar calendar = TradingCalendar.bundled();
    private final List<UiEvent> events = new ArrayList<>();
    private final FakeSession session = new FakeSession();
    private final CalendarCheck check = new CalendarCheck(
            calendar,
            () -> IndiaTime.epochMillis(TODAY, LocalTime.of(8, 0)),
            new SystemTime(),
            events::add,
            Runnable::run);

    private record Told(List<Holiday> holidays, List<Hours> today) implements MarketInformation {
        @Override
        public Status status(Segment segment) {
            return new Status(segment, "NORMAL_CLOSE", false, 0);
        }

        @Override
        public List<Hours> hours(LocalDate date) {
            return today;
        }
    }

    private static MarketInformation.Hours hours(Segment segment, LocalTime end) {
        return new MarketInformation.Hours(
                segment, IndiaTime.epochMillis(TODAY, LocalTime.of(9, 15)), IndiaTime.epochMillis(TODAY, end));
    }

    private static MarketInformation.Holiday closed(LocalDate date, String occasion) {
        return new MarketInformation.Holiday(date, occasion, Set.of(Segment.NSE), List.of());
    }

    /// Every holiday of ours until the end of the year, so that nothing differs.
    private List<MarketInformation.Holiday> ours() {
        return TODAY.datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !calendar.isTradingDay(day))
                .map(day -> closed(day, "ours"))
                .toList();
    }

    @Test
    void twoCalendarsThatAgreeAreNoNews() {
        session.market = new Told(
                ours(), List.of(hours(Segment.NSE, LocalTime.of(15, 30)), hours(Segment.NFO, LocalTime.of(15, 40))));
        check.attach(session);
        assertThat(ours()).isNotEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aHolidayAndAnHourThatDifferAreToldOnce() {
        List<MarketInformation.Holiday> theirs = new ArrayList<>(ours());
        MarketInformation.Holiday missing = theirs.removeFirst();
        theirs.add(closed(LocalDate.of(2026, 11, 23), "A new holiday"));
        session.market = new Told(theirs, List.of(hours(Segment.NFO, LocalTime.of(15, 30))));
        check.attach(session);
        check.attach(session);
        assertThat(events)
                .extracting(event -> ((UiEvent.Notice) event).sentence())
                .hasSize(3)
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("closes NSE on Mon 23 Nov 2026", "A new holiday", "ours trades"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains(
                                "Our calendar closes NSE",
                                Integer.toString(missing.date().getDayOfMonth())))
                .anySatisfy(sentence -> assertThat(sentence).contains("NFO from 09:15 to 15:30", "09:15 to 15:40"));
    }

    @Test
    void aBrokerThatSaysNothingProvesNothing() {
        session.market = new Told(List.of(), List.of());
        check.attach(session);
        session.market = new MarketInformation() {
            @Override
            public Status status(Segment segment) throws BrokerException {
                throw refused();
            }

            @Override
            public List<Holiday> holidays() throws BrokerException {
                throw refused();
            }

            @Override
            public List<Hours> hours(LocalDate date) throws BrokerException {
                throw refused();
            }
        };
        check.attach(session);
        assertThat(events).isEmpty();
    }

    private static BrokerException refused() {
        return new BrokerException(new BrokerFailure.Refused("X", "No.", ""));
    }
}
