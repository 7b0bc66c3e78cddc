package in.sauda.core.orders;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.view.PositionRow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PositionTest {
    private final Position position =
            new Position(0, TradingMode.PAPER, Product.INTRADAY, RELIANCE, 0, new BrokerId("test"));

    private void fill(long units, long price) {
        position.fill(units, Math.abs(units) * price, 1);
    }

    @Test
    void turnsALongPositionShortInOneFill() {
        fill(10, 10_000);
        fill(-15, 10_100);
        PositionRow row = position.row(10_050);
        assertThat(row.netQuantity()).isEqualTo(-5);
        assertThat(row.averagePrice()).isEqualTo(10_100);
        assertThat(row.realisedPaise()).isEqualTo(1_000);
        assertThat(row.unrealisedPaise()).isEqualTo(250);
    }

    @Test
    void knowsNoOpenResultWithoutAPrice() {
        fill(10, 10_000);
        assertThat(position.row(0).unrealisedPaise()).isZero();
    }

    @Property(tries = 300)
    void realisesExactlyTheCashOnceFlat(
            @ForAll @Size(min = 1, max = 30) int[] units, @ForAll @IntRange(min = 1) int seed) {
        Position tried = new Position(0, TradingMode.PAPER, Product.INTRADAY, RELIANCE, 0, new BrokerId("test"));
        long cash = 0;
        long net = 0;
        long price = seed % 100_000 + 1L;
        for (int raw : units) {
            long signed = raw % 1_000;
            if (signed != 0) {
                price = price % 99_991 + 7;
                tried.fill(signed, Math.abs(signed) * price, 1);
                cash -= signed * price;
                net += signed;
            }
        }
        if (net != 0) {
            tried.fill(-net, Math.abs(net) * 5_003, 1);
            cash += net * 5_003;
        }
        assertThat(tried.row(5_003).netQuantity()).isZero();
        assertThat(tried.row(5_003).realisedPaise()).isEqualTo(cash);
    }
}
