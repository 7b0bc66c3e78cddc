package in.sauda.app.backtest;

import in.sauda.core.backtest.SweepRange;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.InstrumentKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the user asked to be backtested.
///
/// @param files of one-minute candles, none for stored candles
/// @param stored which stored candles, null for files
/// @param parameters only those that differ from the strategy's own, by key
/// @param symbols separated by commas, empty for all
/// @param columns the mapping of columns, empty to recognise the header
public record BacktestRequest(
        List<Path> files,
        @Nullable Stored stored,
        String strategy,
        Map<String, String> parameters,
        String symbols,
        BarLabel label,
        InstrumentKind kind,
        String columns) {
    /// Days of stored candles.
    public record Stored(LocalDate from, LocalDate to) {}

    /// Candles of files.
    public BacktestRequest(
            List<Path> files,
            String strategy,
            Map<String, String> parameters,
            String symbols,
            BarLabel label,
            InstrumentKind kind,
            String columns) {
        this(files, null, strategy, parameters, symbols, label, kind, columns);
    }

    public BacktestRequest {
        files = List.copyOf(files);
        parameters = Map.copyOf(parameters);
    }

    /// The parameters that have one value.
    Map<String, String> fixed() {
        Map<String, String> fixed = new TreeMap<>(parameters);
        fixed.values().removeIf(SweepRange::several);
        return fixed;
    }

    /// The parameters that have several, in order of name.
    Map<String, String> swept() {
        Map<String, String> swept = new TreeMap<>(parameters);
        swept.values().removeIf(value -> !SweepRange.several(value));
        return swept;
    }

    /// The same with one value for every parameter.
    BacktestRequest with(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putAll(values);
        return new BacktestRequest(files, stored, strategy, all, symbols, label, kind, columns);
    }
}
