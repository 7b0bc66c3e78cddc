package in.sauda.simulator.market;

import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLongArray;

/// A price that is computed once for each slot of the equity day. Two threads may compute the same slot; they find the
/// same value.
final class RememberedPrice implements FairPrice {
    private static final int SLOTS = Slots.of(LocalTime.of(16, 0));

    private final FairPrice computed;
    /// The bits of each value; 0 where none is known, because nothing is worth nothing.
    private final AtomicLongArray known = new AtomicLongArray(SLOTS);

    RememberedPrice(FairPrice computed) {
        this.computed = computed;
    }

    @Override
    public double at(int slot) {
        if (slot < 0 || slot >= SLOTS) {
            return computed.at(slot);
        }
        long bits = known.getPlain(slot);
        if (bits != 0) {
            return Double.longBitsToDouble(bits);
        }
        double price = computed.at(slot);
        known.setOpaque(slot, Double.doubleToRawLongBits(price));
        return price;
    }
}
