package in.sauda.core.engine;

import in.sauda.core.broker.History;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.engine.HistoryService.Urgency;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides which past candles are needed and asks for them (rules 7.8): five sessions of minutes and a year of days,
/// and again for holes that a late start or a lost connection left. Owned by the engine thread.
final class Backfill {
    static final int MINUTE_SESSIONS = 5;
    private static final int DAILY_DAYS = 365;

    /// A hole is asked for when its minute has surely closed at the broker too.
    private static final long HOLE_DELAY_MILLIS = 65_000L;

    /// A line that keeps spoiling frames has everything read again only so often: half of what the slowest broker's
    /// history allows, at 1.5 s for each instrument.
    private static final long SPOILT_PACE_MILLIS = 1_500L;

    private static final int MOST_RETRIES = 5;

    private record Want(int index, Timeframe timeframe) {}

    private final TradingCalendar calendar;
    private final ExchangeClock clock;
    private final InstrumentRegistry registry;
    private final HistoryService service;
    private final Map<Want, Urgency> wanted = new HashMap<>();
    private final Map<Integer, Long> holes = new HashMap<>();
    private final Map<Integer, Long> laterHoles = new HashMap<>();
    private final Map<Integer, Integer> retries = new HashMap<>();
    private final Set<Integer> restored = new HashSet<>();
    private final BitSet cold = new BitSet();
    private EngineRecorder recorder = EngineRecorder.NONE;
    private @Nullable History history;
    private long spoiltDueMillis = Long.MIN_VALUE;

    Backfill(TradingCalendar calendar, ExchangeClock clock, InstrumentRegistry registry, HistoryService service) {
        this.calendar = calendar;
        this.clock = clock;
        this.registry = registry;
        this.service = service;
    }

    void record(EngineRecorder with) {
        recorder = with;
    }

    void attach(History attached) {
        history = attached;
        wanted.forEach(this::request);
    }

    void detach() {
        history = null;
    }

    /// Brings back what an earlier run saved of an instrument; asked once.
    void restore(int index) {
        if (restored.add(index)) {
            long now = clock.now();
            submit(index, Timeframe.M1, Urgency.WATCHED, minutesFrom(now), now, null);
        }
    }

    /// Asks for the full past of a series; again only when somebody more urgent wants it.
    void want(int index, Timeframe timeframe, Urgency urgency) {
        Want want = new Want(index, timeframe);
        Urgency known = wanted.get(want);
        if (known == null || urgency.compareTo(known) < 0) {
            wanted.put(want, urgency);
            if (known == null || cold.get(index)) {
                request(want, urgency);
            }
        }
    }

    private void request(Want want, Urgency urgency) {
        if (history == null) {
            return;
        }
        long now = clock.now();
        if (want.timeframe == Timeframe.D1) {
            submit(want.index, Timeframe.D1, urgency, now - DAILY_DAYS * 86_400_000L, now, history);
        } else {
            warm(want.index, false);
            submit(want.index, Timeframe.M1, urgency, minutesFrom(now), now, history);
        }
    }

    private long minutesFrom(long now) {
        LocalDate day = calendar.latestTradingDay(IndiaTime.date(now));
        for (int i = 1; i < MINUTE_SESSIONS; i++) {
            day = calendar.previousTradingDay(day);
        }
        return IndiaTime.epochMillis(day, LocalTime.MIDNIGHT);
    }

    private void submit(int index, Timeframe timeframe, Urgency urgency, long from, long to, @Nullable History source) {
        Instrument instrument = registry.instrument(index);
        service.request(new HistoryService.Request(urgency, index, instrument, timeframe, from, to, source));
    }

    /// Minutes of the instrument are missing.
    void hole(int index) {
        hole(index, clock.now() + HOLE_DELAY_MILLIS);
    }

    /// A question already waiting may come too early for this hole, so another one follows it.
    private void hole(int index, long dueMillis) {
        if (holes.putIfAbsent(index, dueMillis) != null) {
            laterHoles.merge(index, dueMillis, Math::max);
        }
    }

    /// The feed was away: whoever depends on minutes may have holes.
    void afterGap() {
        holesEverywhere(clock.now() + HOLE_DELAY_MILLIS);
    }

    /// Something was lost that may have concerned anybody.
    void afterSpoiltFrames() {
        long due = clock.now() + HOLE_DELAY_MILLIS;
        long pause = wanted.size() * SPOILT_PACE_MILLIS;
        if (spoiltDueMillis == Long.MIN_VALUE || due - spoiltDueMillis >= pause) {
            spoiltDueMillis = due;
        } else if (due > spoiltDueMillis) {
            due = spoiltDueMillis + pause;
        }
        holesEverywhere(due);
    }

    private void holesEverywhere(long dueMillis) {
        wanted.forEach((want, _) -> {
            if (want.timeframe == Timeframe.M1) {
                hole(want.index, dueMillis);
            }
        });
    }

    /// Takes the end of a request. An incomplete one is tried again a few times; the instrument stays in warm-up.
    void done(int index, Timeframe timeframe, boolean complete) {
        if (timeframe != Timeframe.M1 || !wanted.containsKey(new Want(index, Timeframe.M1))) {
            return;
        }
        if (complete) {
            warm(index, true);
            retries.remove(index);
        } else if (retries.merge(index, 1, Integer::sum) <= MOST_RETRIES) {
            hole(index);
        }
    }

    /// Asks for holes whose time has come.
    void onTime() {
        if (holes.isEmpty() || history == null) {
            return;
        }
        long now = clock.now();
        List<Integer> due = new ArrayList<>();
        holes.forEach((index, at) -> {
            if (now >= at) {
                due.add(index);
            }
        });
        for (int index : due) {
            holes.remove(index);
            Long later = laterHoles.remove(index);
            if (later != null) {
                holes.put(index, later);
            }
            Urgency urgency = wanted.get(new Want(index, Timeframe.M1));
            if (urgency != null) {
                long from = cold.get(index) ? minutesFrom(now) : IndiaTime.startOfDay(now);
                submit(index, Timeframe.M1, urgency, from, now, history);
            }
        }
    }

    /// Says whether strategies may judge an instrument.
    void warm(int index, boolean warm) {
        recorder.warm(index, warm);
        cold.set(index, !warm);
    }

    /// False while the instrument's history is on its way.
    boolean warm(int index) {
        return !cold.get(index);
    }
}
