package in.sauda.core.broker;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.Status;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example of protocol 2.6: 10,100 with a freeze quantity of 1,000 makes ten orders of 1,000 and one of 100.
class BookedPartsTest {
    private static BookedOrder part(int number, long quantity, long filled, long average, Status status) {
        return new BookedOrder(
                "24010801044513" + number,
                "tag-1",
                new InstrumentKey(Segment.NFO, "35001"),
                "NIFTY24NOV26FUT",
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                quantity,
                filled,
                25_000,
                0,
                average,
                status,
                status == Status.REJECTED ? "no margin" : "",
                number);
    }

    @Test
    void fillsAddUpToTheirWeightedAverage() {
        BookedOrder whole = BookedParts.together(
                List.of(
                        part(1, 1_000, 1_000, 24_900, Status.COMPLETE),
                        part(2, 1_000, 500, 25_000, Status.OPEN),
                        part(3, 100, 0, 0, Status.OPEN)),
                2_100,
                3);
        assertThat(whole.quantity()).isEqualTo(2_100);
        assertThat(whole.filledQuantity()).isEqualTo(1_500);
        assertThat(whole.averagePrice()).isEqualTo(24_933);
        assertThat(whole.status()).isEqualTo(Status.OPEN);
        assertThat(whole.brokerOrderId()).isEqualTo("240108010445131");
        assertThat(whole.updatedMillis()).isEqualTo(3);
    }

    @Test
    void isCompleteOnlyWhenEveryPartIsThereAndComplete() {
        List<BookedOrder> two =
                List.of(part(1, 1_000, 1_000, 25_000, Status.COMPLETE), part(2, 1_000, 1_000, 25_000, Status.COMPLETE));
        assertThat(BookedParts.together(two, 2_100, 3).status()).isEqualTo(Status.OPEN);
        assertThat(BookedParts.together(two, 2_000, 2).status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void endsAsWhatBecameOfItsParts() {
        BookedOrder refused = part(1, 1_000, 0, 0, Status.REJECTED);
        assertThat(BookedParts.together(List.of(refused, part(2, 100, 0, 0, Status.REJECTED)), 1_100, 2))
                .satisfies(whole -> {
                    assertThat(whole.status()).isEqualTo(Status.REJECTED);
                    assertThat(whole.text()).isEqualTo("no margin");
                });
        assertThat(BookedParts.together(List.of(refused, part(2, 100, 100, 25_000, Status.COMPLETE)), 1_100, 2)
                        .status())
                .isEqualTo(Status.CANCELLED);
    }

    @Test
    void anOrderThatIsSentWholeIsLeftAlone() {
        BookedOrder changedElsewhere = part(1, 500, 500, 25_000, Status.COMPLETE);
        assertThat(BookedParts.together(List.of(changedElsewhere), 1_000, 1)).isSameAs(changedElsewhere);
    }
}
