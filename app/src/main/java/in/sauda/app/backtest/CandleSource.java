package in.sauda.app.backtest;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;

/// Where the workbench finds candles that are in no file.
public interface CandleSource {
    /// The calendar in force.
    TradingCalendar calendar();

    /// Stored candles of some days. Blocks on the disk.
    ///
    /// @param symbols none for all
    /// @throws IllegalArgumentException when there are none, with a sentence
    CandleFiles.Content stored(Set<String> symbols, LocalDate from, LocalDate to) throws IOException;
}
