package in.sauda.broker.angelone.stream;

import static in.sauda.broker.angelone.stream.FrameLayout.*;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import in.sauda.broker.angelone.mapping.ExchangeTypes;
import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Subscription;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hot path: one binary packet into one preallocated market event, without allocation.
///
/// A frame is checked completely before an event is begun, so nothing half decoded is ever published. Prices
/// stay as they are on the wire: paise, and 10^-7 rupees for currency derivatives, which is the fixed point of
/// those segments. Used by one feed thread; {@link #use} may be called from any.
public final class FrameDecoder {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, LITTLE_ENDIAN);

    private static final long MIN_EPOCH_MILLIS = 946_684_800_000L;
    private static final long MAX_EPOCH_MILLIS = 4_102_444_800_000L;
    /// Seconds of this century have ten digits, milliseconds thirteen: a larger value was sent in milliseconds.
    private static final long MAX_EPOCH_SECONDS = 100_000_000_000L;
    private static final double MAX_QUANTITY = 0x1p62;

    private final FeedCounters counters;
    private volatile TokenIndex tokens = TokenIndex.EMPTY;
    private long connectedNanos;
    private volatile long deepNanos;

    FrameDecoder(FeedCounters counters) {
        this.counters = counters;
    }

    /// A decoder on its own, for replays and measurements.
    public static FrameDecoder of(Collection<Subscription> subscriptions) {
        ShardPlan plan = new ShardPlan(new FeedLimits(1, Integer.MAX_VALUE));
        List<ShardPlan.Step> _ = plan.add(subscriptions);
        FrameDecoder decoder = new FrameDecoder(new FeedCounters());
        decoder.use(plan.tokens());
        return decoder;
    }

    /// Replaces the set of known tokens from the next frame on.
    void use(TokenIndex replacement) {
        tokens = replacement;
    }

    /// A new socket: what it brings does not follow without a gap on what the one before it brought. Called on the
    /// connection's thread.
    void connected(long nanos) {
        connectedNanos = nanos;
    }

    /// When a frame of the twenty-level mode came last, 0 for never.
    long deepNanos() {
        return deepNanos;
    }

    /// Decodes and publishes one frame; whatever is wrong with it is counted and never thrown.
    ///
    /// @param frame may be longer than the frame itself
    /// @param length bytes of the frame
    /// @return true when something was published
    public boolean decode(
            byte[] frame, int length, long receivedNanos, long receivedMillis, MarketEventPublisher publisher) {
        counters.frame(length, receivedNanos);
        FrameFault fault = check(frame, length);
        if (fault != null) {
            counters.fault(fault, frame, length);
            return false;
        }
        int instrument = tokens.find(frame);
        if (instrument == TokenIndex.ABSENT) {
            counters.fault(FrameFault.UNKNOWN_TOKEN, frame, length);
            return false;
        }
        if (frame[MODE] == MODE_DEPTH_20) {
            deepNanos = receivedNanos;
            publisher.book(instrument, book(frame), receivedNanos);
            return true;
        }
        MarketEvent event = publisher.begin();
        event.instrument = instrument;
        event.receivedNanos = receivedNanos;
        event.receivedMillis = receivedMillis;
        fill(frame, event);
        event.connectedNanos = connectedNanos;
        publisher.publish();
        return true;
    }

    private static @Nullable FrameFault check(byte[] frame, int length) {
        if (length < LTP_LENGTH || length > frame.length) {
            return FrameFault.LENGTH;
        }
        int mode = frame[MODE];
        int expected = FrameLayout.length(mode);
        if (expected < 0) {
            return FrameFault.MODE;
        }
        if (length != expected) {
            return FrameFault.LENGTH;
        }
        if (!ExchangeTypes.known(frame[EXCHANGE_TYPE])) {
            return FrameFault.EXCHANGE_TYPE;
        }
        if (mode == MODE_DEPTH_20) {
            return deepPlausible(frame) ? null : FrameFault.IMPLAUSIBLE;
        }
        if (!plausible(frame, mode)) {
            return FrameFault.IMPLAUSIBLE;
        }
        return mode == MODE_SNAP_QUOTE && !twoSides(frame) ? FrameFault.DEPTH_FLAG : null;
    }

    /// Negative numbers have their top bit set, so one test covers any number of fields.
    private static boolean plausible(byte[] frame, int mode) {
        long millis = number(frame, EXCHANGE_TIME);
        long signs = number(frame, LAST_PRICE);
        if (mode >= MODE_QUOTE) {
            signs |= number(frame, LAST_QUANTITY) | number(frame, AVERAGE_PRICE) | number(frame, VOLUME);
            signs |= number(frame, OPEN) | number(frame, HIGH) | number(frame, LOW) | number(frame, CLOSE);
        }
        if (mode == MODE_SNAP_QUOTE) {
            signs |= number(frame, LAST_TRADE_TIME) | number(frame, OPEN_INTEREST);
            signs |= number(frame, UPPER_CIRCUIT) | number(frame, LOWER_CIRCUIT);
        }
        return signs >= 0 && millis >= MIN_EPOCH_MILLIS && millis < MAX_EPOCH_MILLIS;
    }

    private static boolean deepPlausible(byte[] frame) {
        long millis = number(frame, DEPTH_20_EXCHANGE_TIME);
        int signs = 0;
        for (int at = DEPTH_20_BUYS; at < DEPTH_20_LENGTH; at += DEPTH_20_LEVEL_LENGTH) {
            signs |= small(frame, at) | small(frame, at + DEPTH_20_LEVEL_PRICE);
        }
        return signs >= 0 && millis >= MIN_EPOCH_MILLIS && millis < MAX_EPOCH_MILLIS;
    }

    /// Rare and for one instrument at a time, so it may allocate.
    private static Depth book(byte[] frame) {
        Depth book = new Depth(DEPTH_20_LEVELS);
        for (int level = 0; level < DEPTH_20_LEVELS; level++) {
            int buy = DEPTH_20_BUYS + level * DEPTH_20_LEVEL_LENGTH;
            int sell = DEPTH_20_SELLS + level * DEPTH_20_LEVEL_LENGTH;
            book.bid(level, small(frame, buy + DEPTH_20_LEVEL_PRICE), small(frame, buy), orders(frame, buy));
            book.ask(level, small(frame, sell + DEPTH_20_LEVEL_PRICE), small(frame, sell), orders(frame, sell));
        }
        return book;
    }

    private static int orders(byte[] frame, int at) {
        return (short) SHORT.get(frame, at + DEPTH_20_LEVEL_ORDERS) & 0xFFFF;
    }

    private static int small(byte[] frame, int offset) {
        return (int) INT.get(frame, offset);
    }

    /// Flags, not positions, name the side: an old client library swapped the halves, and so may the server.
    private static boolean twoSides(byte[] frame) {
        int buys = 0;
        int flags = 0;
        long signs = 0;
        for (int at = BEST_FIVE; at < UPPER_CIRCUIT; at += LEVEL_LENGTH) {
            int flag = (short) SHORT.get(frame, at + LEVEL_FLAG);
            flags |= flag;
            buys += flag;
            signs |= number(frame, at + LEVEL_QUANTITY) | number(frame, at + LEVEL_PRICE);
        }
        return (flags & ~1) == 0 && buys == MarketEvent.DEPTH_LEVELS && signs >= 0;
    }

    private static void fill(byte[] frame, MarketEvent event) {
        event.lastPrice = number(frame, LAST_PRICE);
        event.clear();
        event.sequence = number(frame, SEQUENCE);
        event.exchangeMillis = number(frame, EXCHANGE_TIME);
        int mode = frame[MODE];
        if (mode == MODE_LTP) {
            event.mode = FeedMode.LTP;
            return;
        }
        event.mode = FeedMode.QUOTE;
        fillQuote(frame, event);
        if (mode == MODE_SNAP_QUOTE) {
            event.mode = FeedMode.FULL;
            fillSnap(frame, event);
        }
    }

    private static void fillQuote(byte[] frame, MarketEvent event) {
        event.lastQuantity = number(frame, LAST_QUANTITY);
        event.averagePrice = number(frame, AVERAGE_PRICE);
        event.volume = number(frame, VOLUME);
        event.totalBuyQuantity = quantity(frame, TOTAL_BUY);
        event.totalSellQuantity = quantity(frame, TOTAL_SELL);
        event.open = number(frame, OPEN);
        event.high = number(frame, HIGH);
        event.low = number(frame, LOW);
        event.previousClose = number(frame, CLOSE);
    }

    private static void fillSnap(byte[] frame, MarketEvent event) {
        long lastTrade = number(frame, LAST_TRADE_TIME);
        event.lastTradeMillis = lastTrade == 0 ? MarketEvent.UNKNOWN : millis(lastTrade);
        event.openInterest = number(frame, OPEN_INTEREST);
        event.upperCircuit = number(frame, UPPER_CIRCUIT);
        event.lowerCircuit = number(frame, LOWER_CIRCUIT);
        event.hasDepth = true;
        int bid = 0;
        int ask = 0;
        for (int at = BEST_FIVE; at < UPPER_CIRCUIT; at += LEVEL_LENGTH) {
            if ((short) SHORT.get(frame, at + LEVEL_FLAG) == FLAG_BUY) {
                level(frame, at, event.bidPrice, event.bidQuantity, event.bidOrders, bid++);
            } else {
                level(frame, at, event.askPrice, event.askQuantity, event.askOrders, ask++);
            }
        }
    }

    private static void level(byte[] frame, int at, long[] prices, long[] quantities, int[] orders, int level) {
        quantities[level] = number(frame, at + LEVEL_QUANTITY);
        prices[level] = number(frame, at + LEVEL_PRICE);
        orders[level] = (short) SHORT.get(frame, at + LEVEL_ORDERS) & 0xFFFF;
    }

    private static long millis(long secondsOrMillis) {
        return secondsOrMillis < MAX_EPOCH_SECONDS ? secondsOrMillis * 1_000 : secondsOrMillis;
    }

    private static long number(byte[] frame, int offset) {
        return (long) LONG.get(frame, offset);
    }

    private static long quantity(byte[] frame, int offset) {
        double value = (double) DOUBLE.get(frame, offset);
        return value >= 0 && value < MAX_QUANTITY ? (long) value : MarketEvent.UNKNOWN;
    }
}
