package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A seeded random walk over whole sessions with volume that is heavy at the open and the close, and a session VWAP.
final class WalkSeries implements BarSeries {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    static final int SESSION_MINUTES = 375;

    private final Timeframe timeframe;
    private final List<Candle> candles = new ArrayList<>();
    private final List<Double> vwaps = new ArrayList<>();
    private final Random random;
    private double turnover;
    private double units;
    private boolean forming;
    private long revision;

    WalkSeries(Timeframe timeframe, long seed) {
        this.timeframe = timeframe;
        this.random = new Random(seed);
    }

    /// Whole sessions of one-minute bars that end on {@link #LAST_DAY}.
    static WalkSeries minutes(int sessions, long seed) {
        return minutes(sessions, SESSION_MINUTES, seed);
    }

    /// As {@link #minutes(int, long)}, but the last session has only so many bars.
    static WalkSeries minutes(int sessions, int barsOfLastSession, long seed) {
        WalkSeries series = new WalkSeries(Timeframe.M1, seed);
        List<LocalDate> days = tradingDays(sessions);
        for (int day = 0; day < days.size(); day++) {
            int bars = day == days.size() - 1 ? barsOfLastSession : SESSION_MINUTES;
            series.session(days.get(day), bars);
        }
        return series;
    }

    private static List<LocalDate> tradingDays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LAST_DAY; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.addFirst(day);
            }
        }
        return days;
    }

    void session(LocalDate day, int bars) {
        turnover = 0;
        units = 0;
        for (int bar = 0; bar < bars; bar++) {
            long start = IndiaTime.epochMillis(day, LocalTime.of(9, 15)) + bar * timeframe.millis();
            appendWalk(start, bar / (double) SESSION_MINUTES, bar == 0);
        }
    }

    private void appendWalk(long startMillis, double progress, boolean gap) {
        double last = candles.isEmpty() ? 132_450 : candles.getLast().close();
        double edge = Math.abs(progress - 0.5) * 2;
        double volatility = last * (0.0003 + 0.0005 * edge * edge);
        double open =
                gap ? last * (1 + random.nextGaussian() * 0.004) : last + random.nextGaussian() * volatility * 0.1;
        double close = open + random.nextGaussian() * volatility;
        double high = Math.max(open, close) + Math.abs(random.nextGaussian()) * volatility * 0.6;
        double low = Math.min(open, close) - Math.abs(random.nextGaussian()) * volatility * 0.6;
        long volume = Math.round((8_000 + 60_000 * Math.pow(edge, 3)) * (0.4 + random.nextDouble() * 1.4));
        append(new Candle(startMillis, tick(open), tick(high), tick(low), tick(close), volume, 0));
    }

    void append(Candle candle) {
        if (candle.volume() > 0) {
            turnover += (candle.high() + candle.low() + candle.close()) / 3.0 * candle.volume();
            units += candle.volume();
        }
        candles.add(candle);
        vwaps.add(units == 0 ? Double.NaN : turnover / units / 100);
        revision++;
    }

    void replace(int bar, Candle candle) {
        candles.set(bar, candle);
        revision++;
    }

    void insert(int bar, Candle candle) {
        candles.add(bar, candle);
        vwaps.add(bar, Double.NaN);
        revision++;
    }

    void setForming(boolean isForming) {
        forming = isForming;
        revision++;
    }

    /// Moves the close of the last bar.
    void tickLast(long close) {
        Candle last = candles.getLast();
        replace(
                candles.size() - 1,
                new Candle(
                        last.startMillis(),
                        last.open(),
                        Math.max(last.high(), close),
                        Math.min(last.low(), close),
                        close,
                        last.volume() + 75,
                        last.flags()));
    }

    private static long tick(double price) {
        return Math.round(price / 5) * 5;
    }

    Candle candle(int bar) {
        return candles.get(bar);
    }

    @Override
    public int size() {
        return candles.size();
    }

    @Override
    public boolean forming() {
        return forming;
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
        return timeframe;
    }

    @Override
    public long startMillis(int bar) {
        return candles.get(bar).startMillis();
    }

    @Override
    public long open(int bar) {
        return candles.get(bar).open();
    }

    @Override
    public long high(int bar) {
        return candles.get(bar).high();
    }

    @Override
    public long low(int bar) {
        return candles.get(bar).low();
    }

    @Override
    public long close(int bar) {
        return candles.get(bar).close();
    }

    @Override
    public long volume(int bar) {
        return candles.get(bar).volume();
    }

    @Override
    public double vwap(int bar) {
        return vwaps.get(bar);
    }

    @Override
    public int flags(int bar) {
        return candles.get(bar).flags();
    }
}
