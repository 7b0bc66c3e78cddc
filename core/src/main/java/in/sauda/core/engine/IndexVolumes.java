package in.sauda.core.engine;

import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the future whose volume an index borrows for its VWAP (rules 7.9): the nearest one, and the next after the
/// close of its expiry day. Looking through all instruments takes too long for the engine thread, so it happens beside
/// it.
final class IndexVolumes {
    private static final Map<Segment, Segment> DERIVATIVES = Map.of(Segment.NSE, Segment.NFO, Segment.BSE, Segment.BFO);

    private final InstrumentDirectory directory;
    private final TradingCalendar calendar;
    private final ExchangeClock clock;
    private final Executor background;
    private final Consumer<ControlMessage> engine;
    private final Map<Integer, LocalDate> lastDays = new HashMap<>();

    IndexVolumes(
            InstrumentDirectory directory,
            TradingCalendar calendar,
            ExchangeClock clock,
            Executor background,
            Consumer<ControlMessage> engine) {
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
        this.background = background;
        this.engine = engine;
    }

    /// Looks for the future of an index, once a day of trading futures. Engine thread.
    void want(int index, Instrument instrument) {
        LocalDate day = tradedFrom();
        if (instrument.index() && !day.equals(lastDays.put(index, day))) {
            background.execute(() -> nearest(instrument, day)
                    .ifPresent(future -> engine.accept(new ControlMessage.FutureFound(index, future))));
        }
    }

    /// Futures that expired before that day are over: today's until the close, tomorrow's after it.
    private LocalDate tradedFrom() {
        LocalDate today = IndiaTime.date(clock.now());
        if (!calendar.trades(SessionClass.EQUITY_FUTURES, today)) {
            return today;
        }
        LocalTime close =
                calendar.continuous(SessionClass.EQUITY_FUTURES, today).end();
        return clock.now() >= IndiaTime.epochMillis(today, close) ? today.plusDays(1) : today;
    }

    private Optional<Instrument> nearest(Instrument index, LocalDate from) {
        Segment segment = DERIVATIVES.get(index.segment());
        if (segment == null) {
            return Optional.empty();
        }
        return directory.futures(segment, index.name()).stream()
                .filter(future -> !expiry(future).isBefore(from))
                .min(Comparator.comparing(IndexVolumes::expiry));
    }

    private static LocalDate expiry(Instrument future) {
        @Nullable LocalDate expiry = future.expiry();
        return expiry == null ? LocalDate.MIN : expiry;
    }
}
