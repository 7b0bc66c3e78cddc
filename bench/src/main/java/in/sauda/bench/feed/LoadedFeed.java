package in.sauda.bench.feed;

import in.sauda.broker.angelone.stream.FeedLimits;
import in.sauda.broker.angelone.stream.FeedLogin;
import in.sauda.broker.angelone.stream.FeedWiring;
import in.sauda.broker.angelone.stream.SmartStreamFeed;
import in.sauda.broker.upstox.mapping.WireKeys;
import in.sauda.broker.upstox.stream.Budgets;
import in.sauda.broker.upstox.stream.UpstoxFeed;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.support.ThreadTimer;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.QuoteRow;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The real feed and the real engine, without a broker session around them.
final class LoadedFeed implements AutoCloseable {
    private final SystemTime time = new SystemTime();
    private final InstrumentRegistry registry = new InstrumentRegistry();
    private final ThreadTimer timer = new ThreadTimer("timer-bench");
    private final TerminalCore core;
    private final MarketFeed feed;

    LoadedFeed(Load load, int connections, int port) {
        core = new TerminalCore(
                CoreSettings.of(TradingMode.DEMO),
                new EngineParts(
                        TradingCalendar.bundled(),
                        time,
                        time::wallMillis,
                        registry,
                        new NoDirectory(),
                        InMemoryStores.create()));
        core.start();
        List<Instrument> instruments = load.instruments();
        core.send(new Command.Watch("bench", instruments, FeedMode.FULL));
        feed = load == Load.ANGEL_ONE ? angelOne(port, connections) : upstox(port, connections);
        feed.subscribe(instruments.stream()
                .map(instrument -> new Subscription(instrument, registry.index(instrument), FeedMode.FULL))
                .toList());
        feed.connect();
    }

    private MarketFeed upstox(int port, int connections) {
        return new UpstoxFeed(new in.sauda.broker.upstox.stream.FeedWiring(
                () -> "ws://localhost:" + port + "/",
                Budgets.NORMAL,
                connections,
                WireKeys::of,
                core::newPublisher,
                core::onFeedState,
                core::phase,
                timer,
                time,
                RandomGenerator.getDefault()));
    }

    private MarketFeed angelOne(int port, int connections) {
        return new SmartStreamFeed(new FeedWiring(
                "ws://localhost:" + port + "/",
                new FeedLimits(connections, LoadFrames.INSTRUMENTS / connections),
                new NoLogin(),
                core::newPublisher,
                core::onFeedState,
                core::phase,
                timer,
                time,
                RandomGenerator.getDefault()));
    }

    FeedStatistics statistics() {
        return feed.statistics();
    }

    CoreStatus status() {
        return core.status();
    }

    ConflatedRows<QuoteRow> rows() {
        return core.quotes();
    }

    @Override
    public void close() {
        feed.disconnect();
        timer.close();
        core.close();
    }

    /// The load's server asks for none.
    private static final class NoLogin implements FeedLogin {
        @Override
        public String clientCode() {
            return "BENCH";
        }

        @Override
        public String apiKey() {
            return "bench";
        }

        @Override
        public String feedToken() {
            return "bench";
        }

        @Override
        public String jwt() {
            return "bench";
        }

        @Override
        public void renew(String staleJwt) {}
    }

    private static final class NoDirectory implements InstrumentDirectory {
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
