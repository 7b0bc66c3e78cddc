package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.MalformedFrameException;
import in.sauda.core.feed.MarketEvent;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

class FrameDecoderPropertyTest {
    private static final int[] EXCHANGE_TYPES = {1, 2, 3, 4, 5, 7, 13};
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&-";

    private FeedCounters counters = new FeedCounters();
    private FrameDecoder decoder = new FrameDecoder(counters);
    private RecordingPublisher published = new RecordingPublisher();

    @BeforeTry
    void startWithoutCounts() {
        counters = new FeedCounters();
        decoder = new FrameDecoder(counters);
        published = new RecordingPublisher();
    }

    @Property(tries = 2000)
    void randomBytesAreCountedAndNeverThrown(@ForAll @Size(max = 500) byte[] bytes) {
        boolean decoded = decoder.decode(bytes, bytes.length, 0, 0, published);

        assertThat(decoded).isFalse();
        assertThat(counters.malformed() + counters.faults(FrameFault.UNKNOWN_TOKEN))
                .isOne();
    }

    @Property(tries = 2000)
    void damagedFramesDecodeOrAreCounted(
            @ForAll @IntRange(max = 378) int offset, @ForAll byte value, @ForAll @IntRange(max = 378) int second) {
        decoder.use(new TokenIndex.Builder(1).put(2, "987654", 0).build());
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        frame[offset] = value;
        frame[second] ^= (byte) 0x80;

        boolean decoded = decoder.decode(frame, frame.length, 0, 0, published);

        long counted = counters.malformed() + counters.faults(FrameFault.UNKNOWN_TOKEN);
        assertThat(counted + (decoded ? 1 : 0)).isOne();
        if (decoded) {
            assertThat(published.last().lastPrice).isNotNegative();
            assertThat(published.last().volume).isNotNegative();
        }
    }

    @Property(tries = 1000)
    void inspectorFailsOnlyWithItsOwnException(@ForAll @Size(max = 500) byte[] bytes) {
        try {
            Map<String, Object> fields = new SmartStreamInspector().inspect(bytes);
            assertThat(fields).containsKey("token");
        } catch (MalformedFrameException malformed) {
            assertThat(malformed.offset()).isBetween(0, Math.max(bytes.length, FrameLayout.DEPTH_20_LENGTH));
        }
    }

    @Property(tries = 1000)
    void everyEncodedEventDecodesToItself(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int mode) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int type = EXCHANGE_TYPES[random.nextInt(EXCHANGE_TYPES.length)];
        String token = token(random);
        MarketEvent sent = randomEvent(random);
        decoder.use(new TokenIndex.Builder(1).put(type, token, 42).build());

        byte[] frame = FrameEncoder.encode(mode, type, token, sent);
        assertThat(decoder.decode(frame, frame.length, 1, 2, published)).isTrue();

        MarketEvent received = published.last();
        assertThat(received.instrument).isEqualTo(42);
        assertThat(received.sequence).isEqualTo(sent.sequence);
        assertThat(received.lastPrice).isEqualTo(sent.lastPrice);
        if (mode >= 2) {
            assertThat(received.volume).isEqualTo(sent.volume);
            assertThat(received.totalSellQuantity).isEqualTo(sent.totalSellQuantity);
            assertThat(received.previousClose).isEqualTo(sent.previousClose);
        }
        if (mode == 3) {
            assertThat(received.lastTradeMillis).isEqualTo(sent.lastTradeMillis);
            assertThat(received.bidPrice).isEqualTo(sent.bidPrice);
            assertThat(received.askQuantity).isEqualTo(sent.askQuantity);
            assertThat(received.askOrders).isEqualTo(sent.askOrders);
            assertThat(received.lowerCircuit).isEqualTo(sent.lowerCircuit);
        }
    }

    @Property(tries = 200)
    void everyTokenOfALargeTableIsFound(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TokenIndex.Builder builder = new TokenIndex.Builder(1000);
        for (int i = 0; i < 1000; i++) {
            builder.put(
                    EXCHANGE_TYPES[i % EXCHANGE_TYPES.length], i + token(random).substring(0, 1), i);
        }
        TokenIndex index = builder.build();
        RandomGenerator again = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1000; i++) {
            String token = i + token(again).substring(0, 1);
            byte[] frame = FrameEncoder.encode(1, EXCHANGE_TYPES[i % EXCHANGE_TYPES.length], token, new MarketEvent());
            assertThat(index.find(frame)).isEqualTo(i);
        }
    }

    private static String token(RandomGenerator random) {
        int length = 1 + random.nextInt(FrameLayout.TOKEN_LENGTH);
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < length; i++) {
            token.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return token.toString();
    }

    private static MarketEvent randomEvent(RandomGenerator random) {
        MarketEvent event = new MarketEvent();
        event.sequence = random.nextLong();
        event.exchangeMillis = 1_700_000_000_000L + random.nextLong(100_000_000_000L);
        event.lastTradeMillis = 1000 * random.nextLong(1_700_000_000L, 1_900_000_000L);
        event.lastPrice = random.nextLong(Long.MAX_VALUE);
        event.lastQuantity = random.nextLong(Long.MAX_VALUE);
        event.averagePrice = random.nextLong(Long.MAX_VALUE);
        event.volume = random.nextLong(Long.MAX_VALUE);
        event.totalBuyQuantity = random.nextLong(1L << 53);
        event.totalSellQuantity = random.nextLong(1L << 53);
        event.previousClose = random.nextLong(Long.MAX_VALUE);
        event.lowerCircuit = random.nextLong(Long.MAX_VALUE);
        for (int i = 0; i < MarketEvent.DEPTH_LEVELS; i++) {
            event.bidPrice[i] = random.nextLong(Long.MAX_VALUE);
            event.askQuantity[i] = random.nextLong(Long.MAX_VALUE);
            event.askOrders[i] = random.nextInt(0x10000);
        }
        return event;
    }
}
