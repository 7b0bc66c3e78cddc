package in.sauda.core.alerts;

import java.util.List;

/// All alerts and what fired lately; immutable.
///
/// @param rows in the order in which they were made
/// @param history newest first
public record AlertBoard(List<AlertRow> rows, List<AlertFiring> history) {
    public static final AlertBoard EMPTY = new AlertBoard(List.of(), List.of());

    public AlertBoard {
        rows = List.copyOf(rows);
        history = List.copyOf(history);
    }
}
