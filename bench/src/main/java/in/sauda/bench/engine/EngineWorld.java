package in.sauda.bench.engine;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A thousand stocks and a market time that the measurement moves.
final class EngineWorld implements MarketClock {
    static final int INSTRUMENTS = 1_000;
    static final long OPEN = IndiaTime.epochMillis(LocalDate.of(2026, 11, 20), LocalTime.of(9, 15));

    final List<Instrument> instruments = new ArrayList<>();
    final InstrumentRegistry registry = new InstrumentRegistry();
    private final long[] prices = new long[INSTRUMENTS];
    private final long[] volumes = new long[INSTRUMENTS];
    private long sequence;
    private long random = 42;
    private volatile long marketMillis = OPEN;

    EngineWorld() {
        for (int i = 0; i < INSTRUMENTS; i++) {
            Instrument instrument = new Instrument(
                    "bench",
                    new InstrumentKey(Segment.NSE, Integer.toString(i)),
                    "STOCK" + i + "-EQ",
                    "STOCK" + i,
                    "",
                    InstrumentCategory.EQUITY,
                    null,
                    0,
                    null,
                    1,
                    5,
                    0,
                    true);
            instruments.add(instrument);
            registry.index(instrument);
            prices[i] = 100_000 + i * 50L;
        }
    }

    EngineParts parts(TimeSource time) {
        return parts(time, InMemoryStores.create());
    }

    EngineParts parts(TimeSource time, Stores stores) {
        return new EngineParts(TradingCalendar.bundled(), time, this, registry, new NoDirectory(), stores);
    }

    /// Moves the market on; one caller only.
    void advance(long millis) {
        long next = marketMillis + millis;
        marketMillis = next;
    }

    /// Fills the next update of a stock: price moves a tick, volume grows, five levels of depth.
    void fill(MarketEvent event, int instrument, long nowNanos) {
        random = random * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        long step = (random >>> 62) - 1;
        prices[instrument] += Math.min(1, step) * 5;
        volumes[instrument] += 10 + (random >>> 58);
        event.clear();
        event.instrument = instrument;
        event.sequence = ++sequence;
        event.exchangeMillis = marketMillis;
        event.lastTradeMillis = marketMillis;
        event.receivedNanos = nowNanos;
        event.lastPrice = prices[instrument];
        event.volume = volumes[instrument];
        event.hasDepth = true;
        for (int level = 0; level < MarketEvent.DEPTH_LEVELS; level++) {
            event.bidPrice[level] = prices[instrument] - 5L * (level + 1);
            event.bidQuantity[level] = 100;
            event.askPrice[level] = prices[instrument] + 5L * (level + 1);
            event.askQuantity[level] = 100;
        }
    }

    @Override
    public long millis() {
        return marketMillis;
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
