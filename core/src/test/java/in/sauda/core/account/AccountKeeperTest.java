package in.sauda.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot.BookedPosition;
import in.sauda.core.broker.BookedTrade;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Holding;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvent.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountKeeperTest {
    private static final PositionConversion CONVERSION = new PositionConversion(
            TradingMode.DEMO,
            new InstrumentKey(Segment.NSE, "2885"),
            "RELIANCE-EQ",
            Product.INTRADAY,
            Product.DELIVERY,
            Side.BUY,
            50,
            false);

    private final Clock clock = new Clock();
    private final List<UiEvent> events = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AccountKeeper keeper = new AccountKeeper(clock, events::add, waiting::addLast);
    private final Books books = new Books();

    @Test
    void readsEverythingAfterTheLoginAndEveryMinute() {
        keeper.attach(books);
        assertThat(keeper.current().loading()).isTrue();
        assertThat(keeper.current().funds().value()).isNull();
        work();
        assertThat(keeper.current().loading()).isFalse();
        assertThat(keeper.current().funds().value()).isEqualTo(books.money);
        assertThat(keeper.current().holdings().value()).isEmpty();
        later(AccountKeeper.INTERVAL_NANOS - 1);
        assertThat(books.asked).isEqualTo(1);
        assertThat(keeper.current().funds().ageNanos(clock.nanos)).isEqualTo(AccountKeeper.INTERVAL_NANOS - 1);
        later(1);
        assertThat(books.asked).isEqualTo(2);
    }

    @Test
    void readsOnceAfterARunOfFills() {
        keeper.attach(books);
        work();
        keeper.filled();
        later(AccountKeeper.AFTER_FILL_NANOS / 2);
        keeper.filled();
        assertThat(books.asked).isEqualTo(1);
        later(AccountKeeper.AFTER_FILL_NANOS / 2);
        assertThat(books.asked).isEqualTo(2);
        later(AccountKeeper.AFTER_FILL_NANOS);
        assertThat(books.asked).isEqualTo(2);
    }

    @Test
    void keepsTheOldValueWhenTheBrokerFails() {
        keeper.attach(books);
        work();
        books.failure = new BrokerFailure.Retryable("AB1004", "The broker is busy.", "Wait a moment.", 1_000);
        keeper.refresh();
        work();
        Reading<Funds> funds = keeper.current().funds();
        assertThat(funds.value()).isEqualTo(books.money);
        assertThat(funds.failure()).isEqualTo(books.failure);
        assertThat(keeper.current().holdings().failure()).isNull();
        books.failure = null;
        keeper.refresh();
        work();
        assertThat(keeper.current().funds().failure()).isNull();
    }

    @Test
    void asksOneRoundAtATime() {
        keeper.attach(books);
        keeper.refresh();
        keeper.refresh();
        assertThat(waiting).hasSize(1);
        work();
        keeper.onTime();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void ignoresAnswersOfASessionThatIsGone() {
        keeper.attach(books);
        keeper.detach();
        work();
        assertThat(keeper.current().loggedIn()).isFalse();
        assertThat(keeper.current().loading()).isFalse();
        assertThat(keeper.current().funds().value()).isNull();
        keeper.attach(books);
        work();
        assertThat(keeper.current().funds().value()).isEqualTo(books.money);
    }

    @Test
    void convertsOnceAndSaysWhatCameOfIt() {
        keeper.convert(CONVERSION, () -> {});
        keeper.attach(books);
        work();
        List<String> done = new ArrayList<>();
        keeper.convert(CONVERSION, () -> done.add("done"));
        work();
        books.failure = new BrokerFailure.Refused("AB4021", "The quantity is too large.", "Convert less.");
        keeper.convert(CONVERSION, () -> done.add("done"));
        work();
        assertThat(books.converted).isEqualTo(2);
        assertThat(done).hasSize(2);
        assertThat(events)
                .extracting(event -> ((Notice) event).code())
                .containsExactly("CONVERT-1", "CONVERT-0", "AB4021");
        assertThat(((Notice) events.getLast()).sentence())
                .startsWith("Not converted: 50 RELIANCE-EQ from ")
                .endsWith("The quantity is too large.");
    }

    private void later(long nanos) {
        clock.nanos += nanos;
        keeper.onTime();
        work();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private static final class Clock implements TimeSource {
        private long nanos = 1_000;

        @Override
        public long wallMillis() {
            return 0;
        }

        @Override
        public long nanos() {
            return nanos;
        }
    }

    private static final class Books implements Portfolio {
        private final Funds money = new Funds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        private @Nullable BrokerFailure failure;
        private int asked;
        private int converted;

        @Override
        public Funds funds() throws BrokerException {
            asked++;
            fail();
            return money;
        }

        @Override
        public List<Holding> holdings() {
            return List.of();
        }

        @Override
        public List<BookedPosition> positions() {
            return List.of();
        }

        @Override
        public List<BookedTrade> trades() {
            return List.of();
        }

        @Override
        public void convert(PositionConversion conversion) throws BrokerException {
            converted++;
            fail();
        }

        private void fail() throws BrokerException {
            if (failure != null) {
                throw new BrokerException(failure);
            }
        }
    }
}
