package in.sauda.core.candles;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds one-minute candles of all instruments from ticks, and closes each minute in one batch (rules 7.2 to 7.5).
///
/// Only continuous trading makes candles. Owned by the engine thread.
public final class CandleBuilder {
    /// How long after its end a minute stays open for stragglers.
    public static final long GRACE_MILLIS = 1_500L;

    /// How old a closed minute may be to be amended by a late tick.
    public static final long LATE_LIMIT_MILLIS = 300_000L;

    private final ExchangeClock clock;
    private final CandleSink sink;
    private final PhaseCache phases;
    private final CandleBatch batch = new CandleBatch();
    private final List<MinuteTape> inOrder = new ArrayList<>();
    private final List<MinuteTape> borrowers = new ArrayList<>();
    private final CandleCounters counters = new CandleCounters();
    private @Nullable MinuteTape[] tapes = new MinuteTape[256];
    private long closedUntil;
    private long nextCloseMillis;
    private long connectedNanos = Long.MIN_VALUE;

    public CandleBuilder(TradingCalendar calendar, ExchangeClock clock, CandleSink sink) {
        this.clock = clock;
        this.sink = sink;
        this.phases = new PhaseCache(calendar);
        closeUntil(EventTime.minute(clock.now() - GRACE_MILLIS));
    }

    private void closeUntil(long minute) {
        closedUntil = minute;
        nextCloseMillis = minute + EventTime.MINUTE_MILLIS + GRACE_MILLIS;
    }

    /// Starts making candles of an instrument into a series; asking again changes nothing.
    public void track(int index, Instrument instrument, LiveBarSeries series) {
        if (index >= tapes.length) {
            tapes = Arrays.copyOf(tapes, Math.max(index + 1, tapes.length * 2));
        }
        if (tapes[index] == null) {
            MinuteTape tape = new MinuteTape(index, instrument, series);
            tapes[index] = tape;
            inOrder.add(tape);
            inOrder.sort(MinuteTape.SYMBOL_ORDER);
        }
    }

    /// Takes one tick whose price has been found plausible.
    public void onEvent(MarketEvent event) {
        if (!clock.observe(event.exchangeMillis)) {
            counters.implausibleTimes++;
            return;
        }
        if (clock.now() >= nextCloseMillis) {
            closeDue();
        }
        MinuteTape tape = event.instrument < tapes.length ? tapes[event.instrument] : null;
        if (tape == null) {
            counters.untracked++;
            return;
        }
        long eventMillis = EventTime.of(event, clock.now());
        boolean continuous = phases.at(tape.sessionClass, eventMillis) == Phase.CONTINUOUS;
        VolumeTracker.Verdict verdict = tape.volume.accept(
                event,
                IndiaTime.startOfDay(eventMillis),
                continuous,
                connectedNanos,
                IndiaTime.millisOfDay(eventMillis));
        counters.count(verdict);
        if (continuous) {
            if (tape.volume.afterLoss()) {
                suspect(tape, tape.volume.seenUntilMillis(), packetMillis(event, eventMillis));
            }
            apply(tape, event, verdict, eventMillis);
        }
    }

    private void apply(MinuteTape tape, MarketEvent event, VolumeTracker.Verdict verdict, long eventMillis) {
        switch (verdict) {
            case DUPLICATE -> {}
            case OUT_OF_ORDER -> outOfOrder(tape, event, eventMillis);
            case BASE_LATE, FEED_RESET -> {
                missed(tape, event, eventMillis);
                trade(tape, event, eventMillis, 0, 0);
            }
            case GAP -> trade(tape, event, eventMillis, 0, 0);
            case SPIKE -> trade(tape, event, eventMillis, tape.volume.delta(), Candle.SPIKE);
            case UNKNOWN -> {
                if (tape.volume.first()) {
                    missed(tape, event, eventMillis);
                }
                trade(tape, event, eventMillis, MarketEvent.UNKNOWN, 0);
            }
            case BASE, TRADE, UNCHANGED, CORRECTION -> trade(tape, event, eventMillis, tape.volume.delta(), 0);
        }
    }

    /// Its volume went into a later tick already, perhaps into a later minute.
    private void outOfOrder(MinuteTape tape, MarketEvent event, long eventMillis) {
        long minute = EventTime.minute(eventMillis);
        tape.widen(minute, event);
        if (!event.polled && tape.disturbedBy(minute, eventMillis)) {
            suspect(tape, eventMillis, clock.now());
        }
    }

    private void missed(MinuteTape tape, MarketEvent event, long eventMillis) {
        tape.partialMinute = EventTime.minute(packetMillis(event, eventMillis));
        sink.onHole(tape.index, tape.instrument);
    }

    private static long packetMillis(MarketEvent event, long eventMillis) {
        return event.exchangeMillis > 0 ? event.exchangeMillis : eventMillis;
    }

    private void trade(MinuteTape tape, MarketEvent event, long eventMillis, long units, int flags) {
        boolean traded =
                units > 0 || (event.lastTradeMillis > 0 ? !EventTime.quoteRefresh(event) : tape.volume.priceChanged());
        if (!traded) {
            return;
        }
        long minute = EventTime.minute(eventMillis);
        if (event.polled) {
            markPartial(tape, eventMillis, eventMillis);
        }
        if (minute >= closedUntil) {
            tape.trade(minute, eventMillis, event, units, flags);
            tape.updateForming();
        } else {
            amend(tape, minute, eventMillis, event, units, flags);
        }
    }

    private void amend(MinuteTape tape, long minute, long eventMillis, MarketEvent event, long units, int flags) {
        if (clock.now() - minute - EventTime.MINUTE_MILLIS > LATE_LIMIT_MILLIS) {
            counters.tooLate++;
            tape.volume.addGapVolume(Math.max(0, units));
            return;
        }
        counters.revised++;
        int bar = tape.trade(minute, eventMillis, event, units, flags | Candle.REVISED);
        tape.closed = tape.series.countBefore(closedUntil);
        tape.updateForming();
        sink.onRevised(tape.index, tape.instrument, tape.series.candle(bar));
    }

    /// Ticks of the instrument between these moments may be missing: their minutes are incomplete until history
    /// fills them.
    private void suspect(MinuteTape tape, long fromMillis, long toMillis) {
        markPartial(tape, fromMillis, toMillis);
        sink.onHole(tape.index, tape.instrument);
    }

    private void markPartial(MinuteTape tape, long fromMillis, long toMillis) {
        long last = EventTime.minute(toMillis);
        int bar = tape.series.countBefore(EventTime.minute(fromMillis));
        for (; bar < tape.series.size() && tape.series.startMillis(bar) <= last; bar++) {
            if (tape.markPartial(bar) && bar < tape.closed) {
                sink.onRevised(tape.index, tape.instrument, tape.series.candle(bar));
            }
        }
        tape.partialMinute = Math.max(tape.partialMinute, last);
    }

    /// Ticks of any instrument since that exchange time may be missing. Their minutes count as incomplete from now on;
    /// asking for them again is the caller's.
    public void suspectAll(long sinceMillis) {
        for (MinuteTape tape : inOrder) {
            markPartial(tape, sinceMillis, clock.now());
        }
    }

    /// True when {@link #onTime()} would close something or move on to a later minute.
    public boolean due() {
        return clock.now() >= nextCloseMillis;
    }

    /// Closes what the clock has passed. Call it when everything received so far has been consumed.
    public void onTime() {
        if (clock.now() >= nextCloseMillis) {
            closeDue();
        }
    }

    private void closeDue() {
        long limit = EventTime.minute(clock.now() - GRACE_MILLIS);
        for (long minute = oldestOpen(); minute < limit; minute = oldestOpen()) {
            closeMinute(minute);
        }
        closeUntil(limit);
    }

    private long oldestOpen() {
        long oldest = Long.MAX_VALUE;
        for (MinuteTape tape : inOrder) {
            oldest = Math.min(oldest, tape.oldestOpen());
        }
        return oldest;
    }

    private void closeMinute(long minute) {
        closeUntil(minute + EventTime.MINUTE_MILLIS);
        batch.restart(minute);
        for (MinuteTape tape : inOrder) {
            if (tape.oldestOpen() == minute) {
                tape.closed++;
                tape.updateForming();
                batch.add(tape);
                lendClosed(tape);
            }
        }
        counters.closed += batch.size();
        sink.onClosed(batch);
    }

    /// The future's last trades of a minute may have come after the index's.
    private void lendClosed(MinuteTape tape) {
        if (!borrowers.isEmpty() && borrowers.contains(tape)) {
            tape.vwap.update(tape.closed - 1);
        }
    }

    /// Closes the open minutes as partial ones: the application is stopping.
    public void finish() {
        for (MinuteTape tape : inOrder) {
            for (int bar = tape.closed; bar < tape.series.size(); bar++) {
                tape.series.columns().flags[bar] |= Candle.PARTIAL;
            }
        }
        for (long minute = oldestOpen(); minute != Long.MAX_VALUE; minute = oldestOpen()) {
            closeMinute(minute);
        }
    }

    /// Takes one-minute candles of the past, oldest first; only whole minutes of continuous trading count.
    ///
    /// @param stored they come from our own store, which need not be told of those that fill holes
    public void merge(int index, List<Candle> history, boolean stored) {
        MinuteTape tape = index < tapes.length ? tapes[index] : null;
        if (tape == null) {
            return;
        }
        List<Candle> usable = history.stream()
                .filter(candle -> candle.startMillis() + EventTime.MINUTE_MILLIS <= clock.now()
                        && phases.at(tape.sessionClass, candle.startMillis()) == Phase.CONTINUOUS)
                .toList();
        List<Candle> changed = new ArrayList<>();
        int taken = HistoryMerge.into(tape.series, usable, changed::add, added -> {
            if (!stored && worthKeeping(added)) {
                changed.add(added);
            }
        });
        if (taken > 0) {
            tape.closed = tape.series.countBefore(closedUntil);
            tape.vwap.update(0);
            tape.series.touch();
            lendAgain(tape.series);
        }
        if (!changed.isEmpty()) {
            sink.onMerged(tape.index, tape.instrument, changed);
        }
    }

    /// What fills a hole of ours, or is the broker's last word of a day. The rest is past the broker has anyway: of two
    /// hundred shares it would be some 375,000 rows at a first start, and orders wait for the same disk.
    private static boolean worthKeeping(Candle added) {
        return added.has(Candle.PATCHED) || added.has(Candle.FINAL);
    }

    /// An index takes the volume of its VWAP from a future, minute by minute (rules 7.9). Both are tracked.
    public void lend(int index, int future) {
        MinuteTape borrower = index < tapes.length ? tapes[index] : null;
        MinuteTape lender = future < tapes.length ? tapes[future] : null;
        if (borrower != null && lender != null) {
            borrower.vwap.borrow(lender.series);
            borrowers.removeIf(borrower::equals);
            borrowers.add(borrower);
        }
    }

    /// The lender's minutes changed after they were looked at.
    private void lendAgain(LiveBarSeries lender) {
        for (MinuteTape borrower : borrowers) {
            if (borrower.vwap.borrowsFrom(lender)) {
                borrower.vwap.update(0);
                borrower.series.touch();
            }
        }
    }

    /// The feed is back since that moment; volume traded in between belongs to no minute.
    public void reconnected(long nanos) {
        connectedNanos = nanos;
    }

    /// Days with ticks on which the calendar knows no trading; they are treated as continuous.
    public long unknownDays() {
        return phases.unknownDays();
    }

    public CandleCounters counters() {
        return counters;
    }

    /// Units of one instrument that could not be put into any candle.
    public long gapVolume(int index) {
        MinuteTape tape = tapes[index];
        return tape == null ? 0 : tape.volume.gapVolume();
    }
}
