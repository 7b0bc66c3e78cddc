package in.sauda.core.orders;

import static in.sauda.core.orders.TradeState.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which step a trade may take next (rules 6.1). A step that is not in the table is a defect, not a surprise.
final class TradeTransitions {
    private static final Map<TradeState, Set<TradeState>> ALLOWED = new EnumMap<>(TradeState.class);

    static {
        allow(NEUTRAL, SIGNALLED, AWAITING_CONFIRM);
        allow(SIGNALLED, AWAITING_CONFIRM, EXPIRED);
        allow(AWAITING_CONFIRM, ENTRY_PENDING, DECLINED, EXPIRED, REJECTED);
        allow(ENTRY_PENDING, PARTIALLY_FILLED, IN_TRADE, REJECTED, CANCELLED, EXPIRED, ERROR);
        allow(PARTIALLY_FILLED, IN_TRADE, EXIT_PENDING, EXITED, ERROR);
        allow(IN_TRADE, EXIT_PENDING, EXITED, ERROR);
        allow(EXIT_PENDING, EXITED, IN_TRADE, ERROR);
        allow(EXITED, COOLDOWN);
        allow(COOLDOWN, NEUTRAL);
        allow(EXPIRED, NEUTRAL);
        allow(DECLINED, NEUTRAL);
        // A fill may still arrive for an order that was reported dead.
        allow(REJECTED, NEUTRAL, IN_TRADE);
        allow(CANCELLED, NEUTRAL, IN_TRADE);
        allow(ERROR, NEUTRAL, IN_TRADE);
    }

    private TradeTransitions() {}

    private static void allow(TradeState from, TradeState first, TradeState... rest) {
        ALLOWED.put(from, EnumSet.of(first, rest));
    }

    static boolean allowed(TradeState from, TradeState to) {
        return ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }
}
