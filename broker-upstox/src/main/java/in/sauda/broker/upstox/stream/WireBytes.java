package in.sauda.broker.upstox.stream;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import com.google.protobuf.InvalidProtocolBufferException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Protobuf's values out of an array, without protobuf's stream: that one keeps its position, its limits and its
/// counts in fields, which was half of the time a frame took.
///
/// Positions are passed and returned; where a value has no fixed length {@link #next} says where it ended. Every
/// value is checked against the end of the message it stands in. Not thread-safe.
final class WireBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final int WIRE_TYPE_MASK = 7;
    private static final int FIELD_SHIFT = 3;
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;
    private static final int VALUE_BITS = 7;
    private static final long MORE = 0x8080808080808080L;

    /// Where the value read last ended.
    int next;

    static double real(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        if (at + Double.BYTES > end) {
            throw cut();
        }
        return Double.longBitsToDouble((long) LONG.get(bytes, at));
    }

    long varint(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        if (at < end && bytes[at] >= 0) {
            next = at + 1;
            return bytes[at];
        }
        return longer(bytes, at, end);
    }

    /// Up to eight bytes at once: the first byte without a mark is the last one, and the marks are squeezed out.
    private long longer(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        if (at + Long.BYTES > end) {
            return byteByByte(bytes, at, end);
        }
        long word = (long) LONG.get(bytes, at);
        long last = ~word & MORE;
        if (last == 0) {
            return byteByByte(bytes, at, end);
        }
        next = at + ((Long.numberOfTrailingZeros(last) + 1) >>> 3);
        long value = word & (last ^ (last - 1)) & ~MORE;
        value = ((value & 0x7f007f007f007f00L) >>> 1) | (value & 0x007f007f007f007fL);
        value = ((value & 0x3fff00003fff0000L) >>> 2) | (value & 0x00003fff00003fffL);
        return ((value & 0x0fffffff00000000L) >>> 4) | (value & 0x000000000fffffffL);
    }

    private long byteByByte(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT && at + i < end; i++) {
            long part = bytes[at + i];
            value |= (part & 0x7f) << (i * VALUE_BITS);
            if (part >= 0) {
                next = at + i + 1;
                return value;
            }
        }
        throw cut();
    }

    /// The end of the message whose length stands at {@code at}; {@link #next} is its beginning.
    int enter(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        long length = varint(bytes, at, end);
        if (length < 0 || length > end - next) {
            throw cut();
        }
        return next + (int) length;
    }

    /// The position behind a field nobody reads, whose tag begins at {@code at}.
    int skip(byte[] bytes, int at, int end) throws InvalidProtocolBufferException {
        long tag = varint(bytes, at, end);
        if ((tag >>> FIELD_SHIFT) == 0 || (tag >>> Integer.SIZE) != 0) {
            throw new InvalidProtocolBufferException("a field without a number");
        }
        int from = next;
        int behind = switch ((int) tag & WIRE_TYPE_MASK) {
            case VARINT -> {
                varint(bytes, from, end);
                yield next;
            }
            case FIXED64 -> from + Long.BYTES;
            case DELIMITED -> enter(bytes, from, end);
            case FIXED32 -> from + Integer.BYTES;
            default -> throw new InvalidProtocolBufferException("a group, which the feed never sends");
        };
        if (behind > end) {
            throw cut();
        }
        return behind;
    }

    static InvalidProtocolBufferException cut() {
        return new InvalidProtocolBufferException("a message that ends too early");
    }
}
