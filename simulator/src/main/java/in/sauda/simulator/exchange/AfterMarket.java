package in.sauda.simulator.exchange;

import in.sauda.core.calendar.Phase;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.master.Contract;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Orders taken outside market hours, waiting for their session (protocol 6). Guarded by the market's lock.
final class AfterMarket {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ENGLISH);
    private static final int LOCKED_FROM = Slots.of(LocalTime.of(8, 45));
    private static final int LOCKED_UNTIL = Slots.of(LocalTime.of(9, 15));

    private final List<ExchangeOrder> waiting = new ArrayList<>();

    /// Such orders have ids of their own, as {@code 09130b1c2d3eAO}.
    static String id(LocalDate date, long number) {
        return DAY.format(date) + String.format(Locale.ENGLISH, "%08x", 0x0b000000 + number) + "AO";
    }

    /// While the orders are being handed over they cannot be cancelled.
    static boolean locked(int slot) {
        return slot >= LOCKED_FROM && slot < LOCKED_UNTIL;
    }

    void add(ExchangeOrder order) {
        waiting.add(order);
    }

    void remove(ExchangeOrder order) {
        waiting.remove(order);
    }

    void clear() {
        waiting.clear();
    }

    /// Takes the orders whose session has begun; stops wait for continuous trading.
    List<ExchangeOrder> due(Function<Contract, Phase> phases) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<ExchangeOrder> due = new ArrayList<>();
        for (ExchangeOrder order : waiting) {
            Phase phase = phases.apply(order.contract());
            if (phase == Phase.CONTINUOUS
                    || (phase == Phase.PRE_OPEN && !order.spec().stop())) {
                due.add(order);
            }
        }
        waiting.removeAll(due);
        return due;
    }
}
