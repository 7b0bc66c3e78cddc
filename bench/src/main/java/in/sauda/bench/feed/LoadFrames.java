package in.sauda.bench.feed;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Three thousand instruments and a SNAP_QUOTE packet of each, in which only times and volume change.
final class LoadFrames {
    static final int INSTRUMENTS = 3_000;
    static final int LENGTH = 379;
    static final int SEQUENCE = 27;
    static final int EXCHANGE_MILLIS = 35;
    static final int VOLUME = 67;
    static final int LAST_TRADE_SECOND = 123;
    /// Carries the moment of sending: the only 64 bits that reach the quote book unchanged and mean nothing here.
    static final int OPEN_INTEREST = 131;

    private static final int FIRST_TOKEN = 35_000;
    private static final int TOKEN_BYTES = 25;
    private static final int LEVELS = 5;
    private static final int MILLIS = 1_000;

    private LoadFrames() {}

    static List<Instrument> instruments() {
        return IntStream.range(0, INSTRUMENTS).mapToObj(LoadFrames::instrument).toList();
    }

    private static String token(int number) {
        return Integer.toString(FIRST_TOKEN + number);
    }

    private static Instrument instrument(int number) {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NFO, token(number)),
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
        long price = 10_000L + number;
        ByteBuffer out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = token(number).getBytes(StandardCharsets.US_ASCII);
        out.put((byte) 3).put((byte) 2).put(name).put(new byte[TOKEN_BYTES - name.length]);
        out.putLong(0).putLong(0).putLong(price).putLong(75).putLong(price).putLong(0);
        out.putDouble(7_500).putDouble(9_000);
        out.putLong(price).putLong(price + 50).putLong(price - 80).putLong(price);
        out.putLong(0).putLong(0).putDouble(0.5);
        for (int level = 0; level < 2 * LEVELS; level++) {
            boolean buy = level < LEVELS;
            out.putShort((short) (buy ? 1 : 0)).putLong(75L * (level + 1));
            out.putLong(buy ? price - 5L * (level + 1) : price + 5L * (level - LEVELS));
            out.putShort((short) (level + 1));
        }
        out.putLong(2 * price).putLong(price / 2).putLong(3 * price).putLong(price / 3);
        return out.array();
    }

    /// Makes a frame new.
    static void stamp(ByteBuffer frame, long sequence, long wallMillis) {
        frame.putLong(SEQUENCE, sequence).putLong(EXCHANGE_MILLIS, wallMillis);
        frame.putLong(VOLUME, 75 * sequence).putLong(LAST_TRADE_SECOND, wallMillis / MILLIS);
        frame.putLong(OPEN_INTEREST, System.nanoTime());
    }
}
