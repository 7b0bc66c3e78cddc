package in.sauda.core.engine;

import in.sauda.core.candles.BadTickFilter;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.QuoteRow;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The newest quote of every instrument, and its rows for the user interface.
///
/// An instrument that was quiet gets its row at once; a busy one at most every few milliseconds, and what is left over
/// is published by {@link #flush}, so that the last update always becomes visible. Engine thread only.
final class QuoteBook {
    private static final class Quote {
        private final MarketEvent last = new MarketEvent();
        private final BadTickFilter filter;
        private long updates;
        private long publishedNanos;
        private boolean dirty;

        private Quote(boolean index) {
            filter = new BadTickFilter(index);
            last.clear();
        }
    }

    private final InstrumentRegistry registry;
    private final ConflatedRows<QuoteRow> rows;
    private final long intervalNanos;
    private final IntConsumer published;
    private @Nullable Quote[] quotes = new Quote[256];
    private int[] dirty = new int[256];
    private int dirtyCount;
    private int ticking;
    private long withheld;
    private long beyondCapacity;
    private long lastFlushNanos;

    /// @param published told the index of every row put
    QuoteBook(InstrumentRegistry registry, ConflatedRows<QuoteRow> rows, long intervalNanos, IntConsumer published) {
        this.registry = registry;
        this.rows = rows;
        this.intervalNanos = intervalNanos;
        this.published = published;
    }

    /// Takes an update and returns whether its price may be used.
    boolean update(MarketEvent event) {
        int index = event.instrument;
        if (index >= rows.capacity()) {
            beyondCapacity++;
            return false;
        }
        Quote quote = quote(index);
        boolean good = quote.filter.accept(event);
        if (!good) {
            withheld++;
            if (quote.updates == 0) {
                return false;
            }
        }
        take(quote, event, good);
        if (event.receivedNanos - quote.publishedNanos >= intervalNanos) {
            publish(index, quote);
        } else if (!quote.dirty) {
            markDirty(index, quote);
        }
        return good;
    }

    private static void take(Quote quote, MarketEvent event, boolean good) {
        MarketEvent last = quote.last;
        long price = good ? event.lastPrice : last.lastPrice;
        long volume = keep(event.volume, last.volume);
        long interest = keep(event.openInterest, last.openInterest);
        long close = keep(event.previousClose, last.previousClose);
        long open = keep(event.open, last.open);
        long high = keep(event.high, last.high);
        long low = keep(event.low, last.low);
        long upper = keep(event.upperCircuit, last.upperCircuit);
        long lower = keep(event.lowerCircuit, last.lowerCircuit);
        last.copyFrom(event);
        last.lastPrice = price;
        last.volume = volume;
        last.openInterest = interest;
        last.previousClose = close;
        last.open = open;
        last.high = high;
        last.low = low;
        last.upperCircuit = upper;
        last.lowerCircuit = lower;
        quote.updates++;
    }

    private static long keep(long newer, long older) {
        return newer == MarketEvent.UNKNOWN ? older : newer;
    }

    private Quote quote(int index) {
        if (index >= quotes.length) {
            quotes = Arrays.copyOf(quotes, Math.max(index + 1, quotes.length * 2));
        }
        Quote quote = quotes[index];
        if (quote == null) {
            quote = new Quote(registry.instrument(index).index());
            quotes[index] = quote;
            ticking++;
        }
        return quote;
    }

    private void markDirty(int index, Quote quote) {
        if (dirtyCount == dirty.length) {
            dirty = Arrays.copyOf(dirty, dirty.length * 2);
        }
        quote.dirty = true;
        dirty[dirtyCount++] = index;
    }

    /// Publishes the rows left over, at most once per interval.
    void flush(long nowNanos) {
        if (dirtyCount == 0 || nowNanos - lastFlushNanos < intervalNanos) {
            return;
        }
        lastFlushNanos = nowNanos;
        for (int i = 0; i < dirtyCount; i++) {
            Quote quote = quotes[dirty[i]];
            if (quote != null && quote.dirty) {
                publish(dirty[i], quote);
            }
        }
        dirtyCount = 0;
    }

    private void publish(int index, Quote quote) {
        quote.dirty = false;
        quote.publishedNanos = quote.last.receivedNanos;
        rows.put(index, row(index, quote));
        published.accept(index);
    }

    /// The newest state of an instrument, also between two publications; null before its first update.
    @Nullable
    QuoteRow snapshot(int index) {
        Quote quote = index < quotes.length ? quotes[index] : null;
        return quote == null || quote.updates == 0 ? null : row(index, quote);
    }

    private static QuoteRow row(int index, Quote quote) {
        MarketEvent last = quote.last;
        boolean depth = last.hasDepth;
        return new QuoteRow(
                index,
                last.lastPrice,
                last.lastQuantity,
                last.previousClose,
                last.open,
                last.high,
                last.low,
                last.averagePrice,
                last.volume,
                last.openInterest,
                last.upperCircuit,
                last.lowerCircuit,
                depth && last.bidQuantity[0] > 0 ? last.bidPrice[0] : MarketEvent.UNKNOWN,
                depth ? last.bidQuantity[0] : MarketEvent.UNKNOWN,
                depth && last.askQuantity[0] > 0 ? last.askPrice[0] : MarketEvent.UNKNOWN,
                depth ? last.askQuantity[0] : MarketEvent.UNKNOWN,
                last.exchangeMillis,
                last.lastTradeMillis,
                last.receivedNanos,
                quote.updates,
                depth ? new Depth(last) : null);
    }

    /// Updates of an instrument so far.
    long updates(int index) {
        Quote quote = index < quotes.length ? quotes[index] : null;
        return quote == null ? 0 : quote.updates;
    }

    /// Receipt of an instrument's last update, 0 when there was none.
    long lastNanos(int index) {
        Quote quote = index < quotes.length ? quotes[index] : null;
        return quote == null || quote.updates == 0 ? 0 : quote.last.receivedNanos;
    }

    boolean hasDirtyRows() {
        return dirtyCount > 0;
    }

    /// Instruments with at least one update.
    int ticking() {
        return ticking;
    }

    /// Prices held back as implausible.
    long withheld() {
        return withheld;
    }

    /// Updates of instruments beyond the rows' capacity.
    long beyondCapacity() {
        return beyondCapacity;
    }
}
