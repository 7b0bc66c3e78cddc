package in.sauda.bench.feed;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/// Two thousand instruments and a frame of the full mode of each: five levels, Greeks, the day's and the minute's bar.
///
/// The four numbers that change are written in a fixed number of bytes and always stand at the same place.
final class UpstoxLoadFrames {
    static final int INSTRUMENTS = 2_000;

    private static final int FIRST_TOKEN = 100_000;
    private static final int LEVELS = 5;
    private static final long TRADED = 1_700_000_000_001L;
    private static final long SENT = 1_700_000_000_002L;
    private static final int TIME_BYTES = 6;
    private static final long VOLUME = (1L << 55) - 1;
    private static final int VOLUME_BYTES = 8;
    private static final double INTEREST = 1_234_567.25;
    private static final int[] PLACES = places();

    private UpstoxLoadFrames() {}

    /// Writes one message.
    private interface Body {
        void write(CodedOutputStream out) throws IOException;
    }

    static List<Instrument> instruments() {
        return IntStream.range(0, INSTRUMENTS)
                .mapToObj(UpstoxLoadFrames::instrument)
                .toList();
    }

    private static Instrument instrument(int number) {
        return new Instrument(
                "upstox",
                new InstrumentKey(Segment.NFO, Integer.toString(FIRST_TOKEN + number)),
                "C" + number,
                "C" + number,
                "OPTIDX",
                InstrumentCategory.OPTIONS,
                null,
                0,
                null,
                75,
                5,
                0,
                false);
    }

    static byte[] frame(int number) {
        double price = 100 + number * 0.05;
        byte[] entry = message(out -> {
            out.writeString(1, "NSE_FO|" + (FIRST_TOKEN + number));
            nested(out, 2, message(feed -> {
                nested(feed, 2, message(full -> nested(full, 1, market(price))));
                feed.writeEnum(4, 1);
            }));
        });
        return message(out -> {
            out.writeEnum(1, 1);
            nested(out, 2, entry);
            out.writeInt64(3, SENT);
        });
    }

    private static byte[] market(double price) {
        return message(out -> {
            nested(out, 1, message(last -> {
                last.writeDouble(1, price);
                last.writeInt64(2, TRADED);
                last.writeInt64(3, 75);
                last.writeDouble(4, price - 1);
            }));
            nested(out, 2, message(levels -> {
                for (int level = 0; level < LEVELS; level++) {
                    nested(levels, 1, level(price, level));
                }
            }));
            nested(out, 3, message(greeks -> {
                for (int field = 1; field <= LEVELS; field++) {
                    greeks.writeDouble(field, 0.1 * field);
                }
            }));
            nested(out, 4, message(bars -> {
                nested(bars, 1, bar("1d", price));
                nested(bars, 1, bar("I1", price));
            }));
            out.writeDouble(5, price);
            out.writeInt64(6, VOLUME);
            out.writeDouble(7, INTEREST);
            out.writeDouble(8, 0.14);
            out.writeDouble(9, 7_500);
            out.writeDouble(10, 9_000);
        });
    }

    private static byte[] level(double price, int level) {
        return message(out -> {
            out.writeInt64(1, 75L * (level + 1));
            out.writeDouble(2, price - 0.05 * (level + 1));
            out.writeInt64(3, 75L * (level + 2));
            out.writeDouble(4, price + 0.05 * level);
        });
    }

    private static byte[] bar(String interval, double price) {
        return message(out -> {
            out.writeString(1, interval);
            out.writeDouble(2, price);
            out.writeDouble(3, price + 0.5);
            out.writeDouble(4, price - 0.8);
            out.writeDouble(5, price);
            out.writeInt64(6, 75_000);
            out.writeInt64(7, 1_700_000_000_000L);
        });
    }

    private static void nested(CodedOutputStream out, int field, byte[] message) throws IOException {
        out.writeBytes(field, ByteString.copyFrom(message));
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

    /// Where the numbers that change stand: time of the trade, volume, open interest, time of the frame.
    private static int[] places() {
        byte[] frame = frame(0);
        return new int[] {
            place(frame, message(out -> out.writeInt64NoTag(TRADED))),
            place(frame, message(out -> out.writeInt64NoTag(VOLUME))),
            place(frame, message(out -> out.writeDoubleNoTag(INTEREST))),
            place(frame, message(out -> out.writeInt64NoTag(SENT)))
        };
    }

    private static int place(byte[] frame, byte[] sought) {
        ByteBuffer all = ByteBuffer.wrap(frame);
        return IntStream.rangeClosed(0, frame.length - sought.length)
                .filter(at -> all.slice(at, sought.length).equals(ByteBuffer.wrap(sought)))
                .findFirst()
                .orElseThrow();
    }

    static void stamp(ByteBuffer frame, long sequence, long wallMillis) {
        varint(frame, PLACES[0], wallMillis, TIME_BYTES);
        varint(frame, PLACES[1], 75 * sequence, VOLUME_BYTES);
        frame.putDouble(PLACES[2], (double) System.nanoTime());
        varint(frame, PLACES[3], wallMillis, TIME_BYTES);
    }

    /// In so many bytes, however small the number is.
    private static void varint(ByteBuffer frame, int at, long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            int more = i < bytes - 1 ? 0x80 : 0;
            frame.put(at + i, (byte) (((number >>> (7 * i)) & 0x7F) | more));
        }
    }
}
