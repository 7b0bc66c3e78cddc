package in.sauda.simulator.upstox;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import in.sauda.core.options.OptionGreeks;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.DepthSource;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Frames of the feed as the broker's server writes them (protocol 4.6): numbers that are 0 are left out, and
/// so are
/// the type of a snapshot and the first mode.
final class FeedEncoder {
    static final int LIVE = 1;
    static final int MARKET_INFO = 2;
    private static final int NORMAL_OPEN = 2;
    private static final int DEEP_LEVELS = 30;

    private final Market market;
    private final DepthSource depth;
    private final MinuteBars minutes;
    private final LongSupplier skewMillis;

    FeedEncoder(Market market, DepthSource depth, MinuteBars minutes, LongSupplier skewMillis) {
        this.market = market;
        this.depth = depth;
        this.minutes = minutes;
        this.skewMillis = skewMillis;
    }

    /// Writes one message.
    private interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            body.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void nested(CodedOutputStream out, int field, byte[] message) throws IOException {
        out.writeBytes(field, ByteString.copyFrom(message));
    }

    private static void number(CodedOutputStream out, int field, double value) throws IOException {
        if (value != 0) {
            out.writeDouble(field, value);
        }
    }

    private static void number(CodedOutputStream out, int field, long value) throws IOException {
        if (value != 0) {
            out.writeInt64(field, value);
        }
    }

    /// One frame with one instrument. Call under the market's lock.
    ///
    /// @param type 0 for a snapshot
    byte[] feed(Tape tape, String key, FeedMode mode, int type) {
        byte[] feed = feed(tape, mode);
        byte[] entry = message(out -> {
            out.writeString(1, key);
            nested(out, 2, feed);
        });
        return message(out -> {
            if (type != 0) {
                out.writeEnum(1, type);
            }
            nested(out, 2, entry);
            out.writeInt64(3, millis(tape.slot()));
        });
    }

    private long millis(int slot) {
        return Slots.epochSecond(market.date(), slot) * 1000 + skewMillis.getAsLong();
    }

    private byte[] feed(Tape tape, FeedMode mode) {
        boolean index = tape.contract().kind() == Contract.Kind.INDEX;
        return message(out -> {
            switch (mode) {
                case LTPC -> nested(out, 1, price(tape));
                case OPTION_GREEKS -> nested(out, 3, firstLevel(tape));
                case FULL, FULL_D30 -> {
                    byte[] full =
                            index ? index(tape) : full(tape, mode == FeedMode.FULL_D30 ? DEEP_LEVELS : BookLevel.SHOWN);
                    nested(out, 2, message(outer -> nested(outer, index ? 2 : 1, full)));
                }
            }
            if (mode.number() != 0) {
                out.writeEnum(4, mode.number());
            }
        });
    }

    private byte[] price(Tape tape) {
        Contract contract = tape.contract();
        boolean index = contract.kind() == Contract.Kind.INDEX;
        return message(out -> {
            number(out, 1, contract.toRupees(tape.last()));
            number(out, 2, tape.lastTradeSlot() < 0 ? 0 : millis(tape.lastTradeSlot()));
            number(out, 3, index ? 0 : tape.lastQuantity());
            number(out, 4, contract.toRupees(tape.previousClose()));
        });
    }

    private byte[] index(Tape tape) {
        return message(out -> {
            nested(out, 1, price(tape));
            nested(out, 2, bars(tape));
        });
    }

    private byte[] full(Tape tape, int levels) {
        Contract contract = tape.contract();
        Optional<OptionGreeks> greeks = greeks(tape);
        return message(out -> {
            nested(out, 1, price(tape));
            nested(out, 2, levels(tape, levels));
            nested(out, 3, greeks.map(FeedEncoder::greeks).orElse(new byte[0]));
            nested(out, 4, bars(tape));
            number(out, 5, contract.toRupees(tape.averagePrice()));
            number(out, 6, tape.volume());
            number(out, 7, (double) tape.openInterest());
            number(out, 8, greeks.map(OptionGreeks::volatility).orElse(0.0));
            number(out, 9, tape.totalBuyQuantity());
            number(out, 10, tape.totalSellQuantity());
        });
    }

    private byte[] firstLevel(Tape tape) {
        Optional<OptionGreeks> greeks = greeks(tape);
        List<BookLevel> bids = depth.bids(tape);
        List<BookLevel> asks = depth.asks(tape);
        return message(out -> {
            nested(out, 1, price(tape));
            nested(out, 2, level(tape.contract(), bids, asks, 0));
            nested(out, 3, greeks.map(FeedEncoder::greeks).orElse(new byte[0]));
            number(out, 4, tape.volume());
            number(out, 5, (double) tape.openInterest());
            number(out, 6, greeks.map(OptionGreeks::volatility).orElse(0.0));
        });
    }

    private Optional<OptionGreeks> greeks(Tape tape) {
        return tape.contract().kind() == Contract.Kind.OPTION
                ? Optional.of(market.tapes().greeks(tape.contract(), tape.slot()))
                : Optional.empty();
    }

    private static byte[] greeks(OptionGreeks greeks) {
        return message(out -> {
            number(out, 1, greeks.delta());
            number(out, 2, greeks.theta());
            number(out, 3, greeks.gamma());
            number(out, 4, greeks.vega());
        });
    }

    private byte[] levels(Tape tape, int shown) {
        List<BookLevel> bids = shown > BookLevel.SHOWN ? tape.bids(shown) : depth.bids(tape);
        List<BookLevel> asks = shown > BookLevel.SHOWN ? tape.asks(shown) : depth.asks(tape);
        return message(out -> {
            for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
                nested(out, 1, level(tape.contract(), bids, asks, i));
            }
        });
    }

    private static byte[] level(Contract contract, List<BookLevel> bids, List<BookLevel> asks, int at) {
        BookLevel none = new BookLevel(0, 0, 0);
        BookLevel bid = at < bids.size() ? bids.get(at) : none;
        BookLevel ask = at < asks.size() ? asks.get(at) : none;
        return message(out -> {
            number(out, 1, bid.quantity());
            number(out, 2, contract.toRupees(bid.price()));
            number(out, 3, ask.quantity());
            number(out, 4, contract.toRupees(ask.price()));
        });
    }

    /// The running day and the last completed minute.
    private byte[] bars(Tape tape) {
        Contract contract = tape.contract();
        byte[] day = message(out -> {
            out.writeString(1, "1d");
            number(out, 2, contract.toRupees(tape.open()));
            number(out, 3, contract.toRupees(tape.high()));
            number(out, 4, contract.toRupees(tape.low()));
            number(out, 5, contract.toRupees(tape.last()));
            number(out, 6, contract.kind() == Contract.Kind.INDEX ? 0 : tape.volume());
            out.writeInt64(7, IndiaTime.epochMillis(market.date(), LocalTime.MIDNIGHT));
        });
        Optional<MinuteBars.Bar> minute = minutes.completed(tape);
        return message(out -> {
            nested(out, 1, day);
            if (minute.isPresent()) {
                nested(out, 1, minute(contract, minute.get()));
            }
        });
    }

    private static byte[] minute(Contract contract, MinuteBars.Bar bar) {
        return message(out -> {
            out.writeString(1, "I1");
            number(out, 2, contract.toRupees(bar.open()));
            number(out, 3, contract.toRupees(bar.high()));
            number(out, 4, contract.toRupees(bar.low()));
            number(out, 5, contract.toRupees(bar.close()));
            number(out, 6, bar.volume());
            out.writeInt64(7, bar.startMillis());
        });
    }

    /// The frame every connection begins with.
    byte[] marketInfo(Map<String, Boolean> open) {
        byte[] info = message(out -> {
            for (Map.Entry<String, Boolean> segment : open.entrySet()) {
                nested(out, 1, message(entry -> {
                    entry.writeString(1, segment.getKey());
                    entry.writeEnum(2, segment.getValue() ? NORMAL_OPEN : NORMAL_OPEN + 1);
                }));
            }
        });
        return message(out -> {
            out.writeEnum(1, MARKET_INFO);
            out.writeInt64(3, market.clock().millis() + skewMillis.getAsLong());
            nested(out, 4, info);
        });
    }
}
