package in.sauda.core.backtest;

import in.sauda.core.signals.Signal;
import java.util.List;
import java.util.Map;

/// What a backtest found.
///
/// @param suppressed times the rule fired without a signal because of the repeat rule or the hours
/// @param trades in the order in which they ended
/// @param skipped signals that became no trade, by reason
public record BacktestResult(
        List<Signal> signals, long suppressed, List<BacktestTrade> trades, Map<Skip, Long> skipped, long candles) {}
