package in.sauda.app.backtest;

import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.InstrumentKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the user asked to be backtested.
///
/// @param files of one-minute candles
/// @param parameters only those that differ from the strategy's own, by key
/// @param symbols separated by commas, empty for all
/// @param columns the mapping of columns, empty to recognise the header
public record BacktestRequest(
        List<Path> files,
        String strategy,
        Map<String, String> parameters,
        String symbols,
        BarLabel label,
        InstrumentKind kind,
        String columns) {
    public BacktestRequest {
        files = List.copyOf(files);
        parameters = Map.copyOf(parameters);
    }
}
