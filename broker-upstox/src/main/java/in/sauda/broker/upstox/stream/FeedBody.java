package in.sauda.broker.upstox.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import in.sauda.broker.upstox.stream.FeedUpdate.Bar;
import in.sauda.broker.upstox.stream.FeedUpdate.Shape;

/// Reads one {@code Feed} message, the part of a frame that is about one instrument. The numbers in the switches
/// are protobuf's tags, field number and wire type in one; every field the feed has fits into one byte.
///
/// Senders write fields in the order of their numbers, so a message is gone through by asking for each in turn,
/// which a processor predicts; what comes in another order takes another round, and what nobody asked for is
/// skipped. Long only because it has a method for each message of the schema. Not thread-safe.
final class FeedBody {
    /// A tag and a number of fixed length.
    private static final int FIELD = 1 + Double.BYTES;
    private static final int DAY = '1' | ('d' << Byte.SIZE);
    private static final int MINUTE = 'I' | ('1' << Byte.SIZE);

    private final WireBytes wire = new WireBytes();

    void read(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        int at = from;
        while (at < end) {
            switch (bytes[at]) {
                case 10 -> {
                    update.shape = Shape.LTPC;
                    int stop = wire.enter(bytes, at + 1, end);
                    price(bytes, wire.next, stop, update);
                    at = stop;
                }
                case 18 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    fullFeed(bytes, wire.next, stop, update);
                    at = stop;
                }
                case 26 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    greeksFeed(bytes, wire.next, stop, update);
                    at = stop;
                }
                case 32 -> {
                    update.mode = (int) wire.varint(bytes, at + 1, end);
                    at = wire.next;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
    }

    private void fullFeed(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        int at = from;
        while (at < end) {
            switch (bytes[at]) {
                case 10 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    marketFeed(bytes, wire.next, stop, update);
                    at = stop;
                }
                case 18 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    indexFeed(bytes, wire.next, stop, update);
                    at = stop;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
    }

    private void marketFeed(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.shape = Shape.MARKET;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 10) {
                int stop = wire.enter(bytes, at + 1, end);
                price(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 18) {
                int stop = wire.enter(bytes, at + 1, end);
                depth(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 26) {
                int stop = wire.enter(bytes, at + 1, end);
                greeks(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 34) {
                int stop = wire.enter(bytes, at + 1, end);
                bars(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 41) {
                update.atp = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 48) {
                update.vtt = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 57) {
                update.oi = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 65) {
                update.iv = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 73) {
                update.tbq = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 81) {
                update.tsq = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
    }

    private void indexFeed(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.shape = Shape.INDEX;
        int at = from;
        while (at < end) {
            switch (bytes[at]) {
                case 10 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    price(bytes, wire.next, stop, update);
                    at = stop;
                }
                case 18 -> {
                    int stop = wire.enter(bytes, at + 1, end);
                    bars(bytes, wire.next, stop, update);
                    at = stop;
                }
                default -> at = wire.skip(bytes, at, end);
            }
        }
    }

    private void greeksFeed(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.shape = Shape.GREEKS;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 10) {
                int stop = wire.enter(bytes, at + 1, end);
                price(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 18) {
                int stop = wire.enter(bytes, at + 1, end);
                update.hasDepth = true;
                update.levels = 1;
                level(bytes, wire.next, stop, update, 0);
                at = stop;
            }
            if (at < end && bytes[at] == 26) {
                int stop = wire.enter(bytes, at + 1, end);
                greeks(bytes, wire.next, stop, update);
                at = stop;
            }
            if (at < end && bytes[at] == 32) {
                update.vtt = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 41) {
                update.oi = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 49) {
                update.iv = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
    }

    private void price(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.hasPrice = true;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 9) {
                update.ltp = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 16) {
                update.ltt = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 24) {
                update.ltq = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 33) {
                update.cp = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
    }

    private void depth(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.hasDepth = true;
        int at = from;
        while (at < end) {
            if (bytes[at] == 10 && update.levels < FeedUpdate.LEVELS) {
                int stop = wire.enter(bytes, at + 1, end);
                level(bytes, wire.next, stop, update, update.levels++);
                at = stop;
            } else {
                at = wire.skip(bytes, at, end);
            }
        }
    }

    private void level(byte[] bytes, int from, int end, FeedUpdate update, int number)
            throws InvalidProtocolBufferException {
        long bidQuantity = 0;
        double bidPrice = 0;
        long askQuantity = 0;
        double askPrice = 0;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 8) {
                bidQuantity = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 17) {
                bidPrice = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 24) {
                askQuantity = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 33) {
                askPrice = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
        update.bidQuantity[number] = bidQuantity;
        update.bidPrice[number] = bidPrice;
        update.askQuantity[number] = askQuantity;
        update.askPrice[number] = askPrice;
    }

    private void greeks(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        update.hasGreeks = true;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 9) {
                update.delta = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 17) {
                update.theta = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 25) {
                update.gamma = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 33) {
                update.vega = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 41) {
                update.rho = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
    }

    private void bars(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        int at = from;
        while (at < end) {
            if (bytes[at] == 10) {
                int stop = wire.enter(bytes, at + 1, end);
                bar(bytes, wire.next, stop, update);
                at = stop;
            } else {
                at = wire.skip(bytes, at, end);
            }
        }
    }

    /// The width comes first on the wire, so the values go where they belong at once; where it comes later or
    /// twice, they are moved there.
    private void bar(byte[] bytes, int from, int end, FeedUpdate update) throws InvalidProtocolBufferException {
        int expected = name(bytes, from, end);
        Bar bar = target(expected, update);
        bar.clear();
        int interval = 0;
        int at = from;
        while (at < end) {
            int before = at;
            if (at < end && bytes[at] == 10) {
                interval = name(bytes, at, end);
                at = wire.enter(bytes, at + 1, end);
            }
            if (at < end && bytes[at] == 17) {
                bar.open = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 25) {
                bar.high = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 33) {
                bar.low = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 41) {
                bar.close = WireBytes.real(bytes, at + 1, end);
                at += FIELD;
            }
            if (at < end && bytes[at] == 48) {
                bar.volume = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            if (at < end && bytes[at] == 56) {
                bar.millis = wire.varint(bytes, at + 1, end);
                at = wire.next;
            }
            at = at == before ? wire.skip(bytes, at, end) : at;
        }
        bar.present = true;
        if (interval != expected) {
            target(interval, update).copyFrom(bar);
            bar.present = false;
        }
    }

    private static Bar target(int interval, FeedUpdate update) {
        return interval == DAY ? update.day : interval == MINUTE ? update.minute : update.other;
    }

    /// The two characters of the width whose field begins here, or 0 for anything else.
    private static int name(byte[] bytes, int at, int end) {
        boolean two = at + 4 <= end && bytes[at] == 10 && bytes[at + 1] == 2;
        return two ? bytes[at + 2] | (bytes[at + 3] << Byte.SIZE) : 0;
    }
}
