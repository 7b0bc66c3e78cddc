package in.sauda.bench.backtest;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/// One-minute bars of a random walk over whole sessions of 375 minutes.
final class Bars {
    static final int SESSION = 375;

    private Bars() {}

    static CandleArray walk(int days, long seed) {
        TradingCalendar calendar = TradingCalendar.bundled();
        Random random = new Random(seed);
        CandleArray bars = new CandleArray();
        LocalDate date = LocalDate.of(2025, 1, 1);
        long price = 100_000L + random.nextInt(100_000);
        for (int day = 0; day < days; day++) {
            long open = IndiaTime.epochMillis(date, LocalTime.of(9, 15));
            for (int minute = 0; minute < SESSION; minute++) {
                long from = price;
                price = Math.max(1_000, price + Math.round(random.nextGaussian() * 60));
                bars.add(
                        open + minute * 60_000L,
                        from,
                        Math.max(from, price) + random.nextInt(40),
                        Math.min(from, price) - random.nextInt(40),
                        price,
                        500 + random.nextInt(random.nextInt(30) == 0 ? 20_000 : 2_000));
            }
            date = calendar.nextTradingDay(date);
        }
        return bars;
    }
}
