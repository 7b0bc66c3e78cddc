package in.sauda.broker.upstox.stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import in.sauda.broker.upstox.stream.FeedUpdate.Shape;
import java.io.IOException;

/// Reads one {@code Feed} message, the part of a frame that is about one instrument. Pure functions; the
/// numbers in
/// the switches are protobuf's tags, field number and wire type in one.
final class FeedBody {
    private static final int WIRE_TYPE_MASK = 7;
    private static final int START_GROUP = 3;
    private static final int END_GROUP = 4;

    private FeedBody() {}

    static void skip(CodedInputStream in, int tag) throws IOException {
        int wireType = tag & WIRE_TYPE_MASK;
        if (wireType == START_GROUP || wireType == END_GROUP || !in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group, which the feed never sends");
        }
    }

    static int enter(CodedInputStream in) throws IOException {
        return in.pushLimit(in.readRawVarint32());
    }

    static void read(CodedInputStream in, FeedUpdate update) throws IOException {
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> {
                    update.shape = Shape.LTPC;
                    price(in, update);
                }
                case 18 -> fullFeed(in, update);
                case 26 -> greeksFeed(in, update);
                case 32 -> update.mode = in.readEnum();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void fullFeed(CodedInputStream in, FeedUpdate update) throws IOException {
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> marketFeed(in, update);
                case 18 -> indexFeed(in, update);
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void marketFeed(CodedInputStream in, FeedUpdate update) throws IOException {
        update.shape = Shape.MARKET;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> price(in, update);
                case 18 -> depth(in, update);
                case 26 -> greeks(in, update);
                case 34 -> bars(in, update);
                case 41 -> update.atp = in.readDouble();
                case 48 -> update.vtt = in.readInt64();
                case 57 -> update.oi = in.readDouble();
                case 65 -> update.iv = in.readDouble();
                case 73 -> update.tbq = in.readDouble();
                case 81 -> update.tsq = in.readDouble();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void indexFeed(CodedInputStream in, FeedUpdate update) throws IOException {
        update.shape = Shape.INDEX;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> price(in, update);
                case 18 -> bars(in, update);
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void greeksFeed(CodedInputStream in, FeedUpdate update) throws IOException {
        update.shape = Shape.GREEKS;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> price(in, update);
                case 18 -> {
                    update.hasDepth = true;
                    update.levels = 0;
                    level(in, update);
                }
                case 26 -> greeks(in, update);
                case 32 -> update.vtt = in.readInt64();
                case 41 -> update.oi = in.readDouble();
                case 49 -> update.iv = in.readDouble();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void price(CodedInputStream in, FeedUpdate update) throws IOException {
        update.hasPrice = true;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 9 -> update.ltp = in.readDouble();
                case 16 -> update.ltt = in.readInt64();
                case 24 -> update.ltq = in.readInt64();
                case 33 -> update.cp = in.readDouble();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void depth(CodedInputStream in, FeedUpdate update) throws IOException {
        update.hasDepth = true;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == 10 && update.levels < FeedUpdate.LEVELS) {
                level(in, update);
            } else {
                skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void level(CodedInputStream in, FeedUpdate update) throws IOException {
        int at = update.levels++;
        update.bidQuantity[at] = 0;
        update.bidPrice[at] = 0;
        update.askQuantity[at] = 0;
        update.askPrice[at] = 0;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 8 -> update.bidQuantity[at] = in.readInt64();
                case 17 -> update.bidPrice[at] = in.readDouble();
                case 24 -> update.askQuantity[at] = in.readInt64();
                case 33 -> update.askPrice[at] = in.readDouble();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void greeks(CodedInputStream in, FeedUpdate update) throws IOException {
        update.hasGreeks = true;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 9 -> update.delta = in.readDouble();
                case 17 -> update.theta = in.readDouble();
                case 25 -> update.gamma = in.readDouble();
                case 33 -> update.vega = in.readDouble();
                case 41 -> update.rho = in.readDouble();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void bars(CodedInputStream in, FeedUpdate update) throws IOException {
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == 10) {
                bar(in, update);
            } else {
                skip(in, tag);
            }
        }
        in.popLimit(outer);
    }

    private static void bar(CodedInputStream in, FeedUpdate update) throws IOException {
        FeedUpdate.Bar bar = update.reading;
        bar.clear();
        int interval = 0;
        int outer = enter(in);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 10 -> interval = interval(in);
                case 17 -> bar.open = in.readDouble();
                case 25 -> bar.high = in.readDouble();
                case 33 -> bar.low = in.readDouble();
                case 41 -> bar.close = in.readDouble();
                case 48 -> bar.volume = in.readInt64();
                case 56 -> bar.millis = in.readInt64();
                default -> skip(in, tag);
            }
        }
        in.popLimit(outer);
        if (interval == ('1' << Byte.SIZE | 'd')) {
            update.day.copyFrom(bar);
        } else if (interval == ('I' << Byte.SIZE | '1')) {
            update.minute.copyFrom(bar);
        }
    }

    /// The two characters of the name, or 0 for one of another length.
    private static int interval(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        if (length != 2) {
            in.skipRawBytes(length);
            return 0;
        }
        int first = in.readRawByte();
        return first << Byte.SIZE | in.readRawByte();
    }
}
