package in.sauda.core.candles;

import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.time.IndiaTime;
import java.util.List;

/// A wider series aggregated from the one-minute series, anchored at the phase open (rules 7.6).
///
/// Follows its source by looking at it: {@link #update} recomputes the last bar, or everything when older minutes
/// changed. Daily bars before the first known minute come from history. Engine thread only.
public final class DerivedSeries {
    private final LiveBarSeries source;
    private final LiveBarSeries target;
    private final SessionClass sessionClass;
    private final PhaseCache phases;
    private long sourceRevision = Long.MIN_VALUE;
    private int sourceStructure = -1;
    private long forcedClose = Long.MAX_VALUE;

    public DerivedSeries(LiveBarSeries source, LiveBarSeries target, SessionClass sessionClass, PhaseCache phases) {
        this.source = source;
        this.target = target;
        this.sessionClass = sessionClass;
        this.phases = phases;
    }

    public Timeframe timeframe() {
        return target.timeframe();
    }

    /// Catches up with the source.
    ///
    /// @param exchangeMillis the exchange's time: a bar closes with its last minute even when that had no trade
    public void update(long exchangeMillis) {
        if (source.revision() != sourceRevision) {
            sourceRevision = source.revision();
            refresh();
        }
        if (exchangeMillis >= forcedClose && target.forming()) {
            target.forming(false);
        }
    }

    private void refresh() {
        int size = source.size();
        if (size == 0) {
            return;
        }
        int from = 0;
        if (source.structure() == sourceStructure && target.size() > 0) {
            from = source.countBefore(target.startMillis(target.size() - 1));
        }
        sourceStructure = source.structure();
        while (from < size) {
            from = aggregate(from, size);
        }
        long last = target.startMillis(target.size() - 1);
        forcedClose = end(last) + CandleBuilder.GRACE_MILLIS;
        target.forming(source.forming() || source.startMillis(size - 1) + EventTime.MINUTE_MILLIS < end(last));
        target.touch();
    }

    /// Writes the bar that begins with the minute {@code from} and returns the first minute after it.
    private int aggregate(int from, int size) {
        long start = bucket(source.startMillis(from));
        long end = start + target.timeframe().millis();
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        long volume = -1;
        int any = 0;
        int all = -1;
        int bar = from;
        while (bar < size && source.startMillis(bar) < end && bucket(source.startMillis(bar)) == start) {
            high = Math.max(high, source.high(bar));
            low = Math.min(low, source.low(bar));
            volume = source.volume(bar) < 0 ? volume : Math.max(0, volume) + source.volume(bar);
            any |= source.flags(bar);
            all &= source.flags(bar);
            bar++;
        }
        Candle candle = new Candle(start, source.open(from), high, low, source.close(bar - 1), volume, flags(any, all));
        put(candle, source.vwap(bar - 1));
        return bar;
    }

    /// Final or from history is only what is so in every minute; a bar of both origins was completed by history.
    private static int flags(int any, int all) {
        int always = Candle.FINAL | Candle.HISTORY;
        boolean mixed = ((any ^ all) & Candle.HISTORY) != 0;
        return (any & ~always) | (all & always) | (mixed ? Candle.PATCHED : 0);
    }

    private void put(Candle candle, double vwap) {
        int found = target.find(candle.startMillis());
        int at = found >= 0 ? found : -found - 1;
        if (found >= 0) {
            target.replace(at, candle);
        } else if (at == target.size()) {
            target.append(
                    candle.startMillis(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close(),
                    candle.volume(),
                    candle.flags());
        } else {
            target.insert(at, candle);
        }
        target.vwap(at, vwap);
    }

    private long bucket(long minute) {
        if (target.timeframe() == Timeframe.D1) {
            return IndiaTime.startOfDay(minute);
        }
        long open = phases.open(sessionClass, minute);
        long width = target.timeframe().millis();
        return open + Math.floorDiv(minute - open, width) * width;
    }

    private long end(long bucket) {
        long probe = target.timeframe() == Timeframe.D1 ? bucket + 12 * 3_600_000L : bucket;
        return Math.min(bucket + target.timeframe().millis(), phases.close(sessionClass, probe));
    }

    /// Takes bars of the past, oldest first; days for which minutes are known stay as they are.
    public void merge(List<Candle> history) {
        long firstMinute = source.size() == 0 ? Long.MAX_VALUE : bucket(source.startMillis(0));
        List<Candle> older = history.stream()
                .map(candle -> aligned(candle))
                .filter(candle -> candle.startMillis() < firstMinute)
                .toList();
        if (HistoryMerge.into(target, older, _ -> {}, _ -> {}) > 0) {
            target.touch();
        }
    }

    /// Brokers stamp daily bars with midnight or with the open.
    private Candle aligned(Candle candle) {
        return new Candle(
                bucket(candle.startMillis()),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                candle.flags());
    }
}
