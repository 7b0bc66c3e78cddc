package in.sauda.app.session;

import in.sauda.app.backtest.CandleSource;
import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFileException;
import in.sauda.core.candlefile.CandleFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The candles of the open session's database, for the workbench.
record HomeCandles(Path home, Supplier<@Nullable TerminalSession> session) implements CandleSource {
    @Override
    public TradingCalendar calendar() {
        return CalendarFile.of(home).calendar();
    }

    @Override
    public CandleFiles.Content stored(Set<String> symbols, LocalDate from, LocalDate to) {
        TerminalSession open = session.get();
        if (open == null) {
            throw new CandleFileException("No session is open, so there is no store to read; log in or open the demo.");
        }
        return open.storedCandles(symbols, from, to);
    }
}
