package in.sauda.simulator.upstox;

import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last completed minute of whatever is streamed. Guarded by the market's lock.
final class MinuteBars {
    /// Prices in the contract's decimals.
    record Bar(long startMillis, long open, long high, long low, long close, long volume) {}

    private static final class Running {
        private int minute = -1;
        private long open;
        private long high;
        private long low;
        private long close;
        private long volumeBefore;
        private long volume;
        private boolean whole;
        private @Nullable Bar completed;
    }

    private final Market market;
    private final IdentityHashMap<Contract, Running> bars = new IdentityHashMap<>();

    MinuteBars(Market market) {
        this.market = market;
    }

    /// Takes a change of a tape; only trades count.
    void changed(Tape tape) {
        if (tape.lastTradeSlot() != tape.slot()) {
            return;
        }
        Running bar = bars.computeIfAbsent(tape.contract(), key -> new Running());
        int minute = tape.slot() / Slots.PER_MINUTE;
        if (minute != bar.minute) {
            finish(bar);
            bar.whole = bar.minute >= 0;
            bar.minute = minute;
            bar.open = tape.last();
            bar.high = tape.last();
            bar.low = tape.last();
            bar.volumeBefore = bar.whole ? bar.volume : tape.volume() - tape.lastQuantity();
        }
        bar.high = Math.max(bar.high, tape.last());
        bar.low = Math.min(bar.low, tape.last());
        bar.close = tape.last();
        bar.volume = tape.volume();
    }

    /// A minute that was joined in the middle is no candle.
    private void finish(Running bar) {
        if (bar.whole) {
            long start = Slots.epochSecond(market.date(), bar.minute * Slots.PER_MINUTE) * 1000;
            bar.completed = new Bar(start, bar.open, bar.high, bar.low, bar.close, bar.volume - bar.volumeBefore);
        }
    }

    Optional<Bar> completed(Tape tape) {
        Running bar = bars.get(tape.contract());
        return bar == null ? Optional.empty() : Optional.ofNullable(bar.completed);
    }
}
