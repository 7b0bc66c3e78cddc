package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.view.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A process that trades minute after minute until it is killed; prints the minute it is in.
final class KilledTraderMain {
    private KilledTraderMain() {}

    public static void main(String[] arguments) {
        TestClock clock = new TestClock();
        InstrumentRegistry registry = new InstrumentRegistry();
        Database database = Database.open(Path.of(arguments[0]));
        Stores stores = JdbiStores.of(database, registry);
        TerminalCore core = new TerminalCore(
                CoreSettings.of(TradingMode.DEMO),
                new EngineParts(TradingCalendar.bundled(), clock, clock, registry, new EmptyDirectory(), stores));
        core.start();
        core.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE));
        MarketEventPublisher publisher = core.newPublisher();
        long volume = 0;
        for (long minute = TestClock.at("09:15"); ; minute += 60_000) {
            for (int second = 1; second < 60; second += 2) {
                clock.set(minute + second * 1_000L);
                MarketEvent event = publisher.begin();
                event.clear();
                event.instrument = registry.index(RELIANCE);
                event.sequence++;
                event.exchangeMillis = clock.millis();
                event.receivedNanos = clock.nanos();
                event.lastPrice = 10_000L + second;
                volume += 10;
                event.volume = volume;
                publisher.publish();
            }
            awaitSaved(stores, minute - 60_000);
            System.out.println("minute " + minute);
        }
    }

    /// The market moves on only when the minute before the last is on disk, as it would be a minute later.
    private static void awaitSaved(Stores stores, long minute) {
        while (minute >= TestClock.at("09:15")
                && stores.candles()
                        .load(RELIANCE.key(), Timeframe.M1, minute, minute + 1)
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static final class EmptyDirectory implements InstrumentDirectory {
        @Override
        public List<Instrument> search(SearchQuery query) {
            return List.of();
        }

        @Override
        public Optional<Instrument> find(InstrumentKey key) {
            return Optional.empty();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
