package in.sauda.broker.upstox.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import in.sauda.broker.upstox.mapping.WireKeys;
import in.sauda.broker.upstox.stream.FeedUpdate.Shape;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Subscription;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The hot path: one frame into one market event per instrument, without allocation.
///
/// A frame is read completely before an event is begun, so nothing half decoded is ever published. The broker
/// sends rupees as doubles; events carry fixed-point prices. Parts of a message may be missing (protocol 4.5):
/// what is not there stays unknown, and a message without a price repeats the last one. Used by one feed
/// thread; {@link #use} may be called from any.
public final class FrameDecoder {
    private static final long MIN_EPOCH_MILLIS = 946_684_800_000L;
    private static final long MAX_EPOCH_MILLIS = 4_102_444_800_000L;
    private static final double HALF = 0.5;
    private static final double LARGEST = 0x1p52;
    private static final double PERCENT = 100;
    private static final long NO_PRICE = 0;
    private static final int FIRST_ROOM = 16 << 10;

    private final FeedCounters counters;
    private final FrameReader reader = new FrameReader();
    private volatile KeyIndex wanted = KeyIndex.EMPTY;
    private long[] lastPrices = new long[256];
    private FeedUpdate.@Nullable Bar[] minutes = new FeedUpdate.Bar[256];
    private byte[] room = new byte[FIRST_ROOM];
    private long connectedNanos;
    private volatile long deepNanos;

    FrameDecoder(FeedCounters counters) {
        this.counters = counters;
    }

    /// A decoder on its own, for replays and measurements.
    public static FrameDecoder of(Collection<Subscription> subscriptions) {
        FrameDecoder decoder = new FrameDecoder(new FeedCounters());
        decoder.use(index(subscriptions));
        return decoder;
    }

    /// Keys of subscriptions the feed can express.
    static KeyIndex index(Collection<Subscription> subscriptions) {
        KeyIndex.Builder keys = new KeyIndex.Builder();
        for (Subscription subscription : subscriptions) {
            WireKeys.of(subscription.instrument())
                    .ifPresent(key -> keys.put(
                            key,
                            subscription.index(),
                            Math.pow(10, subscription.instrument().priceDecimals())));
        }
        return keys.build();
    }

    /// Replaces the set of known keys from the next frame on.
    void use(KeyIndex replacement) {
        wanted = replacement;
    }

    /// A new socket: what it brings does not follow without a gap on what the one before it brought. Called on
    /// the connection's thread.
    void connected(long nanos) {
        connectedNanos = nanos;
    }

    /// When a message of the thirty-level mode came last, 0 for never.
    long deepNanos() {
        return deepNanos;
    }

    /// Room for a frame of that length, which is never longer than {@link FrameReader#LARGEST_FRAME}: copy it to the
    /// beginning, then decode.
    byte[] room(int length) {
        if (length > room.length) {
            room = new byte[Integer.highestOneBit(length) * 2];
        }
        return room;
    }

    /// Decodes and publishes one frame; whatever is wrong with it is counted and never thrown.
    ///
    /// @return events published
    public int decode(byte[] frame, int length, long receivedNanos, long receivedMillis, MarketEventPublisher out) {
        if (length > FrameReader.LARGEST_FRAME) {
            tooLong(length, receivedNanos);
            return 0;
        }
        counters.frame(length, receivedNanos);
        reader.use(wanted);
        int count;
        try {
            count = reader.read(frame, length);
        } catch (InvalidProtocolBufferException malformed) {
            counters.fault(FeedFault.MALFORMED, length);
            return 0;
        }
        if (count == 0 && reader.segments().isEmpty() && reader.currentTs() == 0) {
            counters.fault(FeedFault.EMPTY, length);
            return 0;
        }
        if (!time(reader.currentTs())) {
            counters.fault(FeedFault.IMPLAUSIBLE, length);
            return 0;
        }
        int published = 0;
        for (int i = 0; i < count; i++) {
            published += publish(reader.update(i), length, receivedNanos, receivedMillis, out);
        }
        return published;
    }

    void tooLong(int length, long receivedNanos) {
        counters.frame(length, receivedNanos);
        counters.fault(FeedFault.LENGTH, length);
    }

    private int publish(
            FeedUpdate update, int length, long receivedNanos, long receivedMillis, MarketEventPublisher out) {
        if (update.slot == KeyIndex.ABSENT) {
            counters.fault(FeedFault.UNKNOWN_KEY, length);
            return 0;
        }
        if (!plausible(update)) {
            counters.fault(FeedFault.IMPLAUSIBLE, length);
            return 0;
        }
        int instrument = reader.keys().index(update.slot);
        double scale = reader.keys().scale(update.slot);
        long price = lastPrice(update, instrument, scale);
        if (price == NO_PRICE) {
            counters.fault(FeedFault.NO_PRICE, length);
            return 0;
        }
        MarketEvent event = out.begin();
        event.lastPrice = price;
        event.clear();
        event.instrument = instrument;
        event.sequence = 0;
        event.receivedNanos = receivedNanos;
        event.receivedMillis = receivedMillis;
        event.connectedNanos = connectedNanos;
        event.exchangeMillis = Math.max(reader.currentTs(), update.ltt);
        if (event.exchangeMillis == 0) {
            event.exchangeMillis = receivedMillis;
        }
        fill(update, scale, event);
        out.publish();
        if (update.minute.present && sane(update.minute)) {
            minute(update.minute, instrument, scale, out);
        }
        beside(update, instrument, scale, receivedNanos, out);
        return 1;
    }

    /// What is only looked at. Of what is no option the broker sends Greeks of nothing but 0.
    private void beside(FeedUpdate update, int instrument, double scale, long receivedNanos, MarketEventPublisher out) {
        if (update.hasGreeks && (update.delta != 0 || update.iv != 0) && finite(update)) {
            out.greeks(
                    instrument,
                    receivedNanos,
                    update.delta,
                    update.gamma,
                    update.theta,
                    update.vega,
                    PERCENT * update.iv);
        }
        if (update.mode == FeedUpdate.FULL_D30) {
            deepNanos = receivedNanos;
            if (update.hasDepth) {
                out.book(instrument, book(update, scale), receivedNanos);
            }
        }
    }

    private static boolean finite(FeedUpdate update) {
        return Double.isFinite(update.delta + update.gamma + update.theta + update.vega + update.iv);
    }

    /// Rare and for one instrument at a time, so it may allocate. A level that makes no sense stays empty.
    private static Depth book(FeedUpdate update, double scale) {
        Depth book = new Depth(FeedUpdate.LEVELS);
        for (int level = 0; level < update.levels; level++) {
            if (amount(update.bidPrice[level]) && update.bidQuantity[level] > 0) {
                book.bid(level, fixed(update.bidPrice[level], scale), update.bidQuantity[level], 0);
            }
            if (amount(update.askPrice[level]) && update.askQuantity[level] > 0) {
                book.ask(level, fixed(update.askPrice[level], scale), update.askQuantity[level], 0);
            }
        }
        return book;
    }

    /// The bar of a minute may be told again with more in it, so it is handed on when the next one begins.
    private void minute(FeedUpdate.Bar told, int instrument, double scale, MarketEventPublisher out) {
        if (instrument >= minutes.length) {
            minutes = Arrays.copyOf(minutes, lastPrices.length);
        }
        FeedUpdate.@Nullable Bar kept = minutes[instrument];
        if (kept == null) {
            kept = new FeedUpdate.Bar();
            minutes[instrument] = kept;
        } else if (told.millis > kept.millis) {
            out.brokerMinute(
                    instrument,
                    kept.millis,
                    fixed(kept.open, scale),
                    fixed(kept.high, scale),
                    fixed(kept.low, scale),
                    fixed(kept.close, scale),
                    kept.volume);
        }
        if (told.millis >= kept.millis) {
            kept.copyFrom(told);
        }
    }

    private static boolean sane(FeedUpdate.Bar bar) {
        boolean good = amount(bar.open) && amount(bar.high) && amount(bar.low) && amount(bar.close);
        return good && bar.volume >= 0 && time(bar.millis);
    }

    /// The frame's price, or the one told last.
    private long lastPrice(FeedUpdate update, int instrument, double scale) {
        if (instrument >= lastPrices.length) {
            lastPrices = Arrays.copyOf(lastPrices, Math.max(instrument + 1, lastPrices.length * 2));
        }
        long told = fixed(update.ltp, scale);
        if (told != NO_PRICE) {
            lastPrices[instrument] = told;
        }
        return lastPrices[instrument];
    }

    private static void fill(FeedUpdate update, double scale, MarketEvent event) {
        if (update.hasPrice) {
            event.lastTradeMillis = known(update.ltt);
            event.lastQuantity = known(update.ltq);
            event.previousClose = known(fixed(update.cp, scale));
        }
        event.mode = switch (update.shape) {
            case NONE, LTPC -> FeedMode.LTP;
            case GREEKS -> FeedMode.QUOTE;
            case MARKET, INDEX -> FeedMode.FULL;
        };
        if (update.day.present) {
            event.open = known(fixed(update.day.open, scale));
            event.high = known(fixed(update.day.high, scale));
            event.low = known(fixed(update.day.low, scale));
        }
        if (update.shape == Shape.MARKET || update.shape == Shape.GREEKS) {
            traded(update, scale, event);
        }
        if (update.hasDepth) {
            depth(update, scale, event);
        }
    }

    /// A message that came whole leaves out only what is 0.
    private static void traded(FeedUpdate update, double scale, MarketEvent event) {
        boolean whole = update.whole();
        event.volume = whole ? update.vtt : known(update.vtt);
        event.openInterest = known(whole(update.oi));
        if (update.shape == Shape.MARKET) {
            event.averagePrice = known(fixed(update.atp, scale));
            event.totalBuyQuantity = whole ? whole(update.tbq) : known(whole(update.tbq));
            event.totalSellQuantity = whole ? whole(update.tsq) : known(whole(update.tsq));
        }
    }

    private static void depth(FeedUpdate update, double scale, MarketEvent event) {
        event.hasDepth = true;
        for (int level = 0; level < MarketEvent.DEPTH_LEVELS; level++) {
            event.bidPrice[level] = fixed(update.bidPrice(level), scale);
            event.bidQuantity[level] = update.bidQuantity(level);
            event.bidOrders[level] = 0;
            event.askPrice[level] = fixed(update.askPrice(level), scale);
            event.askQuantity[level] = update.askQuantity(level);
            event.askOrders[level] = 0;
        }
    }

    private static long known(long value) {
        return value == 0 ? MarketEvent.UNKNOWN : value;
    }

    /// Rounded half up; the amount is known to be no less than 0.
    private static long fixed(double rupees, double scale) {
        return (long) (rupees * scale + HALF);
    }

    private static long whole(double amount) {
        return (long) (amount + HALF);
    }

    private static boolean time(long millis) {
        return millis == 0 || (millis >= MIN_EPOCH_MILLIS && millis < MAX_EPOCH_MILLIS);
    }

    private static boolean plausible(FeedUpdate update) {
        boolean good = amount(update.ltp) && amount(update.cp) && time(update.ltt);
        good &= amount(update.atp) && amount(update.oi) && amount(update.tbq) && amount(update.tsq);
        long signs = update.ltq | update.vtt;
        if (update.day.present) {
            good &= amount(update.day.open) && amount(update.day.high) && amount(update.day.low);
        }
        int levels = Math.min(update.levels, MarketEvent.DEPTH_LEVELS);
        for (int level = 0; level < levels; level++) {
            good &= amount(update.bidPrice[level]) && amount(update.askPrice[level]);
            signs |= update.bidQuantity[level] | update.askQuantity[level];
        }
        return good && signs >= 0;
    }

    /// False for negative numbers, for what is no number, and for what no long can hold.
    private static boolean amount(double value) {
        return value >= 0 && value < LARGEST;
    }
}
