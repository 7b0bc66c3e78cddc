package in.sauda.core.broker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.feed.Depth;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Subscription;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every market feed must do: stream what is subscribed, and come back by itself from everything that can
/// go wrong.
public abstract class FeedContract extends ContractTest {
    @Test
    void streamsWhatIsSubscribedAndNothingElse() {
        stream();
        session.feed().unsubscribe(List.of(shares().get(1)));
        awaitQuiet(1);
        int before = recorder.count(1);
        recorder.await("prices of another share", () -> recorder.count(0) >= FRESH_TICKS);
        assertThat(recorder.count(1)).isEqualTo(before);
        assertThat(session.feed().statistics().subscribed()).isEqualTo(SHARES - 1);
    }

    @Test
    void bringsTheDeepBookWhereTheBrokerSendsOne() {
        server.serveDeepBooks(true);
        askDeeply();
        recorder.await("a deep book", () -> recorder.books.containsKey(0));
        Depth book = Objects.requireNonNull(recorder.books.get(0));
        assertThat(book.levels())
                .isEqualTo(server.broker().capabilities().deepBook().levels());
        assertThat(book.bidQuantity(5)).isPositive();
        assertThat(book.askQuantity(5)).isPositive();
        assertThat(book.bidPrice(0)).isLessThan(book.askPrice(0));
        for (int level = 1;
                level < book.levels() && book.bidQuantity(level) > 0 && book.askQuantity(level) > 0;
                level++) {
            assertThat(book.bidPrice(level)).isLessThan(book.bidPrice(level - 1));
            assertThat(book.askPrice(level)).isGreaterThan(book.askPrice(level - 1));
        }
        recorder.await("prices beside the book", () -> recorder.count(0) >= FRESH_TICKS);
    }

    @Test
    void goesOnWithFiveLevelsWhereTheDeepBookIsRefused() {
        server.serveDeepBooks(false);
        askDeeply();
        recorder.await("prices without the book", () -> recorder.count(0) >= FRESH_TICKS);
        assertThat(recorder.books).isEmpty();
        assertThat(recorder.states.getLast())
                .as("nothing is wrong with the feed")
                .isInstanceOf(FeedState.Connected.class);
    }

    private void askDeeply() {
        session.feed().subscribe(List.of(new Subscription(server.liquid().getFirst(), 0, FeedMode.DEEP)));
        session.feed().connect();
    }

    /// What was under way when the subscription ended may still arrive; then there is nothing.
    private void awaitQuiet(int share) {
        recorder.await("silence of share " + share, () -> {
            int before = recorder.count(share);
            int others = recorder.count(0);
            recorder.await("prices of another share", () -> recorder.count(0) >= others + FRESH_TICKS);
            return recorder.count(share) == before;
        });
        recorder.forgetTicks();
    }

    @ParameterizedTest
    @EnumSource(FeedFault.class)
    void pricesAreRightDuringAFaultAndComeBackAfterIt(FeedFault fault) {
        stream();
        long[] first = {recorder.last(0), recorder.last(1), recorder.last(2)};
        recorder.forgetTicks();
        long hits = server.hits();
        long connections = recorder.states.size();
        server.provoke(fault);
        recorder.await(fault + " to be felt", () -> switch (fault) {
            case SILENT, DEAD, CUT, REFUSED_CONNECTION, LOGGED_OUT ->
                recorder.states.stream().skip(connections).anyMatch(state -> !(state instanceof FeedState.Connected));
            case DROP, DELAY, DUPLICATE, REORDER, HALF_FRAME, GARBAGE, WRONG_LENGTH, SLOW, CLOCK_SKEW ->
                server.hits() > hits + FRESH_TICKS;
        });
        List<Recorder.Tick> during = recorder.ticks();
        server.calm();
        awaitFreshTicks();
        assertThat(Stream.concat(during.stream(), recorder.ticks().stream())).allSatisfy(tick -> {
            assertThat(tick.instrument()).isBetween(0, SHARES - 1);
            assertThat(tick.price()).isBetween(first[tick.instrument()] / 2, first[tick.instrument()] * 2);
        });
        if (fault.corrupts()) {
            assertThat(session.feed().statistics().malformed()).isPositive();
        }
    }
}
