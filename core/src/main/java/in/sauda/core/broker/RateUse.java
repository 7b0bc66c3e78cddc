package in.sauda.core.broker;

import java.util.List;

/// How much of one allowance is used right now, for a visible headroom.
///
/// @param group what shares the allowance, in words, e.g. {@code orders}
/// @param windows shortest first
/// @param waiting calls that wait for their turn
public record RateUse(String group, List<Window> windows, int waiting) {
    public RateUse {
        windows = List.copyOf(windows);
    }

    /// @param used calls in the last {@code spanMillis}
    /// @param allowed calls the broker takes in any such span
    public record Window(long spanMillis, int used, int allowed) {}
}
