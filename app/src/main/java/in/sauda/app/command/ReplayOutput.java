package in.sauda.app.command;

import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.candles.Candle;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.replay.ReplayFiles;
import in.sauda.core.review.ReviewFiles;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What a replay made, of ticks or of a journal.
record ReplayOutput(List<Instrument> instruments, Function<Instrument, List<Candle>> candles, List<Signal> signals) {
    /// Writes candles, signals and a review of every day that has signals.
    ///
    /// @param also days that are reviewed without any
    void write(Path folder, List<LocalDate> also) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("candles.csv"), ReplayFiles.candles(instruments, candles));
        Files.writeString(folder.resolve("signals.csv"), BacktestFiles.signals(signals));
        ReviewFiles reviews = new ReviewFiles(folder);
        Set<LocalDate> dates = new TreeSet<>(also);
        signals.forEach(signal -> dates.add(IndiaTime.date(signal.candleMillis())));
        for (LocalDate date : dates) {
            reviews.write(date, signals, candles);
        }
    }
}
