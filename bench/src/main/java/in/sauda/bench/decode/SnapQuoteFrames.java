package in.sauda.bench.decode;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Subscriptions and the packets they would bring, the same for every contestant.
final class SnapQuoteFrames {
    static final int LENGTH = 379;
    static final int INSTRUMENTS = 1_000;
    static final int FRAMES = 1_024;

    private static final int FIRST_TOKEN = 35_000;
    private static final int TOKEN_BYTES = 25;
    private static final int LEVELS = 5;

    private SnapQuoteFrames() {}

    static List<Subscription> subscriptions() {
        return IntStream.range(0, INSTRUMENTS)
                .mapToObj(i -> new Subscription(instrument(token(i)), i, FeedMode.FULL))
                .toList();
    }

    static String token(int instrument) {
        return Integer.toString(FIRST_TOKEN + 7 * instrument);
    }

    private static Instrument instrument(String token) {
        return new Instrument(
                "angelone",
                new InstrumentKey(Segment.NFO, token),
                token,
                token,
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

    /// Random order of instruments, plausible values, fixed seed.
    static byte[][] frames() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260101);
        byte[][] frames = new byte[FRAMES][];
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = frame(random, token(random.nextInt(INSTRUMENTS)), i);
        }
        return frames;
    }

    private static byte[] frame(RandomGenerator random, String token, int sequence) {
        long price = random.nextLong(5_000, 5_000_000);
        ByteBuffer out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 3).put((byte) 2);
        byte[] name = token.getBytes(StandardCharsets.US_ASCII);
        out.put(name).put(new byte[TOKEN_BYTES - name.length]);
        out.putLong(sequence).putLong(1_767_241_807_000L + sequence).putLong(price);
        out.putLong(75).putLong(price - 5).putLong(random.nextLong(100_000_000));
        out.putDouble(random.nextInt(1_000_000)).putDouble(random.nextInt(1_000_000));
        out.putLong(price - 20).putLong(price + 50).putLong(price - 80).putLong(price - 10);
        out.putLong(1_767_241_806L).putLong(random.nextLong(10_000_000)).putDouble(0.5);
        for (int level = 0; level < 2 * LEVELS; level++) {
            boolean buy = level < LEVELS;
            out.putShort((short) (buy ? 1 : 0)).putLong(75L * (level + 1));
            out.putLong(buy ? price - 5L * (level + 1) : price + 5L * (level - LEVELS));
            out.putShort((short) (level + 1));
        }
        out.putLong(2 * price).putLong(price / 2).putLong(3 * price).putLong(price / 3);
        return out.array();
    }
}
