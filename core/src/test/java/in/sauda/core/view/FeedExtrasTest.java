package in.sauda.core.view;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.feed.Depth;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Of two brokers' books the fuller one is shown.
class FeedExtrasTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final FeedExtras extras = new FeedExtras(4);

    private int levels() {
        return extras.book(1).orElseThrow().depth().levels();
    }

    @Test
    void theFullerBookStaysWhileItIsFresh() {
        extras.book(1, new Depth(30), SECOND);
        extras.book(1, new Depth(20), 2 * SECOND);
        assertThat(levels()).isEqualTo(30);
        extras.book(1, new Depth(20), 12 * SECOND);
        assertThat(levels()).isEqualTo(20);
        extras.book(1, new Depth(30), 12 * SECOND);
        assertThat(levels()).isEqualTo(30);
    }

    @Test
    void whatIsBeyondTheCapacityIsNotKept() {
        extras.book(4, new Depth(30), SECOND);
        extras.greeks(4, new FeedExtras.Greeks(0.5, 0, 0, 0, 12, SECOND));
        assertThat(extras.book(4)).isEmpty();
        assertThat(extras.greeks(4)).isEmpty();
        assertThat(extras.book(-1)).isEmpty();
    }
}
