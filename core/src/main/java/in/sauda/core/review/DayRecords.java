package in.sauda.core.review;

import in.sauda.core.candles.Candle;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.view.OrderView;
import java.time.LocalDate;
import java.util.List;

/// What earlier days left: their signals and candles. Blocks on the disk.
public interface DayRecords {
    /// Where nothing is kept.
    DayRecords NONE = new DayRecords() {
        @Override
        public List<LocalDate> days() {
            return List.of();
        }

        @Override
        public List<Signal> signals(LocalDate day) {
            return List.of();
        }

        @Override
        public List<Candle> candles(Instrument instrument, LocalDate day) {
            return List.of();
        }
    };

    /// Days of the last two months with signals, newest first.
    List<LocalDate> days();

    /// Oldest first.
    List<Signal> signals(LocalDate day);

    /// What became of orders in {@code [fromMillis, toMillis)}: every state, by its time, oldest first.
    default List<OrderView> orderStates(long fromMillis, long toMillis) {
        return List.of();
    }

    /// One-minute candles, oldest first.
    List<Candle> candles(Instrument instrument, LocalDate day);
}
