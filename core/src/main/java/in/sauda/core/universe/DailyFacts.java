package in.sauda.core.universe;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.FixedPoint;

/// What the days of a share say about it (rules 2.10, X-4). NaN where there are too few days.
///
/// @param averageValueCrore mean traded value of the last twenty closed days, in crore rupees
/// @param fiveDayChangePercent close of the newest day against that of five days before
/// @param volumeRatio volume of the newest day over the mean of the twenty before it
public record DailyFacts(double averageValueCrore, double fiveDayChangePercent, double volumeRatio) {
    public static final DailyFacts NONE = new DailyFacts(Double.NaN, Double.NaN, Double.NaN);

    private static final int DAYS = 20;
    private static final int CHANGE_DAYS = 5;
    private static final double CRORE = 1e7;

    /// @param days daily bars, the newest of which may still be forming
    public static DailyFacts of(BarSeries days) {
        int size = days.size();
        int newest = size - 1;
        int closed = days.forming() ? size - 1 : size;
        return new DailyFacts(
                averageValue(days, closed),
                newest < CHANGE_DAYS
                        ? Double.NaN
                        : (rupees(days, newest) / rupees(days, newest - CHANGE_DAYS) - 1) * 100,
                newest < DAYS ? Double.NaN : volume(days, newest) / meanVolume(days, newest));
    }

    private static double averageValue(BarSeries days, int closed) {
        if (closed < DAYS) {
            return Double.NaN;
        }
        double value = 0;
        for (int day = closed - DAYS; day < closed; day++) {
            value += rupees(days, day) * volume(days, day);
        }
        return value / DAYS / CRORE;
    }

    private static double meanVolume(BarSeries days, int newest) {
        double sum = 0;
        for (int day = newest - DAYS; day < newest; day++) {
            sum += volume(days, day);
        }
        return sum == 0 ? Double.NaN : sum / DAYS;
    }

    private static double volume(BarSeries days, int day) {
        return Math.max(0, days.volume(day));
    }

    private static double rupees(BarSeries days, int day) {
        return FixedPoint.toDouble(days.close(day), days.priceDecimals());
    }
}
