package in.sauda.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.candles.Candle;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CandleBlockTest {
    private static final long MINUTE = 60_000L;

    private static List<Candle> decoded(byte[] bytes, long from, long to) {
        List<Candle> candles = new ArrayList<>();
        CandleBlock.decode(
                bytes,
                from,
                to,
                (start, open, high, low, close, volume, flags) ->
                        candles.add(new Candle(start, open, high, low, close, volume, flags)));
        return candles;
    }

    /// Whatever the numbers, even a high below the low, they come back as they were.
    @Property(tries = 200)
    void whatIsPackedComesBack(@ForAll("days") List<Candle> candles) {
        assertThat(decoded(CandleBlock.encode(candles), Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(candles);
    }

    @Provide
    Arbitrary<List<Candle>> days() {
        Arbitrary<Long> prices = Arbitraries.longs().between(-1, 40_000_000_000L);
        Arbitrary<Candle> candle = Combinators.combine(
                        prices,
                        prices,
                        prices,
                        prices,
                        Arbitraries.longs().between(-1, Long.MAX_VALUE / 4),
                        Arbitraries.integers().between(0, 63))
                .as((open, high, low, close, volume, flags) -> new Candle(0, open, high, low, close, volume, flags));
        return candle.list().ofMinSize(1).ofMaxSize(400).map(list -> {
            List<Candle> day = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Candle one = list.get(i);
                day.add(new Candle(
                        1_795_146_300_000L + i * MINUTE,
                        one.open(),
                        one.high(),
                        one.low(),
                        one.close(),
                        one.volume(),
                        one.flags()));
            }
            return day;
        });
    }

    @Test
    void tellsOnlyTheMinutesThatAreWanted() {
        List<Candle> day = List.of(
                new Candle(0, 1, 2, 1, 2, 3, 4),
                new Candle(MINUTE, 2, 3, 2, 3, -1, 0),
                new Candle(2 * MINUTE, 3, 4, 3, 4, 5, 32));
        assertThat(decoded(CandleBlock.encode(day), MINUTE, 2 * MINUTE)).containsExactly(day.get(1));
    }

    @Test
    void aMinuteOfACalmMarketTakesTwelveBytes() {
        List<Candle> day = new ArrayList<>();
        for (int i = 0; i < 375; i++) {
            long price = 150_000L + i % 7 * 5L;
            day.add(new Candle(1_795_146_300_000L + i * MINUTE, price, price + 60, price - 45, price + 20, 12_000, 0));
        }
        assertThat(CandleBlock.encode(day).length).isLessThan(375 * 12);
    }

    @Test
    void minutesOutOfOrderOrOffTheSecondStayRows() {
        Candle first = new Candle(MINUTE, 1, 1, 1, 1, 1, 0);
        assertThat(CandleBlock.packable(List.of(first, new Candle(0, 1, 1, 1, 1, 1, 0))))
                .isFalse();
        assertThat(CandleBlock.packable(List.of(new Candle(1, 1, 1, 1, 1, 1, 0))))
                .isFalse();
        assertThat(CandleBlock.packable(List.of())).isFalse();
    }

    @Test
    void bytesOfANewerVersionAreRefusedInASentence() {
        assertThatThrownBy(() -> decoded(new byte[] {2, 0}, 0, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version");
    }
}
