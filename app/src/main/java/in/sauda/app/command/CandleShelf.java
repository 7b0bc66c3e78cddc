package in.sauda.app.command;

import in.sauda.app.session.Sentences;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.SystemTime;
import in.sauda.core.truth.ParityStore;
import java.io.IOException;
import java.nio.file.Path;

/// The stores of a home and the instruments it knows, open for one command.
record CandleShelf(CandleStore candles, ParityStore parity, InstrumentDirectory directory, TradingCalendar calendar) {
    /// Work with an open shelf.
    interface Work<T> {
        T on(CandleShelf shelf) throws IOException;
    }

    static <T> T open(HomeOption home, Work<T> work) {
        Path folder = home.prepare();
        try (Database database = Database.open(folder);
                InstrumentService service =
                        InstrumentService.open(database, folder, InstrumentsCommand.sources(), new SystemTime())) {
            Stores stores = JdbiStores.of(database, new InstrumentRegistry());
            return work.on(
                    new CandleShelf(stores.candles(), stores.parity(), service.directory(), Calendars.of(folder)));
        } catch (IOException e) {
            throw new CommandFailure(Sentences.of(e), e);
        }
    }
}
