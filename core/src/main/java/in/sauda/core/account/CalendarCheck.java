package in.sauda.core.account;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.broker.MarketInformation.Holiday;
import in.sauda.core.broker.MarketInformation.Hours;
import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares our calendar with the broker's once after every login, and tells where they differ: the tables are made
/// by hand from circulars, and a day or an hour that is wrong moves every candle. Ours stays in use. Engine thread;
/// the broker is asked in the background.
public final class CalendarCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarCheck.class);
    private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int MOST_TOLD = 5;
    private static final String CODE = "CALENDAR-1";
    private static final String NEXT = "Compare with the exchange's circular; Sauda keeps its own table until then.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    /// Whose hours stand for a market.
    private static final Map<Segment, SessionClass> COMPARED =
            Map.of(Segment.NSE, SessionClass.CASH, Segment.NFO, SessionClass.EQUITY_OPTIONS);

    private final TradingCalendar calendar;
    private final MarketClock clock;
    private final Consumer<UiEvent> events;
    private final Set<String> told = new HashSet<>();
    private final AskOnce<MarketInformation> once;

    /// @param events may be called from the background
    /// @param background may block
    public CalendarCheck(
            TradingCalendar calendar,
            MarketClock clock,
            TimeSource time,
            Consumer<UiEvent> events,
            Executor background) {
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
        this.once = new AskOnce<>(
                "The broker's calendar", time, background, RETRY_NANOS, BrokerSession::market, this::compare);
    }

    public void attach(BrokerSession attached) {
        once.attach(attached);
    }

    public void detach() {
        once.detach();
    }

    /// Asks the broker when that is due.
    public void onTime() {
        once.onTime();
    }

    private void compare(MarketInformation information) throws BrokerException {
        LocalDate today = IndiaTime.date(clock.millis());
        List<String> differences = new ArrayList<>(days(information.holidays(), today));
        differences.addAll(hours(information.hours(today), today));
        LOG.info("{} differences between the broker's calendar and ours", differences.size());
        tell(differences);
    }

    private synchronized void tell(List<String> differences) {
        differences.stream()
                .limit(MOST_TOLD)
                .filter(told::add)
                .forEach(sentence -> events.accept(new Notice(Level.WARNING, CODE, sentence, NEXT)));
    }

    /// Days from today to the end of the year that only one of both keeps free.
    private List<String> days(List<Holiday> holidays, LocalDate today) {
        List<String> differences = new ArrayList<>();
        if (holidays.isEmpty()) {
            return differences;
        }
        LocalDate newYear = LocalDate.of(today.getYear() + 1, 1, 1);
        for (LocalDate day = today; day.isBefore(newYear); day = day.plusDays(1)) {
            LocalDate date = day;
            Optional<Holiday> theirs = holidays.stream()
                    .filter(holiday ->
                            holiday.date().equals(date) && holiday.closed().contains(Segment.NSE))
                    .findFirst();
            boolean weekday = date.getDayOfWeek().getValue() <= 5;
            if (theirs.isPresent() && calendar.isTradingDay(date)) {
                differences.add("The broker's calendar closes NSE on " + DAY.format(date) + " ("
                        + theirs.get().occasion() + "); ours trades.");
            } else if (theirs.isEmpty() && weekday && !calendar.isTradingDay(date)) {
                differences.add("Our calendar closes NSE on " + DAY.format(date) + "; the broker's trades.");
            }
        }
        return differences;
    }

    private List<String> hours(List<Hours> theirs, LocalDate today) {
        List<String> differences = new ArrayList<>();
        for (Hours hours : theirs) {
            SessionClass compared = COMPARED.get(hours.segment());
            if (compared != null && calendar.isTradingDay(today)) {
                PhaseSpan ours = calendar.continuous(compared, today);
                LocalTime start = IndiaTime.time(hours.startMillis());
                LocalTime end = IndiaTime.time(hours.endMillis());
                if (!start.equals(ours.start()) || !end.equals(ours.end())) {
                    differences.add("The broker trades " + hours.segment() + " from " + start + " to " + end
                            + " today; our calendar says " + ours.start() + " to " + ours.end() + ".");
                }
            }
        }
        return differences;
    }
}
