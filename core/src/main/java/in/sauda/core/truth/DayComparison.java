package in.sauda.core.truth;

import in.sauda.core.candles.Candle;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.truth.MinuteDifference.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares the minutes of one instrument's day with the broker's (rules 7.8): a price may be a tick off, a volume 2 %.
///
/// Only minutes we made from ticks and took for complete can be wrong; the others came from the broker or wait for it.
/// The broker's first minute may hold the volume of the pre-open (rules 7.10), so more of it there is no mismatch. An
/// index is told once a second and has no tick, so its prices may be 0.05 % off (rules 7.9).
public final class DayComparison {
    private static final double VOLUME_PERCENT = 2.0;
    private static final long INDEX_PART = 2_000;

    private final Instrument instrument;
    private final List<MinuteDifference> differences = new ArrayList<>();
    private int compared;
    private int prices;
    private int volumes;
    private int mended;
    private int extra;
    private long worstPrice;
    private double worstVolumePercent;

    private DayComparison(Instrument instrument) {
        this.instrument = instrument;
    }

    /// What a comparison found.
    ///
    /// @param differences in order of time
    public record Result(DayParity parity, List<MinuteDifference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /// @param ours closed minutes of the day
    /// @param theirs minutes of the day's continuous trading
    /// @param openMillis start of continuous trading
    /// @param whole the session is over
    public static Result of(
            Instrument instrument,
            LocalDate date,
            List<Candle> ours,
            List<Candle> theirs,
            long openMillis,
            long checkedMillis,
            boolean whole) {
        DayComparison comparison = new DayComparison(instrument);
        Map<Long, Candle> mine = new TreeMap<>();
        ours.forEach(candle -> mine.put(candle.startMillis(), candle));
        TreeMap<Long, Candle> real = new TreeMap<>();
        theirs.forEach(candle -> real.put(candle.startMillis(), candle));
        TreeMap<Long, Candle> all = new TreeMap<>(mine);
        real.forEach(all::putIfAbsent);
        for (Long minute : all.keySet()) {
            comparison.minute(minute, mine.get(minute), real.get(minute), minute == openMillis);
        }
        return new Result(
                new DayParity(
                        instrument.key(),
                        instrument.symbol(),
                        date,
                        checkedMillis,
                        whole,
                        mine.size(),
                        real.size(),
                        comparison.compared,
                        comparison.prices,
                        comparison.volumes,
                        comparison.mended,
                        comparison.extra,
                        comparison.worstPrice,
                        comparison.worstVolumePercent,
                        ""),
                comparison.differences);
    }

    private void minute(long start, @Nullable Candle ours, @Nullable Candle theirs, boolean first) {
        if (ours == null) {
            mended++;
            differences.add(new MinuteDifference(start, Kind.MISSING, null, theirs));
        } else if (theirs == null) {
            missingThere(start, ours);
        } else if (ours.has(Candle.PARTIAL)) {
            mended++;
            differences.add(new MinuteDifference(start, Kind.PARTIAL, ours, theirs));
        } else if (!ours.has(Candle.HISTORY)) {
            compare(ours, theirs, first);
        }
    }

    /// A minute without volume may be a quote that moved: brokers make no candle of it.
    private void missingThere(long start, Candle ours) {
        if (ours.volume() != 0 && !ours.has(Candle.PARTIAL | Candle.HISTORY)) {
            extra++;
            differences.add(new MinuteDifference(start, Kind.EXTRA, ours, null));
        }
    }

    private void compare(Candle ours, Candle theirs, boolean first) {
        compared++;
        long distance = Math.max(
                Math.max(Math.abs(ours.open() - theirs.open()), Math.abs(ours.close() - theirs.close())),
                Math.max(Math.abs(ours.high() - theirs.high()), Math.abs(ours.low() - theirs.low())));
        double percent = volumePercent(ours.volume(), theirs.volume(), first);
        boolean price = distance > tolerance(theirs);
        boolean volume = percent > VOLUME_PERCENT;
        worstPrice = Math.max(worstPrice, distance);
        worstVolumePercent = Math.max(worstVolumePercent, percent);
        prices += price ? 1 : 0;
        volumes += volume ? 1 : 0;
        if (price || volume) {
            Kind kind = price && volume ? Kind.PRICE_AND_VOLUME : price ? Kind.PRICE : Kind.VOLUME;
            differences.add(new MinuteDifference(ours.startMillis(), kind, ours, theirs));
        }
    }

    private long tolerance(Candle theirs) {
        return instrument.index() ? theirs.close() / INDEX_PART : Math.max(1, instrument.tickSize());
    }

    private static double volumePercent(long ours, long theirs, boolean first) {
        if (ours < 0 || theirs < 0 || ours == theirs || (first && theirs > ours)) {
            return 0;
        }
        return 100.0 * Math.abs(ours - theirs) / Math.max(1, theirs);
    }
}
