package in.sauda.core.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TradeTransitionsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            NEUTRAL,          SIGNALLED,        true
            SIGNALLED,        AWAITING_CONFIRM, true
            AWAITING_CONFIRM, ENTRY_PENDING,    true
            ENTRY_PENDING,    PARTIALLY_FILLED, true
            PARTIALLY_FILLED, IN_TRADE,         true
            IN_TRADE,         EXIT_PENDING,     true
            EXIT_PENDING,     EXITED,           true
            EXITED,           COOLDOWN,         true
            COOLDOWN,         NEUTRAL,          true
            AWAITING_CONFIRM, DECLINED,         true
            AWAITING_CONFIRM, EXPIRED,          true
            ENTRY_PENDING,    REJECTED,         true
            ENTRY_PENDING,    CANCELLED,        true
            NEUTRAL,          ENTRY_PENDING,    false
            SIGNALLED,        IN_TRADE,         false
            IN_TRADE,         NEUTRAL,          false
            EXITED,           IN_TRADE,         false
            COOLDOWN,         SIGNALLED,        false
            """)
    void allowsExactlyTheStepsOfTheRules(TradeState from, TradeState to, boolean allowed) {
        assertThat(TradeTransitions.allowed(from, to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(TradeState.class)
    void neverStaysAndNeverEndsInADeadEnd(TradeState state) {
        assertThat(TradeTransitions.allowed(state, state)).isFalse();
        assertThat(TradeState.values()).anyMatch(to -> TradeTransitions.allowed(state, to));
    }
}
