package in.sauda.core.engine;

import in.sauda.core.broker.History;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.engine.HistoryService.Urgency;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.DayComparison;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.RereadProgress;
import in.sauda.core.view.UiEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads every day again from the broker's history once it is over, compares and makes it final (rules 7.8): at 16:05,
/// or 25 minutes after the end of a later session. An instrument that was missed, because the terminal was closed or
/// the broker refused, is read as soon as that is possible. Engine thread, but for {@link #progress()}.
final class DayReread {
    static final LocalTime DUE = LocalTime.of(16, 5);
    private static final int MINUTES_AFTER_CLOSE = 25;
    private static final long LOOK_NANOS = 2_000_000_000L;
    private static final long RETRY_NANOS = 60_000_000_000L;
    private static final int MOST_ATTEMPTS = 5;
    private static final long DAY_MILLIS = 86_400_000L;

    /// What is known of one instrument.
    private static final class Row {
        private final int index;
        private final Instrument instrument;
        private final SessionClass market;
        private final LiveBarSeries minutes;
        private @Nullable LocalDate settled;
        private @Nullable LocalDate asked;
        private @Nullable LocalDate tried;
        private int attempts;
        private long againNanos;

        private Row(int index, Instrument instrument, LiveBarSeries minutes) {
            this.index = index;
            this.instrument = instrument;
            this.market = SessionClass.of(instrument);
            this.minutes = minutes;
        }
    }

    private final TradingCalendar calendar;
    private final PhaseCache phases;
    private final ExchangeClock clock;
    private final CandleBuilder candles;
    private final HistoryService service;
    private final StorageWriter storage;
    private final Consumer<UiEvent> events;
    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<InstrumentKey, LocalDate> proven = new HashMap<>();
    private final IntFunction<Instrument> instruments;
    private final IntFunction<LiveBarSeries> series;
    private final RereadTally tally = new RereadTally();
    private EngineRecorder recorder = EngineRecorder.NONE;
    private @Nullable History history;
    private long nextNanos;
    private volatile RereadProgress progress = RereadProgress.NONE;

    DayReread(
            TradingCalendar calendar,
            ExchangeClock clock,
            CandleBuilder candles,
            HistoryService service,
            StorageWriter storage,
            Consumer<UiEvent> events,
            IntFunction<Instrument> instruments,
            IntFunction<LiveBarSeries> series) {
        this.calendar = calendar;
        this.phases = new PhaseCache(calendar);
        this.clock = clock;
        this.candles = candles;
        this.service = service;
        this.storage = storage;
        this.events = events;
        this.instruments = instruments;
        this.series = series;
    }

    void record(EngineRecorder with) {
        recorder = with;
    }

    /// Takes what an earlier run compared last.
    void restore(List<DayParity> newest) {
        newest.forEach(day -> {
            if (day.whole()) {
                proven.put(day.key(), day.date());
            }
            tally.add(day);
        });
        progress = tally.progress();
    }

    void attach(History attached) {
        history = attached;
    }

    void detach() {
        history = null;
    }

    /// The instrument makes minutes from now on.
    void track(int index) {
        rows.computeIfAbsent(index, _ -> {
            Row row = new Row(index, instruments.apply(index), series.apply(index));
            row.settled = proven.get(row.instrument.key());
            return row;
        });
    }

    /// How far the newest re-read is; safe from any thread.
    RereadProgress progress() {
        return progress;
    }

    /// Reads a day now, because somebody asked.
    void ask(LocalDate date, List<Instrument> wanted) {
        History source = history;
        if (source == null) {
            events.accept(new UiEvent.Notice(
                    UiEvent.Level.WARNING,
                    "PARITY-2",
                    "The day cannot be read again: nobody is logged in.",
                    "Log in first."));
            return;
        }
        for (Row row : rows.values()) {
            if (wanted.isEmpty() || wanted.contains(row.instrument)) {
                row.attempts = 0;
                submit(row, date, source);
            }
        }
        progress = tally.progress();
    }

    void onTime(long nowNanos) {
        History source = history;
        if (source == null || nowNanos - nextNanos < 0) {
            return;
        }
        nextNanos = nowNanos + LOOK_NANOS;
        for (Row row : rows.values()) {
            LocalDate day = due(row.market);
            boolean open = row.asked == null && !day.equals(row.settled) && mayTry(row, day, nowNanos);
            if (open && unproven(row, day)) {
                row.againNanos = nowNanos + RETRY_NANOS;
                submit(row, day, source);
            }
        }
        progress = tally.progress();
    }

    private static boolean mayTry(Row row, LocalDate day, long nowNanos) {
        return !day.equals(row.tried) || (row.attempts < MOST_ATTEMPTS && nowNanos - row.againNanos >= 0);
    }

    /// The newest day whose session is over for long enough.
    private LocalDate due(SessionClass market) {
        long now = clock.now();
        LocalDate today = IndiaTime.date(now);
        return calendar.isTradingDay(today) && now >= dueMillis(market, today)
                ? today
                : calendar.previousTradingDay(today);
    }

    private long dueMillis(SessionClass market, LocalDate day) {
        long close = phases.close(market, IndiaTime.epochMillis(day, LocalTime.NOON));
        return Math.max(IndiaTime.epochMillis(day, DUE), close + MINUTES_AFTER_CLOSE * 60_000L);
    }

    /// A minute the ticks made, wholly or until history mended it in the course of the day.
    private static boolean ours(int flags) {
        boolean mended = (flags & Candle.PATCHED) != 0;
        return (flags & Candle.FINAL) == 0 && (mended || (flags & Candle.HISTORY) == 0);
    }

    /// True when the day has a minute we made ourselves and nobody has confirmed.
    private boolean unproven(Row row, LocalDate day) {
        long from = IndiaTime.epochMillis(day, LocalTime.MIDNIGHT);
        for (int bar = row.minutes.countBefore(from); bar < row.minutes.size(); bar++) {
            if (row.minutes.startMillis(bar) >= from + DAY_MILLIS) {
                return false;
            }
            if (ours(row.minutes.flags(bar))) {
                return true;
            }
        }
        return false;
    }

    private void submit(Row row, LocalDate day, History source) {
        long from = IndiaTime.epochMillis(day, LocalTime.MIDNIGHT);
        row.attempts = day.equals(row.tried) ? row.attempts + 1 : 1;
        row.tried = day;
        row.asked = day;
        tally.asked(day, row.instrument.key());
        service.request(new HistoryService.Request(
                Urgency.REREAD,
                row.index,
                row.instrument,
                Timeframe.M1,
                from,
                Math.min(from + DAY_MILLIS, clock.now()),
                source));
    }

    /// Takes the broker's day.
    void answered(ControlMessage.DayRead read) {
        Row row = rows.get(read.instrument());
        LocalDate day = IndiaTime.date(read.fromMillis());
        if (row == null) {
            return;
        }
        row.asked = null;
        if (read.failure().isEmpty()) {
            compare(row, day, read);
        } else {
            keep(new DayComparison.Result(
                    DayParity.unread(
                            row.instrument.key(),
                            row.instrument.symbol(),
                            day,
                            clock.now(),
                            ours(row, read).size(),
                            read.failure()),
                    List.of()));
        }
        progress = tally.progress();
        if (tally.finished()) {
            tell(progress);
        }
    }

    private void compare(Row row, LocalDate day, ControlMessage.DayRead read) {
        boolean whole = clock.now() >= dueMillis(row.market, day);
        List<Candle> theirs = theirs(row, read, whole);
        long open = phases.open(row.market, read.fromMillis() + DAY_MILLIS / 2);
        keep(DayComparison.of(row.instrument, day, ours(row, read), theirs, open, clock.now(), whole));
        if (whole) {
            row.settled = day;
        }
        recorder.candles(row.index, theirs);
        candles.merge(row.index, theirs, false);
    }

    /// Our minutes of the time that was asked for.
    private static List<Candle> ours(Row row, ControlMessage.DayRead read) {
        List<Candle> ours = new ArrayList<>();
        long last = read.toMillis() - Timeframe.M1.millis();
        for (int bar = row.minutes.countBefore(read.fromMillis()); bar < row.minutes.size(); bar++) {
            if (row.minutes.startMillis(bar) <= last) {
                ours.add(row.minutes.candle(bar));
            }
        }
        return ours;
    }

    /// The broker's minutes of continuous trading, final when the session is over.
    private List<Candle> theirs(Row row, ControlMessage.DayRead read, boolean whole) {
        long last = read.toMillis() - Timeframe.M1.millis();
        int marks = whole ? Candle.FINAL : 0;
        return read.candles().stream()
                .filter(candle ->
                        candle.startMillis() <= last && phases.at(row.market, candle.startMillis()) == Phase.CONTINUOUS)
                .map(candle -> new Candle(
                        candle.startMillis(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume(),
                        candle.flags() | marks))
                .toList();
    }

    private void keep(DayComparison.Result result) {
        tally.answered(result.parity());
        storage.save(result);
    }

    private void tell(RereadProgress now) {
        String read = now.done() + (now.done() == 1 ? " instrument" : " instruments");
        String mended = now.mended() == 0 ? "" : " Missing minutes of " + now.mended() + " came from the broker.";
        if (now.differing() == 0 && now.failed() == 0) {
            events.accept(new UiEvent.Notice(
                    UiEvent.Level.INFO,
                    "PARITY-0",
                    "The minutes of " + now.date() + " are the broker's: " + read + " compared." + mended,
                    ""));
            return;
        }
        String differ = now.differing() == 0
                ? ""
                : now.differing() + " of " + read + " had minutes unlike the broker's: "
                        + String.join(", ", now.names())
                        + (now.differing() > now.names().size() ? " …" : "")
                        + ". ";
        String failed = now.failed() == 0 ? "" : now.failed() + " could not be read. ";
        events.accept(new UiEvent.Notice(
                UiEvent.Level.WARNING,
                "PARITY-1",
                (differ + failed).strip() + mended,
                "Page Candle truth shows each minute; the broker's are in use now."));
    }
}
