package in.sauda.bench.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/// A seeded random walk over sessions of 375 minutes whose last bar ticks.
final class BenchSeries implements BarSeries {
    private static final int SESSION_BARS = 375;
    private static final long SEED = 20_261_121;
    private static final double VOLATILITY = 0.0005;

    private final long[] starts;
    private final long[] opens;
    private final long[] highs;
    private final long[] lows;
    private final long[] closes;
    private final long[] volumes;
    private final double[] vwaps;
    private final Random random = new Random(SEED);
    private long revision = 1;

    BenchSeries(int bars) {
        starts = new long[bars];
        opens = new long[bars];
        highs = new long[bars];
        lows = new long[bars];
        closes = new long[bars];
        volumes = new long[bars];
        vwaps = new double[bars];
        LocalDate day = LocalDate.of(2025, 11, 3);
        for (int bar = 0; bar < bars; bar++) {
            if (bar > 0 && bar % SESSION_BARS == 0) {
                day = nextWeekday(day);
            }
            starts[bar] = IndiaTime.epochMillis(day, LocalTime.of(9, 15)) + bar % SESSION_BARS * 60_000L;
            walk(bar);
        }
    }

    private static LocalDate nextWeekday(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void walk(int bar) {
        double open = bar == 0 ? 132_450 : closes[bar - 1];
        double step = open * VOLATILITY;
        double close = open + random.nextGaussian() * step;
        opens[bar] = Math.round(open);
        closes[bar] = Math.round(close);
        highs[bar] = Math.round(Math.max(open, close) + Math.abs(random.nextGaussian()) * step * 0.6);
        lows[bar] = Math.round(Math.min(open, close) - Math.abs(random.nextGaussian()) * step * 0.6);
        volumes[bar] = 5_000L + random.nextInt(40_000);
        boolean first = bar % SESSION_BARS == 0;
        vwaps[bar] = first ? close / 100 : vwaps[bar - 1] + (close / 100 - vwaps[bar - 1]) / (bar % SESSION_BARS + 1);
    }

    /// One trade in the last bar.
    void tick() {
        int last = closes.length - 1;
        long close = closes[last] + random.nextInt(21) - 10;
        closes[last] = close;
        highs[last] = Math.max(highs[last], close);
        lows[last] = Math.min(lows[last], close);
        volumes[last] += 25;
        revision++;
    }

    @Override
    public int size() {
        return closes.length;
    }

    @Override
    public boolean forming() {
        return true;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public int priceDecimals() {
        return 2;
    }

    @Override
    public Timeframe timeframe() {
        return Timeframe.M1;
    }

    @Override
    public long startMillis(int bar) {
        return starts[bar];
    }

    @Override
    public long open(int bar) {
        return opens[bar];
    }

    @Override
    public long high(int bar) {
        return highs[bar];
    }

    @Override
    public long low(int bar) {
        return lows[bar];
    }

    @Override
    public long close(int bar) {
        return closes[bar];
    }

    @Override
    public long volume(int bar) {
        return volumes[bar];
    }

    @Override
    public double vwap(int bar) {
        return vwaps[bar];
    }

    @Override
    public int flags(int bar) {
        return 0;
    }
}
