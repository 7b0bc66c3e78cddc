package in.sauda.broker.angelone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameDecoderTest {
    private static final int LTP_INDEX = 7;
    private static final int QUOTE_INDEX = 8;
    private static final int SNAP_INDEX = 9;

    private final FeedCounters counters = new FeedCounters();
    private final FrameDecoder decoder = new FrameDecoder(counters);
    private final RecordingPublisher published = new RecordingPublisher();

    @BeforeEach
    void subscribeTheGoldenTokens() {
        decoder.use(new TokenIndex.Builder(3)
                .put(5, "912345", LTP_INDEX)
                .put(1, "90017", QUOTE_INDEX)
                .put(2, "987654", SNAP_INDEX)
                .build());
    }

    private boolean decode(byte[] frame) {
        return decoder.decode(frame, frame.length, 11, 22, published);
    }

    @Test
    void decodesTheLtpFrame() {
        assertThat(decode(Vectors.frame("angelone_ltp_synthetic"))).isTrue();

        MarketEvent event = published.last();
        assertThat(event.instrument).isEqualTo(LTP_INDEX);
        assertThat(event.mode).isEqualTo(FeedMode.LTP);
        assertThat(event.sequence).isEqualTo(4300000123L);
        assertThat(event.exchangeMillis).isEqualTo(1767241805000L);
        assertThat(event.lastPrice).isEqualTo(712300);
        assertThat(event.volume).isEqualTo(MarketEvent.UNKNOWN);
        assertThat(event.lastTradeMillis).isEqualTo(MarketEvent.UNKNOWN);
        assertThat(event.hasDepth).isFalse();
        assertThat(event.receivedNanos).isEqualTo(11);
        assertThat(event.receivedMillis).isEqualTo(22);
        assertThat(event.conflatedHigh).isEqualTo(712300);
        assertThat(event.conflatedLow).isEqualTo(712300);
    }

    @Test
    void decodesTheQuoteFrame() {
        assertThat(decode(Vectors.frame("angelone_quote_synthetic"))).isTrue();

        MarketEvent event = published.last();
        assertThat(event.instrument).isEqualTo(QUOTE_INDEX);
        assertThat(event.mode).isEqualTo(FeedMode.QUOTE);
        assertThat(event.lastPrice).isEqualTo(123455);
        assertThat(event.lastQuantity).isEqualTo(17);
        assertThat(event.averagePrice).isEqualTo(123012);
        assertThat(event.volume).isEqualTo(5000000321L);
        assertThat(event.totalBuyQuantity).isEqualTo(654321);
        assertThat(event.totalSellQuantity).isEqualTo(765432);
        assertThat(event.open).isEqualTo(122000);
        assertThat(event.high).isEqualTo(124595);
        assertThat(event.low).isEqualTo(121505);
        assertThat(event.previousClose).isEqualTo(121890);
        assertThat(event.openInterest).isEqualTo(MarketEvent.UNKNOWN);
        assertThat(event.hasDepth).isFalse();
    }

    @Test
    void decodesTheSnapQuoteFrame() {
        assertThat(decode(Vectors.frame("angelone_snapquote_synthetic"))).isTrue();

        assertGoldenSnap(published.last());
    }

    private static void assertGoldenSnap(MarketEvent event) {
        assertThat(event.instrument).isEqualTo(SNAP_INDEX);
        assertThat(event.mode).isEqualTo(FeedMode.FULL);
        assertThat(event.sequence).isEqualTo(20250731);
        assertThat(event.exchangeMillis).isEqualTo(1767241807000L);
        assertThat(event.lastPrice).isEqualTo(20345);
        assertThat(event.volume).isEqualTo(31415925);
        assertThat(event.totalBuyQuantity).isEqualTo(271800);
        assertThat(event.totalSellQuantity).isEqualTo(161775);
        assertThat(event.lastTradeMillis).isEqualTo(1767241806000L);
        assertThat(event.openInterest).isEqualTo(4567800);
        assertThat(event.upperCircuit).isEqualTo(62340);
        assertThat(event.lowerCircuit).isEqualTo(5);
        assertThat(event.hasDepth).isTrue();
        assertThat(event.bidPrice).containsExactly(20340, 20335, 20330, 20325, 20300);
        assertThat(event.bidQuantity).containsExactly(75, 300, 1125, 2250, 40000);
        assertThat(event.bidOrders).containsExactly(1, 2, 5, 9, 333);
        assertThat(event.askPrice).containsExactly(20345, 20350, 20355, 20360, 0);
        assertThat(event.askQuantity).containsExactly(225, 150, 975, 3000, 0);
        assertThat(event.askOrders).containsExactly(2, 1, 4, 12, 0);
    }

    @Test
    void takesTheSideFromTheFlagWhenSellsComeFirst() {
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        byte[] swapped = frame.clone();
        System.arraycopy(frame, 147, swapped, 247, 100);
        System.arraycopy(frame, 247, swapped, 147, 100);

        assertThat(decode(swapped)).isTrue();

        assertGoldenSnap(published.last());
    }

    @Test
    void takesALastTradeTimeInMilliseconds() {
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        longAt(frame, 123, 1767241806123L);

        decode(frame);

        assertThat(published.last().lastTradeMillis).isEqualTo(1767241806123L);
    }

    @Test
    void knowsNoLastTradeBeforeTheFirstOne() {
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        longAt(frame, 123, 0);

        decode(frame);

        assertThat(published.last().lastTradeMillis).isEqualTo(MarketEvent.UNKNOWN);
    }

    @Test
    void leavesATotalThatIsNotANumberUnknown() {
        byte[] frame = Vectors.frame("angelone_quote_synthetic");
        longAt(frame, 75, Double.doubleToLongBits(Double.NaN));
        longAt(frame, 83, Double.doubleToLongBits(-1));

        assertThat(decode(frame)).isTrue();

        assertThat(published.last().totalBuyQuantity).isEqualTo(MarketEvent.UNKNOWN);
        assertThat(published.last().totalSellQuantity).isEqualTo(MarketEvent.UNKNOWN);
    }

    @Test
    void ignoresWhateverFollowsTheEndOfAToken() {
        byte[] frame = Vectors.frame("angelone_quote_synthetic");
        Arrays.fill(frame, 2 + 6, 27, (byte) 'x');

        assertThat(decode(frame)).isTrue();

        assertThat(published.last().instrument).isEqualTo(QUOTE_INDEX);
    }

    @Test
    void findsLongAndAlphanumericTokens() {
        String twentyFive = "DHANIYA09OCT26CE11300FOCT";
        decoder.use(new TokenIndex.Builder(3)
                .put(7, "DHANIYA20APR26", 1)
                .put(7, twentyFive, 2)
                .put(7, "12345678", 3)
                .build());

        MarketEvent event = quote();
        assertThat(decode(FrameEncoder.encode(1, 7, "DHANIYA20APR26", event))).isTrue();
        assertThat(decode(FrameEncoder.encode(1, 7, twentyFive, event))).isTrue();
        assertThat(decode(FrameEncoder.encode(1, 7, "12345678", event))).isTrue();
        assertThat(decode(FrameEncoder.encode(1, 7, "DHANIYA20APR27", event))).isFalse();

        assertThat(published.events()).extracting(e -> e.instrument).containsExactly(1, 2, 3);
    }

    @Test
    void tellsTheSameTokenOfTwoSegmentsApart() {
        decoder.use(new TokenIndex.Builder(2).put(1, "500", 1).put(3, "500", 2).build());

        decode(FrameEncoder.encode(1, 3, "500", quote()));
        decode(FrameEncoder.encode(1, 1, "500", quote()));
        decode(FrameEncoder.encode(1, 2, "500", quote()));

        assertThat(published.events()).extracting(e -> e.instrument).containsExactly(2, 1);
        assertThat(counters.faults(FrameFault.UNKNOWN_TOKEN)).isOne();
    }

    private static MarketEvent quote() {
        MarketEvent event = new MarketEvent();
        event.exchangeMillis = 1767241805000L;
        event.lastPrice = 100;
        return event;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,   9,   MODE
            0,   0,   MODE
            0,   1,   LENGTH
            1,   6,   EXCHANGE_TYPE
            1,   0,   EXCHANGE_TYPE
            1,   -1,  EXCHANGE_TYPE
            2,   65,  UNKNOWN_TOKEN
            50,  -1,  IMPLAUSIBLE
            42,  -1,  IMPLAUSIBLE
            74,  -1,  IMPLAUSIBLE
            147, 2,   DEPTH_FLAG
            147, 0,   DEPTH_FLAG
            164, -1,  DEPTH_FLAG
            """)
    void countsAndSkipsWhatCannotBeTrue(int offset, int value, FrameFault fault) {
        byte[] frame = Vectors.frame("angelone_snapquote_synthetic");
        frame[offset] = (byte) value;

        assertThat(decode(frame)).isFalse();

        assertThat(published.events()).isEmpty();
        assertThat(counters.faults(fault)).isOne();
        assertThat(counters.frames()).isOne();
    }

    @Test
    void countsTruncatedAndOversizedFrames() {
        byte[] snap = Vectors.frame("angelone_snapquote_synthetic");
        decode(Arrays.copyOf(snap, 50));
        decode(Arrays.copyOf(snap, 378));
        decode(Arrays.copyOf(snap, 380));
        decode(new byte[0]);
        decoder.decode(new byte[512], 100_000, 0, 0, published);

        assertThat(published.events()).isEmpty();
        assertThat(counters.faults(FrameFault.LENGTH)).isEqualTo(5);
        assertThat(counters.malformed()).isEqualTo(5);
    }

    /// Buy level i: quantity 10 + 7i, price 123450 − 5i, orders 1 + i; sell level i: 12 + 9i, 123455 + 5i, 2 + i
    /// (protocol 4.6).
    @Test
    void bringsTwentyLevelsBesideThePrices() {
        assertThat(decode(Vectors.frame("angelone_depth20_synthetic"))).isTrue();

        assertThat(published.events()).isEmpty();
        Depth book = published.books().getFirst();
        assertThat(book.levels()).isEqualTo(20);
        for (int level = 0; level < 20; level++) {
            assertThat(book.bidPrice(level)).isEqualTo(123_450 - 5L * level);
            assertThat(book.bidQuantity(level)).isEqualTo(10 + 7L * level);
            assertThat(book.bidOrders(level)).isEqualTo(1 + level);
            assertThat(book.askPrice(level)).isEqualTo(123_455 + 5L * level);
            assertThat(book.askQuantity(level)).isEqualTo(12 + 9L * level);
            assertThat(book.askOrders(level)).isEqualTo(2 + level);
        }
    }

    private static void longAt(byte[] frame, int offset, long value) {
        ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putLong(offset, value);
    }
}
