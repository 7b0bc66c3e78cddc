package in.sauda.app.backtest;

import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.backtest.BacktestParameters;
import in.sauda.core.backtest.BacktestResult;
import in.sauda.core.backtest.BacktestSummary;
import in.sauda.core.backtest.Performance;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.strategy.EventPressure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One finished backtest.
///
/// @param number counted from 1 since the page was opened
public record BacktestRun(
        int number,
        BacktestRequest request,
        BacktestParameters parameters,
        CandleFiles.Content content,
        BacktestResult result,
        Performance performance) {
    private static final Pattern COMMA = Pattern.compile(",");

    /// Reads the files and runs the strategy over them. Blocks; an interrupt ends it.
    ///
    /// @param progress told what it is busy with
    /// @throws IOException when a file cannot be read or holds no candles
    /// @throws IllegalArgumentException when a parameter is unknown, locked or out of range
    static BacktestRun of(int number, BacktestRequest request, CandleSource source, Consumer<String> progress)
            throws IOException {
        BacktestParameters parameters = new BacktestParameters(request.strategy());
        request.parameters().forEach((key, value) -> parameters.set(key + "=" + value));
        CandleFiles.Content content = read(request, source, progress);
        progress.accept("Running the strategy over " + IndianNumbers.units(content.candles()) + " candles …");
        BacktestResult result = new Backtest(
                        content.symbols(),
                        parameters.profile(),
                        parameters.plan(),
                        EventPressure.of(source.calendar().announcements()))
                .run();
        return new BacktestRun(number, request, parameters, content, result, Performance.of(result.trades()));
    }

    /// Reads what the strategy is to run over. Blocks.
    static CandleFiles.Content read(BacktestRequest request, CandleSource source, Consumer<String> progress)
            throws IOException {
        BacktestRequest.Stored stored = request.stored();
        if (stored != null) {
            progress.accept("Reading stored candles …");
            return source.stored(options(request).symbols(), stored.from(), stored.to());
        }
        int files = request.files().size();
        progress.accept(files == 1 ? "Reading 1 file …" : "Reading " + files + " files …");
        return new CandleFiles(source.calendar(), options(request)).read(request.files());
    }

    private static CandleFiles.Options options(BacktestRequest request) {
        Set<String> symbols = COMMA.splitAsStream(request.symbols())
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String columns = request.columns().isBlank() ? null : request.columns().strip();
        return new CandleFiles.Options(columns, request.label(), request.kind(), symbols);
    }

    public BacktestSummary summary() {
        return new BacktestSummary(parameters, content, result);
    }

    /// Writes the same four files as the command line.
    List<String> write(Path folder) throws IOException {
        return new BacktestFiles(folder).write(parameters, summary(), result);
    }
}
