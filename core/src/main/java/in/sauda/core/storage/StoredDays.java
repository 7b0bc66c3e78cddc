package in.sauda.core.storage;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.DayRecords;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.view.OrderView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/// Earlier days in the home's database.
///
/// @param clock the market's: what is later is not told
public record StoredDays(Stores stores, MarketClock clock) implements DayRecords {
    private static final long REACH_MILLIS = 60 * 86_400_000L;

    @Override
    public List<LocalDate> days() {
        long now = clock.millis();
        return stores.signals().load(now - REACH_MILLIS, now + 1).stream()
                .map(signal -> IndiaTime.date(signal.candleMillis()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Override
    public List<Signal> signals(LocalDate day) {
        return stores.signals().load(start(day), start(day.plusDays(1)));
    }

    @Override
    public List<Candle> candles(Instrument instrument, LocalDate day) {
        return stores.candles().load(instrument.key(), Timeframe.M1, start(day), start(day.plusDays(1)));
    }

    @Override
    public List<OrderView> orderStates(long fromMillis, long toMillis) {
        return stores.orders().states(fromMillis, toMillis);
    }

    private static long start(LocalDate day) {
        return IndiaTime.epochMillis(day, LocalTime.MIN);
    }
}
