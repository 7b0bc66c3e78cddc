package in.sauda.core.orders;

/// State machine of one trade of one strategy, NEUTRAL to EXITED (note 004, `rules.md` 6.1).
public enum TradeState {
    NEUTRAL,
    SIGNALLED,
    AWAITING_CONFIRM,
    ENTRY_PENDING,
    PARTIALLY_FILLED,
    IN_TRADE,
    EXIT_PENDING,
    EXITED,
    COOLDOWN,
    EXPIRED,
    DECLINED,
    REJECTED,
    CANCELLED,
    ERROR
}
